// Rules and panels: lines and boxes that belong to the page's design.

#include "context.h"

namespace cartouche::layout {

RuleItem lay_out_rule(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "rule '" + item.name + "'");
  RuleItem rule;
  if (const auto stroke = read_stroke(in, "stroke", context.style())) rule.stroke = *stroke;
  rule.knob = read_length_or(in, "knob", 0);
  rule.fade = in.boolean_or("fade", false);
  in.finish();
  const double y = item.top + item.height / 2;
  rule.from = {item.left, y};
  rule.to = {item.left + item.width, y};
  return rule;
}

PanelItem lay_out_panel(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "panel '" + item.name + "'");
  PanelItem panel;
  panel.box = {{item.left, item.top}, {item.left + item.width, item.top + item.height}};
  panel.fill = read_color(in, "fill", context.style());
  panel.stroke = read_stroke(in, "stroke", context.style());
  panel.radius = read_length_or(in, "radius", 0);
  in.finish();
  return panel;
}

}  // namespace cartouche::layout
