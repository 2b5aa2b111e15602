// Rules and panels: lines and boxes that belong to the page's design.

#include "context.h"

namespace cartouche::layout {

RuleItem lay_out(Context&, const PageItem& item, const items::Rule& style, Printed&) {
  const double y = item.box.min.y + item.box.height() / 2;
  return {{item.box.min.x, y}, {item.box.max.x, y}, style.stroke, style.knob, style.fade};
}

PanelItem lay_out(Context&, const PageItem& item, const items::Panel& style, Printed&) {
  return {item.box, style.fill, style.stroke, style.radius};
}

}  // namespace cartouche::layout
