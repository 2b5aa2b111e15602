// Patterns over a fill: hatches, dots and tiles.

#include "cartouche/base/words.h"
#include "cartouche/project/built_in_tiles.h"
#include "style_parts.h"

namespace cartouche::project {
namespace {

symbol::Hatch parse_hatch(const Node& node, const Style& style) {
  Reader in(node, "hatch");
  symbol::Hatch hatch;
  hatch.color = style.color(in.required("color"));
  hatch.angle = in.number_or("angle", hatch.angle);
  hatch.spacing = length_or(in, "spacing", hatch.spacing);
  hatch.width = length_or(in, "width", hatch.width);
  in.finish();
  // Lines without a distance between them would never end.
  if (hatch.spacing <= 0) throw usage_error(node.where(), "the spacing of a hatch must be more than nothing");
  return hatch;
}

std::vector<symbol::Hatch> parse_hatches(const Node& node, const Style& style) {
  if (node.kind() != Node::Kind::list) return {parse_hatch(node, style)};
  std::vector<symbol::Hatch> hatches;
  for (const Node& one : node.items()) hatches.push_back(parse_hatch(one, style));
  return hatches;
}

symbol::DotPattern parse_dots(const Node& node, const Style& style) {
  Reader in(node, "dots");
  symbol::DotPattern dots;
  dots.color = style.color(in.required("color"));
  dots.spacing = length_or(in, "spacing", dots.spacing);
  dots.radius = length_or(in, "radius", dots.radius);
  in.finish();
  if (dots.spacing <= 0) throw usage_error(node.where(), "the spacing of dots must be more than nothing");
  return dots;
}

// A name of the program's own, or a file relative to the style that names it.
std::shared_ptr<const symbol::Drawing> tile_drawing(const LocatedText& name, FilesRead& read) {
  if (name.value.ends_with(".svg")) return read_drawing(name, read);
  if (auto known = built_in_tile(name.value)) return known;
  throw usage_error(name.where, "no tile '" + name.value + "', nor the path of an SVG file",
                    suggestion(name.value, built_in_tile_names()));
}

symbol::Tile parse_tile(const Node& node, const Style& style, FilesRead& read) {
  Reader in(node, "tile");
  symbol::Tile tile;
  tile.drawing = tile_drawing(in.text("drawing"), read);
  if (const Node* color = in.optional("color")) tile.color = style.color(*color);
  tile.size = length_or(in, "size", tile.drawing->width);
  tile.angle = in.number_or("angle", tile.angle);
  in.finish();
  if (tile.size <= 0) throw usage_error(node.where(), "the size of a tile must be more than nothing");
  return tile;
}

}  // namespace

void parse_patterns(Reader& in, symbol::Symbol& look, const Style& style, FilesRead& read) {
  if (const Node* hatch = in.optional("hatch")) look.hatch = parse_hatches(*hatch, style);
  if (const Node* dots = in.optional("dots")) look.dots = parse_dots(*dots, style);
  if (const Node* tile = in.optional("tile")) look.tile = parse_tile(*tile, style, read);
}

}  // namespace cartouche::project
