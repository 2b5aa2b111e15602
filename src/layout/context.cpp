#include "context.h"

#include "cartouche/base/finding_codes.h"
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

void report_overflow(Context& context, const map::PageItem& item, const std::string& finding, double height) {
  constexpr double kTolerated = 0.5;
  if (height <= item.box.height() + kTolerated) return;
  context.diagnostics.add(cartouche::finding("text-overflow"),
                          finding + " on page '" + context.map.file + "'", item.where, {item.name});
}

double valigned(map::items::Vertical valign, double room) {
  switch (valign) {
    case map::items::Vertical::top:
      return 0;
    case map::items::Vertical::middle:
      return room / 2;
    case map::items::Vertical::bottom:
      return room;
  }
  return 0;
}

}  // namespace cartouche::layout
