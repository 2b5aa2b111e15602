#include "context.h"

#include "cartouche/base/number_format.h"
#include "cartouche/base/words.h"
#include "cartouche/text/upper_case.h"

namespace cartouche::layout {

FontSpec font_of(const project::TextStyle& text, const project::Style& style) {
  const auto families = style.fonts.find(text.font);
  if (families == style.fonts.end()) {
    std::vector<std::string> names;
    for (const auto& [name, list] : style.fonts) names.push_back(name);
    throw usage_error(text.where, "no font '" + text.font + "' in the style", suggestion(text.font, names));
  }
  FontSpec font;
  font.families = families->second;
  font.size = text.size;
  font.weight = text.weight;
  font.italic = text.italic;
  font.small_caps = text.small_caps;
  font.spacing = text.spacing;
  return font;
}

const FrameItem& Context::frame_named(const project::LocatedText& name, const std::string& what) const {
  const auto found = frames.find(name.value);
  if (found != frames.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, frame] : frames) names.push_back(known);
  throw usage_error(name.where, what + " names no frame of the page: '" + name.value + "'",
                    suggestion(name.value, names));
}

namespace {

double aligned(symbol::Align align, double room) {
  if (align == symbol::Align::center) return room / 2;
  return align == symbol::Align::right ? room : 0;
}

}  // namespace

std::vector<PlacedText> place_block(const TextBlock& block, const project::TextStyle& style, double left,
                                    double top, double width) {
  std::vector<PlacedText> placed;
  for (const TextLine& line : block.lines) {
    const double start = left + aligned(style.align, width - line.width);
    for (const TextRun& run : line.runs)
      placed.push_back({run.text, run.run, {start + run.x, top + line.baseline}, style.color, style.halo});
  }
  return placed;
}

SetText set_text(Context& context, const std::string& text, const project::TextStyle& style, double left,
                 double top, double width) {
  if (text.empty()) return {};
  const std::string words = french_typography(style.uppercase ? upper_case(text) : text);
  FontSpec font = font_of(style, context.style());
  font.strong = style.strong;
  const TextBlock block = context.shaper.block(words, font, width, style.leading, context.diagnostics);
  return {place_block(block, style, left, top, width > 0 ? width : block.width), block.width, block.height};
}

void move(std::vector<PlacedText>& texts, double dx, double dy) {
  for (PlacedText& text : texts) text.at = {text.at.x + dx, text.at.y + dy};
}

void report_overflow(Context& context, const project::ItemStyle& item, const std::string& finding,
                     double height) {
  constexpr double kTolerated = 0.5;
  if (height <= item.height + kTolerated) return;
  context.diagnostics.add(Severity::problem, "text-overflow", finding + " on page '" + context.map.file + "'",
                          item.where, {item.name});
}

std::optional<Color> read_color(project::Reader& in, std::string_view key, const project::Style& style) {
  const project::Node* node = in.optional(key);
  if (!node) return std::nullopt;
  return style.color(*node);
}

double read_length_or(project::Reader& in, std::string_view key, double fallback) {
  const project::Node* node = in.optional(key);
  return node ? project::read_length(*node).value : fallback;
}

std::optional<symbol::Stroke> read_stroke(project::Reader& in, std::string_view key,
                                          const project::Style& style) {
  const project::Node* node = in.optional(key);
  if (!node) return std::nullopt;
  return project::read_stroke(*node, std::string(key), style);
}

}  // namespace cartouche::layout
