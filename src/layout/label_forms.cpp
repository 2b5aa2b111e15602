#include "label_forms.h"

#include <algorithm>

#include "cartouche/base/number_format.h"
#include "cartouche/text/upper_case.h"

namespace cartouche::layout {
namespace {

// Costs in the unit of place(): the gain of a name is 100.
constexpr double kCostSmaller = 10;  // for each point
constexpr double kCostShort = 16;
constexpr double kCostLines[] = {0, 0, 1, 3, 9};
// What is set smaller is so by this many points at a time.
constexpr double kSizeStep = 0.35;
// Latin letters, in sizes: height of capitals with an accent's foot, depth of descenders.
constexpr double kRise = 0.76, kDepth = 0.22;

// A dash between the parts of a name stays at the end of its line.
std::string with_tied_dashes(std::string text) {
  for (const std::string dash : {" - ", " – "})
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at + dash.size()))
      text.replace(at, 1, kNoBreakSpace);
  return text;
}

std::vector<double> sizes_of(const project::TextStyle& style) {
  std::vector<double> sizes;
  const double smallest = style.smallest > 0 ? style.smallest : style.size;
  for (double size = style.size; size > smallest; size -= kSizeStep) sizes.push_back(size);
  sizes.push_back(smallest);
  return sizes;
}

void add_forms(Context& context, const std::string& text, const project::TextStyle& style, int max_lines,
               double cost, std::vector<LabelForm>& forms) {
  const std::string words = with_tied_dashes(french_typography(style.uppercase ? upper_case(text) : text));
  const FontSpec font = font_of(style, context.style());
  std::size_t last_lines = 0;
  for (int lines = 1; lines <= max_lines; ++lines) {
    LabelForm form;
    form.block = context.shaper.balanced(words, font, lines, style.leading, context.diagnostics);
    if (form.block.lines.size() == last_lines) break;
    last_lines = form.block.lines.size();
    form.style = style;
    form.cost = cost + kCostLines[std::min<std::size_t>(last_lines, std::size(kCostLines) - 1)];
    form.width = form.block.width;
    form.rise = form.block.lines.front().baseline - kRise * style.size;
    form.height = form.block.lines.back().baseline + kDepth * style.size - form.rise;
    forms.push_back(std::move(form));
  }
}

}  // namespace

std::vector<PlacedText> LabelForm::placed(double left, double top) const {
  return place_block(block, style, left, top - rise, width);
}

std::vector<LabelForm> label_forms(Context& context, const NameForms& name, project::TextStyle style,
                                   int max_lines) {
  std::vector<LabelForm> forms;
  const double whole = style.size;
  for (const double size : sizes_of(style)) {
    style.size = size;
    const double cost = kCostSmaller * (whole - size);
    add_forms(context, name.text, style, max_lines, cost, forms);
    if (!name.short_text.empty() && name.short_text != name.text)
      add_forms(context, name.short_text, style, max_lines, cost + kCostShort, forms);
  }
  std::stable_sort(forms.begin(), forms.end(),
                   [](const LabelForm& a, const LabelForm& b) { return a.cost < b.cost; });
  return forms;
}

}  // namespace cartouche::layout
