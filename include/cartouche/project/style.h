#pragma once
// A style file as the user wrote it: fonts, colours, text styles, symbols, palettes and page templates.
// Lengths are in points (written "3mm" or "8.5pt"; a bare number is an error). Colour names of the file are
// already replaced by their colours; nothing else is resolved.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/base/units.h"
#include "cartouche/project/along_style.h"
#include "cartouche/project/node.h"
#include "cartouche/symbol/drawing.h"

namespace cartouche::project {

/// "12mm" or "8.5pt" → points; a usage error otherwise.
Points read_length(const Node& node);
struct Style;
struct StrokeStyle;
struct GlowStyle;
/// { color, width, dash, cap, join, offset }; `what` names it in messages.
StrokeStyle read_stroke(const Node& node, const std::string& what, const Style& style);
/// { color, width, offset: [x, y] }
GlowStyle read_glow(const Node& node, const std::string& what, const Style& style);

struct StrokeStyle {
  Color color;
  double width = 0.5;        ///< points
  std::vector<double> dash;  ///< points; empty = solid
  std::string cap;           ///< butt, round, square; "": round, or butt where dashed
  std::string join;          ///< miter, round, bevel; "": round
  double offset = 0;         ///< points, to the right of a line's direction; lines and borders
};

struct HatchStyle {  ///< parallel lines over the fill
  Color color;
  double angle = 45;   ///< degrees, counter-clockwise from the x axis
  double spacing = 3;  ///< points between lines
  double width = 0.5;  ///< points
};

struct DotPatternStyle {  ///< a regular grid of dots over the fill
  Color color;
  double spacing = 6;   ///< points
  double radius = 0.5;  ///< points
};

struct TileStyle {  ///< a drawing repeated over the fill
  std::shared_ptr<const symbol::Drawing> drawing;
  Color color;
  double size = 10;  ///< points: width of one cell
  double angle = 0;  ///< degrees, counter-clockwise
};

/// A soft edge around (or inside) shapes, strongest at the edge.
struct GlowStyle {
  Color color;            ///< its alpha is the opacity at the edge
  double width = 3;       ///< points
  double dx = 0, dy = 0;  ///< points: a shadow's offset on the page
};

/// A layer thinned out towards the frame's edge: opaque within `from` of an ellipse, gone at it. Centre and
/// half-axes are shares of the frame's width and height.
struct FadeStyle {
  double x = 0.5, y = 0.5;
  double rx = 0.5, ry = 0.5;
  double from = 0.5;
};

/// What a feature looks like. Polygons use fill, hatch, dots, tile, stroke, glows and waterlines; lines use
/// stroke and casing; points use marker, size, fill and stroke.
struct SymbolStyle {
  std::string name;
  Location where;
  std::optional<Color> fill;
  std::optional<std::string>
      palette;  ///< fill by colour of this palette, chosen per feature (`color_by` of the layer)
  double opacity = 1;
  std::optional<StrokeStyle> stroke;
  std::optional<StrokeStyle> casing;  ///< drawn under the stroke
  std::vector<HatchStyle> hatch;      ///< several cross
  std::optional<DotPatternStyle> dots;
  std::optional<TileStyle> tile;
  std::string marker = "circle";                          ///< circle, square, triangle, diamond, star, ring
  std::shared_ptr<const symbol::Drawing> marker_drawing;  ///< of a file, instead of `marker`
  double size = 5;                                        ///< points: diameter or side
  /// Waterlines: outlines at these distances (points; negative: inside), of the stroke's colour and width.
  std::vector<double> waterlines;
  std::optional<GlowStyle> glow;        ///< under the shapes
  std::optional<GlowStyle> inner_glow;  ///< over them, inside
  std::optional<FadeStyle> fade;        ///< of the whole layer
  std::string blend = "normal";         ///< normal, multiply, screen, darken, lighten; of the whole layer
};

struct TextStyle {
  std::string name;
  Location where;
  std::string font = "sans";  ///< key of `fonts`
  double size = 9;            ///< points
  double smallest = 0;        ///< points: names that find no place may be set as small as that; 0 = size
  int weight = 400;           ///< 100 … 900 ("regular", "bold", "black" … are read as numbers)
  int strong = 700;           ///< weight of words between ** and **
  bool italic = false;
  bool small_caps = false;
  bool uppercase = false;
  double spacing = 0;    ///< letter-spacing, points
  double leading = 1.2;  ///< line height / size
  Color color;
  std::optional<StrokeStyle> halo;  ///< width = how far it reaches beyond the glyph, points
  std::string align = "left";       ///< left, center, right
  std::optional<AlongStyle> along;  ///< of names that follow their line
};

/// A box on the page in points, origin top left, y down.
struct ItemStyle {
  std::string name;  ///< the name the project's page fills: "carte", "titre"
  std::string kind;  ///< frame, text, figures, legend, scale_bar, callouts, credits, rule, panel
  Location where;
  double left = 0, top = 0, width = 0, height = 0;  ///< points
  Node options;                                     ///< the item's other keys, read by layout for its kind
};

struct TemplateStyle {
  std::string name;
  Location where;
  double width = 0, height = 0;  ///< points
  Color background{255, 255, 255, 255};
  std::vector<ItemStyle> items;  ///< in paint order
};

struct Style {
  std::filesystem::path file;
  std::map<std::string, std::vector<std::string>> fonts;  ///< key → family names, first choice first
  std::map<std::string, Color> colors;
  std::map<std::string, TextStyle> texts;
  std::map<std::string, SymbolStyle> symbols;
  std::map<std::string, std::vector<Color>> palettes;
  std::map<std::string, TemplateStyle> templates;

  /// The named entry, or a usage error at `where` naming the nearest one.
  const TextStyle& text(const std::string& name, const Location& where) const;
  const SymbolStyle& symbol(const std::string& name, const Location& where) const;
  const TemplateStyle& page_template(const std::string& name, const Location& where) const;
  /// "#rrggbb" or a name of `colors`.
  Color color(const Node& node) const;
};

/// Reads and checks a style file.
Style read_style(const std::filesystem::path& file);
Style parse_style(const Node& root, const std::filesystem::path& file);

}  // namespace cartouche::project
