#include <array>
#include <utility>

#include "cartouche/base/words.h"
#include "style_parts.h"

namespace cartouche::project {
namespace {

// CSS Fonts Module Level 4, table of common weight names.
constexpr std::array<std::pair<std::string_view, int>, 9> kWeights{{{"thin", 100},
                                                                    {"extralight", 200},
                                                                    {"light", 300},
                                                                    {"regular", 400},
                                                                    {"medium", 500},
                                                                    {"semibold", 600},
                                                                    {"bold", 700},
                                                                    {"extrabold", 800},
                                                                    {"black", 900}}};

int read_weight(const Node& node) {
  const std::string& text = node.text();
  std::vector<std::string> names;
  for (const auto& [name, weight] : kWeights) {
    if (text == name) return weight;
    names.emplace_back(name);
  }
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
    throw usage_error(node.where(), "no font weight '" + text + "'", suggestion(text, names));
  const int weight = node.integer();
  if (weight < 100 || weight > 900) throw usage_error(node.where(), "font weights go from 100 to 900");
  return weight;
}

double angle_or(Reader& in, std::string_view key, double fallback) {
  const Node* node = in.optional(key);
  if (!node) return fallback;
  const double degrees = node->number();
  if (!(degrees > 0 && degrees <= 360))
    throw usage_error(node->where(),
                      "'" + std::string(key) + "' is an angle of more than 0 and at most 360 degrees");
  return degrees;
}

symbol::Along read_along(const Node& node) {
  Reader in(node, "along");
  symbol::Along along;
  if (const auto side = in.optional_text("side")) along.side = value_of(*side, "side", symbol::kSides);
  along.offset = length_or(in, "offset", along.offset);
  along.repeat = length_or(in, "repeat", along.repeat);
  along.turn = angle_or(in, "turn", along.turn);
  along.bend = angle_or(in, "bend", along.bend);
  along.smooth = length_or(in, "smooth", along.smooth);
  in.finish();
  return along;
}

void require_font(const TextStyle& text, const Location& where, const Style& style) {
  std::vector<std::string> names;
  for (const auto& [name, families] : style.fonts) names.push_back(name);
  require_one_of({text.font, where}, "font", names);
}

}  // namespace

TextStyle parse_text_style(const LocatedText& name, const Node& node, const Style& style) {
  Reader in(node, "text style '" + name.value + "'");
  TextStyle text;
  text.name = name.value;
  text.where = name.where;
  const Node* font = in.optional("font");
  if (font) text.font = font->text();
  require_font(text, font ? font->where() : name.where, style);
  text.size = length_or(in, "size", text.size);
  if (const Node* smallest = in.optional("smallest")) {
    text.smallest = read_length(*smallest).value;
    if (text.smallest <= 0 || text.smallest > text.size)
      throw usage_error(smallest->where(), "'smallest' lies between nothing and the size");
  }
  if (const Node* weight = in.optional("weight")) text.weight = read_weight(*weight);
  if (const Node* strong = in.optional("strong")) text.strong = read_weight(*strong);
  text.italic = in.boolean_or("italic", false);
  text.small_caps = in.boolean_or("small_caps", false);
  text.uppercase = in.boolean_or("uppercase", false);
  if (const Node* spacing = in.optional("spacing")) text.spacing = read_length(*spacing).value;
  text.leading = in.number_or("leading", text.leading);
  if (const Node* color = in.optional("color")) text.color = style.color(*color);
  if (const Node* halo = in.optional("halo")) text.halo = read_stroke(*halo, "halo", style);
  if (const auto align = in.optional_text("align"))
    text.align = value_of(*align, "alignment", symbol::kAligns);
  if (const Node* along = in.optional("along")) text.along = read_along(*along);
  in.finish();
  if (text.size <= 0 || text.leading <= 0)
    throw usage_error(name.where,
                      "size and leading of text style '" + name.value + "' must be more than nothing");
  return text;
}

}  // namespace cartouche::project
