#pragma once
// What a template's items say, read for their kinds: words are enums, text styles, colours and strokes are
// looked up, and the frames and callouts they name are items of the template. Lengths in points.
//
// A kind of item is a struct here, its entry in ItemOptions, its row in kItemKinds, and
// src/map/items/<kind>.cpp, which reads it; docs/architecture.md says what else it takes.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/geometry/point.h"
#include "cartouche/project/style.h"
#include "cartouche/symbol/stroke.h"
#include "cartouche/symbol/symbol.h"

namespace cartouche::map {

class ItemReader;

namespace items {

using project::TextStyle;

/// Where a text stands in a box that is higher than it.
enum class Vertical { top, middle, bottom };

/// Meridians and parallels of a frame.
struct Graticule {
  std::optional<int> minutes;  ///< of arc, from one line to the next; none: as many lines as fit well
  symbol::Stroke stroke;
  std::optional<TextStyle> label;
};

/// How a frame sets dots of one place side by side.
struct Spread {
  double within = 0;                  ///< a dot that is moved farther is tied to its true place
  std::optional<symbol::Stroke> tie;  ///< the line that ties it
};

struct Frame {
  enum class Shape { rect, circle };
  enum class TitleSide { below, above, top };
  Shape shape = Shape::rect;
  Color background{0, 0, 0, 0};
  std::optional<symbol::Stroke> border;
  std::optional<symbol::Glow> glow;
  std::optional<std::string> until;  ///< callouts above whose boxes it ends
  double gap = 0;                    ///< between them and the frame
  std::optional<TextStyle> title;    ///< none: its title is not printed
  TitleSide title_side = TitleSide::below;
  std::optional<Graticule> graticule;
  std::optional<Spread> spread;
  static Frame read(ItemReader& in);
};

struct Text {
  TextStyle style;
  Vertical valign = Vertical::top;
  static Text read(ItemReader& in);
};

struct Figures {
  TextStyle number, caption;
  double gap = 8;    ///< between figures
  double space = 1;  ///< between a number and its caption
  int columns = 1;
  static Figures read(ItemReader& in);
};

struct Legend {
  TextStyle title, text, heading;
  int columns = 1;
  double column_gap = 12;
  double swatch_width = 16, swatch_height = 9;
  double gap = 4;  ///< between lines, and between a swatch and its words
  static Legend read(ItemReader& in);
};

struct ScaleBar {
  std::string frame;
  TextStyle style;
  symbol::Stroke stroke;
  double tick = 3;         ///< height of the ticks at its ends
  double fraction = 0.25;  ///< of the frame's width that it may take
  static ScaleBar read(ItemReader& in);
};

struct Callouts {
  /// Side of the map on which boxes stand.
  enum class Side { left, right, top, bottom };
  struct Place {
    Side side;
    Box box;
  };
  TextStyle title;
  std::vector<TextStyle>
      lines;  ///< of the first paragraph, the second …; at least one, the last for all others
  double padding = 4;
  double gap = 8;  ///< between boxes
  Side side = Side::bottom;
  int columns = 1;
  std::vector<Place> further;  ///< places beside the item's own box
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke, leader;
  double radius = 0;  ///< of the boxes' corners
  double ring = 0;    ///< radius of the ring around the site; 0 = none
  static Callouts read(ItemReader& in);
};

struct Credits {
  TextStyle style;
  Vertical valign = Vertical::bottom;
  static Credits read(ItemReader& in);
};

struct Rule {
  symbol::Stroke stroke;
  double knob = 0;    ///< radius of the ring at its start; 0 = none
  bool fade = false;  ///< thins out towards its end
  static Rule read(ItemReader& in);
};

struct Panel {
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke;
  double radius = 0;  ///< of the corners
  static Panel read(ItemReader& in);
};

struct Chart {
  TextStyle title, text, value;
  std::vector<Color> colors;
  double gap = 4;        ///< between label, bar and number
  double thickness = 0;  ///< of bars, at most; 0 = by the room
  double hole = 0.58;    ///< share of the ring's radius
  static Chart read(ItemReader& in);
};

struct NorthArrow {
  std::string frame;
  TextStyle style;
  Color color;
  std::string letter;
  static NorthArrow read(ItemReader& in);
};

struct ScaleText {
  enum class Form { ratio, words };
  std::string frame;
  TextStyle style;
  Form form = Form::ratio;
  static ScaleText read(ItemReader& in);
};

struct Locator {
  std::string of, on;  ///< the frame that is shown, and the one that shows where it lies
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke, tie;
  static Locator read(ItemReader& in);
};

}  // namespace items

using ItemOptions = std::variant<items::Frame, items::Text, items::Figures, items::Legend, items::ScaleBar,
                                 items::Callouts, items::Credits, items::Rule, items::Panel, items::Chart,
                                 items::NorthArrow, items::ScaleText, items::Locator>;

/// Whether an item of the kind has a box of its own, may also take the emptiest place, or has none.
enum class ItemBoxes { own, own_or_auto, none };

/// The section of a project's page that fills items of the kind by their name.
enum class FilledBy { nothing, frames, texts, figures, callouts, charts, legend };

/// What may lie on an item of a kind. What is placed freely (callouts, items with `box: auto`) asks this.
enum class Obstacle {
  none,   ///< the ground of a page: frames and callouts say for themselves what lies where
  hides,  ///< an area to print on; it hides what is painted before it
  lines,  ///< no box lies on it; leaders may cross its few lines
  all     ///< neither boxes nor leaders
};

struct ItemKind {
  std::string_view word;  ///< `kind` in a style file
  ItemBoxes boxes;
  FilledBy filled_by;
  Obstacle obstacle;
  /// Says what the frames really draw, so that it is laid out when names have taken out what goes with them.
  bool reads_rows;
  ItemOptions (*read)(ItemReader&);
};

template <class Options>
ItemOptions read_options(ItemReader& in) {
  return Options::read(in);
}

inline constexpr bool kReadsRows = true, kReadsNoRows = false;

/// All kinds there are, one row each.
// clang-format off
inline constexpr auto kItemKinds = std::to_array<ItemKind>({
    {"frame", ItemBoxes::own_or_auto, FilledBy::frames, Obstacle::none, kReadsRows, read_options<items::Frame>},
    {"text", ItemBoxes::own_or_auto, FilledBy::texts, Obstacle::all, kReadsNoRows, read_options<items::Text>},
    {"figures", ItemBoxes::own_or_auto, FilledBy::figures, Obstacle::all, kReadsNoRows, read_options<items::Figures>},
    {"legend", ItemBoxes::own_or_auto, FilledBy::legend, Obstacle::all, kReadsRows, read_options<items::Legend>},
    {"scale_bar", ItemBoxes::own_or_auto, FilledBy::nothing, Obstacle::all, kReadsNoRows, read_options<items::ScaleBar>},
    {"callouts", ItemBoxes::own, FilledBy::callouts, Obstacle::none, kReadsRows, read_options<items::Callouts>},
    {"credits", ItemBoxes::own, FilledBy::nothing, Obstacle::all, kReadsRows, read_options<items::Credits>},
    {"rule", ItemBoxes::own, FilledBy::nothing, Obstacle::lines, kReadsNoRows, read_options<items::Rule>},
    {"panel", ItemBoxes::own, FilledBy::nothing, Obstacle::hides, kReadsNoRows, read_options<items::Panel>},
    {"chart", ItemBoxes::own_or_auto, FilledBy::charts, Obstacle::all, kReadsNoRows, read_options<items::Chart>},
    {"north_arrow", ItemBoxes::own_or_auto, FilledBy::nothing, Obstacle::all, kReadsNoRows, read_options<items::NorthArrow>},
    {"scale_text", ItemBoxes::own_or_auto, FilledBy::nothing, Obstacle::all, kReadsNoRows, read_options<items::ScaleText>},
    // Its lines pass behind the dots that are drawn.
    {"locator", ItemBoxes::none, FilledBy::nothing, Obstacle::lines, kReadsRows, read_options<items::Locator>},
});
// clang-format on
static_assert(kItemKinds.size() == std::variant_size_v<ItemOptions>, "one row a kind");

}  // namespace cartouche::map
