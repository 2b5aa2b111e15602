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
#include "cartouche/project/node.h"

namespace cartouche::project {

/// "12mm" or "8.5pt" → points; a usage error otherwise.
Points read_length(const Node& node);

struct StrokeStyle {
  Color color;
  double width = 0.5;        ///< points
  std::vector<double> dash;  ///< points; empty = solid
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

/// What a feature looks like. Polygons use fill, hatch, dots, stroke, glow; lines use stroke and casing;
/// points use marker, size, fill and stroke.
struct SymbolStyle {
  std::string name;
  Location where;
  std::optional<Color> fill;
  std::optional<std::string>
      palette;  ///< fill by colour of this palette, chosen per feature (`color_by` of the layer)
  double opacity = 1;
  std::optional<StrokeStyle> stroke;
  std::optional<StrokeStyle> casing;  ///< drawn under the stroke
  std::optional<HatchStyle> hatch;
  std::optional<DotPatternStyle> dots;
  std::string marker = "circle";  ///< circle, square, triangle, diamond, star, ring
  double size = 5;                ///< points: diameter or side
  /// Waterlines: outlines at these outward distances (points), of the stroke's colour and width, for coasts.
  std::vector<double> waterlines;
};

struct TextStyle {
  std::string name;
  Location where;
  std::string font = "sans";  ///< key of `fonts`
  double size = 9;            ///< points
  int weight = 400;           ///< 100 … 900 ("regular", "bold", "black" … are read as numbers)
  bool italic = false;
  bool small_caps = false;
  bool uppercase = false;
  double spacing = 0;    ///< letter-spacing, points
  double leading = 1.2;  ///< line height / size
  Color color;
  std::optional<StrokeStyle> halo;  ///< width = how far it reaches beyond the glyph, points
  std::string align = "left";       ///< left, center, right
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
