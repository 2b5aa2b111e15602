#include "style_parts.h"

namespace cartouche::project {
namespace {

HatchStyle parse_hatch(const Node& node, const Style& style) {
  Reader in(node, "hatch");
  HatchStyle hatch;
  hatch.color = style.color(in.required("color"));
  hatch.angle = in.number_or("angle", hatch.angle);
  hatch.spacing = length_or(in, "spacing", hatch.spacing);
  hatch.width = length_or(in, "width", hatch.width);
  in.finish();
  // Lines without a distance between them would never end.
  if (hatch.spacing <= 0) throw usage_error(node.where(), "the spacing of a hatch must be more than nothing");
  return hatch;
}

DotPatternStyle parse_dots(const Node& node, const Style& style) {
  Reader in(node, "dots");
  DotPatternStyle dots;
  dots.color = style.color(in.required("color"));
  dots.spacing = length_or(in, "spacing", dots.spacing);
  dots.radius = length_or(in, "radius", dots.radius);
  in.finish();
  if (dots.spacing <= 0) throw usage_error(node.where(), "the spacing of dots must be more than nothing");
  return dots;
}

std::string read_palette(const Text& name, const Style& style) {
  std::vector<std::string> names;
  for (const auto& [known, colors] : style.palettes) names.push_back(known);
  require_one_of(name, "palette", names);
  return name.value;
}

double read_opacity(Reader& in) {
  const Node* node = in.optional("opacity");
  if (!node) return 1;
  const double opacity = node->number();
  if (opacity < 0 || opacity > 1) throw usage_error(node->where(), "opacity goes from 0 to 1");
  return opacity;
}

}  // namespace

SymbolStyle parse_symbol(const Text& name, const Node& node, const Style& style) {
  const std::string what = "symbol '" + name.value + "'";
  Reader in(node, what);
  SymbolStyle symbol;
  symbol.name = name.value;
  symbol.where = name.where;
  if (const Node* fill = in.optional("fill")) symbol.fill = style.color(*fill);
  if (const auto palette = in.optional_text("palette")) symbol.palette = read_palette(*palette, style);
  symbol.opacity = read_opacity(in);
  if (const Node* stroke = in.optional("stroke")) symbol.stroke = parse_stroke(*stroke, "stroke", style);
  if (const Node* casing = in.optional("casing")) symbol.casing = parse_stroke(*casing, "casing", style);
  if (const Node* hatch = in.optional("hatch")) symbol.hatch = parse_hatch(*hatch, style);
  if (const Node* dots = in.optional("dots")) symbol.dots = parse_dots(*dots, style);
  if (const auto marker = in.optional_text("marker")) {
    require_one_of(*marker, "marker", {"circle", "square", "triangle", "diamond", "star", "ring"});
    symbol.marker = marker->value;
  }
  symbol.size = length_or(in, "size", symbol.size);
  if (const Node* waterlines = in.optional("waterlines"))
    for (const Node& distance : waterlines->items()) symbol.waterlines.push_back(read_length(distance).value);
  in.finish();
  return symbol;
}

}  // namespace cartouche::project
