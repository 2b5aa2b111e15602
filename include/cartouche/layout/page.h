#pragma once
// A laid-out page: every item has its place. Lengths in points, origin top left, y down. Text is shaped here,
// once, so that all formats break lines alike.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/geometry/geometry_array.h"
#include "cartouche/geometry/path.h"
#include "cartouche/layout/drawn_rows.h"
#include "cartouche/layout/furniture.h"
#include "cartouche/layout/placed_text.h"
#include "cartouche/map/map.h"

namespace cartouche::layout {

using map::Index;

/// The outer borders of what one class of a layer draws, in page points, coarse: soft edges are made of them.
struct ClassOutline {
  std::size_t symbol_class = 0;  ///< index into the layer's classes
  GeometryArray lines{GeometryKind::line};
};

/// Where a layer fades: opaque within `from` of an ellipse (a share of its half-axes), gone at it. Page
/// points.
struct LayerFade {
  Point center;
  double rx = 0, ry = 0;
  double from = 0;
};

/// A layer as one frame shows it. shapes: one feature a drawn row, in page points, simplified and cut to the
/// frame.
struct LayerView {
  std::size_t layer = 0;  ///< index into Map::layers
  GeometryArray shapes{GeometryKind::point};
  std::vector<std::size_t> selected;      ///< by feature: index into the layer's rows (borders: empty)
  std::vector<GeometryArray> waterlines;  ///< outlines at the distances of the classes' symbols, in order
  std::vector<ClassOutline> outlines;     ///< of classes with soft edges
  std::optional<LayerFade> fade;
  std::vector<std::size_t> unnamed;  ///< rows like `selected` that are left out, as their names are
  std::vector<std::size_t> spread;   ///< features (points) set beside their place, as others share it
  std::vector<std::pair<Point, Point>> ties;  ///< true place → dot, for those set far from it
};

/// One placed name: its lines together.
struct PlacedLabel {
  std::string id;  ///< in the drawing, unique on the page
  std::vector<PlacedText> lines;
  Box box;                    ///< from the height of the capitals to the depth of the descenders
  std::vector<Point> leader;  ///< from a name beside its area to the area; empty = none
};

/// A name that stands nowhere, and why.
struct UnplacedLabel {
  std::string id;
  bool missed = true;  ///< false for one of low priority or beyond the frame's own area
  std::string reason;
};

/// How a frame maps its CRS to the page, and what it shows.
struct FrameView {
  std::size_t frame = 0;  ///< index into Map::frames
  Box box;                ///< page points
  bool round = false;     ///< the circle inscribed in the box
  Affine to_page;         ///< CRS → page
  double ground_metres_per_point = 0;
  double true_north = 0;  ///< at the middle, clockwise from the top, radians
  Box window;             ///< the box in the CRS
  std::optional<map::items::Spread> spread;
  std::vector<LayerView> layers;
  std::vector<PlacedLabel> labels;
  std::vector<UnplacedLabel> unplaced;

  bool shows(Point page_point) const;
};

struct FrameItem {
  FrameView view;
  Color background;
  std::optional<symbol::Stroke> border;
  std::optional<symbol::Glow> glow;  ///< around the frame, under it
  std::optional<Graticule> graticule;
  std::vector<PlacedText> title;
};

struct TextItem {
  std::vector<PlacedText> lines;
};

enum class SwatchKind { polygon, line, point };
struct Swatch {
  SwatchKind kind = SwatchKind::polygon;
  Box box;
  symbol::Symbol symbol;
};
/// From a nested circle to its words.
struct LegendLeader {
  Point from, to;
  Color color;
};
/// A line of the printed legend, told apart for pages that switch classes on and off.
struct LegendLine {
  std::size_t layer = 0;  ///< index into Map::layers
  std::size_t entry = 0;  ///< index into the layer's legend
  std::string text;       ///< as printed
  Box swatches;           ///< where its swatches stand on the page; empty: none
};
struct LegendItem {
  std::vector<Swatch> swatches;
  std::vector<LegendLeader> leaders;
  std::vector<PlacedText> texts;
  std::vector<LegendLine> lines;
};

struct ScaleBarItem {
  Point from, to;   ///< ends of the bar
  double tick = 0;  ///< height of its end ticks
  symbol::Stroke stroke;
  std::vector<PlacedText> texts;
};

struct PlacedCallout {
  std::string id;    ///< in the drawing, unique on the page
  std::string name;  ///< of its row
  Box box;
  std::vector<PlacedText> texts;
  std::vector<Point> leader;  ///< box edge → site
};
struct CalloutsItem {
  std::vector<PlacedCallout> callouts;
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke;
  std::optional<symbol::Stroke> leader;
  double radius = 0;
  double ring = 0;  ///< radius of the ring around the site; 0 = none
};

struct RuleItem {
  Point from, to;
  symbol::Stroke stroke;
  double knob = 0;    ///< radius of the ring at its start; 0 = none
  bool fade = false;  ///< thins out towards its end
};

/// A piece of a chart in its colour; `id` names the row it stands for, "" in a key.
struct ChartShape {
  std::string id;
  Path path;
  Color color;
};
struct ChartItem {
  std::vector<ChartShape> shapes;
  std::vector<PlacedText> texts;
};

struct PanelItem {
  Box box;
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke;
  double radius = 0;
};

struct Item {
  std::string name;
  std::variant<FrameItem, TextItem, LegendItem, ScaleBarItem, CalloutsItem, RuleItem, PanelItem, ChartItem,
               NorthArrowItem, LocatorItem>
      value;
};

struct Page {
  const map::Map* map = nullptr;
  double width = 0, height = 0;
  Color background;
  std::string description;                          ///< alternative text: the page in words
  std::map<std::string, std::string> alternatives;  ///< frame's item → what it shows, in words
  std::vector<Item> items;                          ///< in paint order
  DrawnRows drawn;                   ///< what the frames draw, as everything on the page counts it
  std::vector<map::Figure> printed;  ///< figures that layout itself prints: counts of the legend, scale bars
};

/// Lays a page out. `shaper` is the calling thread's.
Page lay_out(const map::Map& map, map::GeometryStore& store, Shaper& shaper, Diagnostics& diagnostics);

}  // namespace cartouche::layout
