// Soft edges, fades and blends of a look.

#include "style_parts.h"

namespace cartouche::project {
namespace {

void read_pair(Reader& in, std::string_view key, double& x, double& y) {
  const Node* node = in.optional(key);
  if (!node) return;
  if (node->items().size() != 2)
    throw usage_error(node->where(),
                      "'" + std::string(key) + "' is two numbers: shares of the frame's width and height",
                      "write [0.5, 0.5]");
  x = node->items()[0].number();
  y = node->items()[1].number();
}

symbol::Fade parse_fade(const Node& node) {
  Reader in(node, "fade");
  symbol::Fade fade;
  read_pair(in, "center", fade.x, fade.y);
  read_pair(in, "radius", fade.rx, fade.ry);
  fade.from = in.number_or("from", fade.from);
  in.finish();
  if (fade.rx <= 0 || fade.ry <= 0)
    throw usage_error(node.where(), "the radius of a fade must be more than nothing");
  if (fade.from < 0 || fade.from > 1) throw usage_error(node.where(), "'from' goes from 0 to 1");
  return fade;
}

}  // namespace

void parse_effects(Reader& in, symbol::Symbol& look, const Style& style) {
  if (const Node* waterlines = in.optional("waterlines"))
    for (const Node& distance : waterlines->items()) look.waterlines.push_back(read_length(distance).value);
  if (const Node* glow = in.optional("glow")) look.glow = read_glow(*glow, "glow", style);
  if (const Node* glow = in.optional("inner_glow")) look.inner_glow = read_glow(*glow, "inner_glow", style);
  if (const Node* fade = in.optional("fade")) look.fade = parse_fade(*fade);
  if (const auto blend = in.optional_text("blend")) look.blend = value_of(*blend, "blend", symbol::kBlends);
}

}  // namespace cartouche::project
