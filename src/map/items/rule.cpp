#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

Rule Rule::read(ItemReader& in) {
  Rule rule;
  rule.stroke = in.stroke("stroke").value_or(rule.stroke);
  rule.knob = in.length("knob", rule.knob);
  rule.fade = in.boolean("fade", rule.fade);
  return rule;
}

}  // namespace cartouche::map::items
