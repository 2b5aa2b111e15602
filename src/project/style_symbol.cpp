#include "cartouche/base/shipped_files.h"
#include "cartouche/svg/drawing.h"
#include "style_parts.h"

namespace cartouche::project {
namespace {

std::string read_palette(const LocatedText& name, const Style& style) {
  std::vector<std::string> names;
  for (const auto& [known, colors] : style.palettes) names.push_back(known);
  require_one_of(name, "palette", names);
  return name.value;
}

// One of the program's own, or a file relative to the style that names it.
void read_marker(const LocatedText& marker, symbol::Symbol& look, FilesRead& read) {
  if (marker.value.ends_with(".svg")) {
    look.marker_drawing = read_drawing(marker, read);
    return;
  }
  look.marker = value_of(marker, "marker", symbol::kMarkers);
}

double read_opacity(Reader& in) {
  const Node* node = in.optional("opacity");
  if (!node) return 1;
  const double opacity = node->number();
  if (opacity < 0 || opacity > 1) throw usage_error(node->where(), "opacity goes from 0 to 1");
  return opacity;
}

}  // namespace

std::shared_ptr<const symbol::Drawing> read_drawing(const LocatedText& name, FilesRead& read) {
  const auto file = path_named(std::filesystem::path(name.where.file).parent_path(), name.value, name.where);
  read.insert(file);
  return svg::read_drawing(file, name.where);
}

SymbolStyle parse_symbol(const LocatedText& name, const Node& node, const Style& style, FilesRead& read) {
  const std::string what = "symbol '" + name.value + "'";
  Reader in(node, what);
  SymbolStyle symbol;
  symbol.name = name.value;
  symbol.where = name.where;
  symbol::Symbol& look = symbol.look;
  if (const Node* fill = in.optional("fill")) look.fill = style.color(*fill);
  if (const auto palette = in.optional_text("palette")) symbol.palette = read_palette(*palette, style);
  look.opacity = read_opacity(in);
  if (const Node* stroke = in.optional("stroke")) {
    look.stroke = read_stroke(*stroke, "stroke", style);
    look.offset = read_offset(*stroke);
  }
  if (const Node* casing = in.optional("casing")) look.casing = read_stroke(*casing, "casing", style);
  parse_patterns(in, look, style, read);
  if (const auto marker = in.optional_text("marker")) read_marker(*marker, look, read);
  look.size = length_or(in, "size", look.size);
  parse_effects(in, look, style);
  in.finish();
  return symbol;
}

}  // namespace cartouche::project
