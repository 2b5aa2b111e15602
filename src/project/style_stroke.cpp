#include "style_parts.h"

namespace cartouche::project {
namespace {

std::vector<double> read_dash(const Node& dash) {
  std::vector<double> lengths;
  double total = 0;
  for (const Node& length : dash.items()) {
    lengths.push_back(read_length(length).value);
    if (lengths.back() < 0) throw usage_error(length.where(), "a dash may not be negative");
    total += lengths.back();
  }
  if (total <= 0)
    throw usage_error(dash.where(), "the dashes add up to nothing", "leave 'dash' out for a solid line");
  return lengths;
}

template <class Words>
auto word_or(Reader& in, std::string_view key, const Words& words, decltype(words.front().value) fallback) {
  const auto word = in.optional_text(key);
  return word ? value_of(*word, "line " + std::string(key), words) : fallback;
}

}  // namespace

symbol::Stroke read_stroke(const Node& node, const std::string& what, const Style& style) {
  Reader in(node, what);
  symbol::Stroke stroke;
  stroke.color = style.color(in.required("color"));
  stroke.width = length_or(in, "width", stroke.width);
  if (const Node* dash = in.optional("dash")) stroke.dash = read_dash(*dash);
  // Round caps would close the gaps of a dashed line.
  stroke.cap =
      word_or(in, "cap", symbol::kCaps, stroke.dash.empty() ? symbol::Cap::round : symbol::Cap::butt);
  stroke.join = word_or(in, "join", symbol::kJoins, symbol::Join::round);
  if (const Node* offset = in.optional("offset")) read_length(*offset);
  in.finish();
  return stroke;
}

double read_offset(const Node& stroke) {
  const Node* offset = stroke.is_null() ? nullptr : stroke.find("offset");
  return offset ? read_length(*offset).value : 0;
}

symbol::Glow read_glow(const Node& node, const std::string& what, const Style& style) {
  Reader in(node, what);
  symbol::Glow glow;
  glow.color = style.color(in.required("color"));
  glow.width = length_or(in, "width", glow.width);
  if (const Node* offset = in.optional("offset")) {
    if (offset->items().size() != 2)
      throw usage_error(offset->where(), "an offset is two lengths: to the right and down",
                        "write [0.5mm, 0.5mm]");
    glow.dx = read_length(offset->items()[0]).value;
    glow.dy = read_length(offset->items()[1]).value;
  }
  in.finish();
  if (glow.width <= 0) throw usage_error(node.where(), "a soft edge needs a width");
  return glow;
}

}  // namespace cartouche::project
