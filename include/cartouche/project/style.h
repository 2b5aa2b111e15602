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
#include "cartouche/symbol/along.h"
#include "cartouche/symbol/symbol.h"

namespace cartouche::project {

/// "12mm" or "8.5pt" → points; a usage error otherwise.
Points read_length(const Node& node);
struct Style;
/// { color, width, dash, cap, join, offset }; `what` names it in messages. The offset is checked here, and
/// read by read_offset.
symbol::Stroke read_stroke(const Node& node, const std::string& what, const Style& style);
/// The offset of a stroke that read_stroke took: points, to the right of a line's direction; 0 where it has
/// none.
double read_offset(const Node& stroke);
/// { color, width, offset: [x, y] }
symbol::Glow read_glow(const Node& node, const std::string& what, const Style& style);

/// A symbol under its name. What it looks like is resolved, but for a palette that a layer chooses from.
struct SymbolStyle {
  std::string name;
  Location where;
  /// Fill by colour of this palette, chosen for each feature (`color_by` of the layer).
  std::optional<std::string> palette;
  symbol::Symbol look;
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
  std::optional<symbol::Stroke> halo;  ///< width = how far it reaches beyond the glyph, points
  symbol::Align align = symbol::Align::left;
  std::optional<symbol::Along> along;  ///< of names that follow their line
};

/// An item of a template as written: its kind, its box and the options of its kind are read by `map`, which
/// knows the kinds.
struct ItemStyle {
  LocatedText name;  ///< the name the project's page fills: "carte", "titre"
  Node node;
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
