// Plain text and key figures.

#include <algorithm>

#include "context.h"

namespace cartouche::layout {
namespace {

std::string text_overflow(const PageItem& item) {
  return "the text of '" + item.name + "' is higher than its box";
}

}  // namespace

TextItem lay_out(Context& context, const PageItem& item, const items::Text& style, Printed&) {
  const auto words = context.map.texts.find(item.name);
  if (words == context.map.texts.end()) return {};
  SetText text =
      set_text(context, words->second, style.style, item.box.min.x, item.box.min.y, item.box.width());
  report_overflow(context, item, text_overflow(item), text.height);
  move(text.lines, 0, valigned(style.valign, item.box.height() - text.height));
  return {std::move(text.lines)};
}

TextItem lay_out(Context& context, const PageItem& item, const items::Figures& style, Printed&) {
  TextItem result;
  const auto figures = context.map.figure_items.find(item.name);
  if (figures == context.map.figure_items.end()) return result;
  const double width = (item.box.width() - style.gap * (style.columns - 1)) / style.columns;
  double row_top = item.box.min.y, row_height = 0;
  int column = 0;
  for (const map::KeyFigure& figure : figures->second) {
    if (column == style.columns) {
      column = 0;
      row_top += row_height + style.gap;
      row_height = 0;
    }
    const double left = item.box.min.x + column * (width + style.gap);
    SetText big = set_text(context, figure.figure, style.number, left, row_top, width);
    SetText small =
        set_text(context, figure.caption, style.caption, left, row_top + big.height + style.space, width);
    row_height = std::max(row_height, big.height + style.space + small.height);
    std::move(big.lines.begin(), big.lines.end(), std::back_inserter(result.lines));
    std::move(small.lines.begin(), small.lines.end(), std::back_inserter(result.lines));
    ++column;
  }
  report_overflow(context, item, text_overflow(item), row_top + row_height - item.box.min.y);
  return result;
}

}  // namespace cartouche::layout
