// Plain text and key figures.

#include <algorithm>

#include "context.h"
#include "option_words.h"

namespace cartouche::layout {
namespace {

std::string text_overflow(const project::ItemStyle& item) {
  return "the text of '" + item.name + "' is higher than its box";
}

}  // namespace

TextItem lay_out_text(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "text '" + item.name + "'");
  const project::TextStyle& style = context.text_style(in.text("style"));
  const std::string valign = read_word_or(in, "valign", {"top", "middle", "bottom"}, "top");
  in.finish();
  const auto words = context.map.texts.find(item.name);
  if (words == context.map.texts.end()) return {};
  SetText text = set_text(context, words->second, style, item.left, item.top, item.width);
  report_overflow(context, item, text_overflow(item), text.height);
  move(text.lines, 0, valigned(valign, item.height - text.height));
  return {std::move(text.lines)};
}

TextItem lay_out_figures(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "figures '" + item.name + "'");
  const project::TextStyle& number = context.text_style(in.text("number"));
  const project::TextStyle& caption = context.text_style(in.text("caption"));
  const double gap = read_length_or(in, "gap", 8);
  const double space = read_length_or(in, "space", 1);
  const int columns = in.integer_or("columns", 1);
  in.finish();
  if (columns < 1) throw usage_error(item.where, "'columns' must be 1 or more");
  TextItem result;
  const auto figures = context.map.figure_items.find(item.name);
  if (figures == context.map.figure_items.end()) return result;
  const double width = (item.width - gap * (columns - 1)) / columns;
  double row_top = item.top, row_height = 0;
  int column = 0;
  for (const map::KeyFigure& figure : figures->second) {
    if (column == columns) {
      column = 0;
      row_top += row_height + gap;
      row_height = 0;
    }
    const double left = item.left + column * (width + gap);
    SetText big = set_text(context, figure.figure, number, left, row_top, width);
    SetText small = set_text(context, figure.caption, caption, left, row_top + big.height + space, width);
    row_height = std::max(row_height, big.height + space + small.height);
    std::move(big.lines.begin(), big.lines.end(), std::back_inserter(result.lines));
    std::move(small.lines.begin(), small.lines.end(), std::back_inserter(result.lines));
    ++column;
  }
  report_overflow(context, item, text_overflow(item), row_top + row_height - item.top);
  return result;
}

}  // namespace cartouche::layout
