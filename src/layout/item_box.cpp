#include "item_box.h"

namespace cartouche::layout {
namespace {

struct BoxOf {
  Box operator()(const FrameItem& item) const {
    Box box = item.view.box;
    box.extend(box_of(item.title));
    return box;
  }
  Box operator()(const TextItem& item) const { return box_of(item.lines); }
  Box operator()(const LegendItem& item) const {
    Box box = box_of(item.texts);
    for (const Swatch& swatch : item.swatches) box.extend(swatch.box);
    return box;
  }
  Box operator()(const ScaleBarItem& item) const {
    Box box = box_of(item.texts);
    box.extend(item.from);
    box.extend(item.to);
    return box;
  }
  Box operator()(const CalloutsItem& item) const {
    Box box;
    for (const PlacedCallout& callout : item.callouts) box.extend(callout.box);
    return box;
  }
  Box operator()(const RuleItem& item) const {
    Box box;
    box.extend(item.from);
    box.extend(item.to);
    return box;
  }
  Box operator()(const PanelItem& item) const { return item.box; }
  Box operator()(const ChartItem& item) const {
    Box box = box_of(item.texts);
    for (const ChartShape& shape : item.shapes) box.extend(shape.path.box());
    return box;
  }
  Box operator()(const NorthArrowItem& item) const {
    Box box = box_of(item.texts);
    box.extend(item.foot);
    box.extend(item.tip);
    return box;
  }
  Box operator()(const LocatorItem& item) const {
    Box box;
    for (const Point p : item.outline) box.extend(p);
    return box;
  }
};

struct Mover {
  double dx, dy;

  void point(Point& p) const { p = {p.x + dx, p.y + dy}; }
  void box(Box& box) const {
    point(box.min);
    point(box.max);
  }

  void operator()(FrameItem&) const {}
  void operator()(CalloutsItem&) const {}
  void operator()(LocatorItem&) const {}
  void operator()(TextItem& item) const { layout::move(item.lines, dx, dy); }
  void operator()(LegendItem& item) const {
    layout::move(item.texts, dx, dy);
    for (Swatch& swatch : item.swatches) box(swatch.box);
    for (LegendLeader& leader : item.leaders) {
      point(leader.from);
      point(leader.to);
    }
  }
  void operator()(ScaleBarItem& item) const {
    point(item.from);
    point(item.to);
    layout::move(item.texts, dx, dy);
  }
  void operator()(RuleItem& item) const {
    point(item.from);
    point(item.to);
  }
  void operator()(PanelItem& item) const { box(item.box); }
  void operator()(ChartItem& item) const {
    for (ChartShape& shape : item.shapes) shape.path = shape.path.transformed(Affine::translation(dx, dy));
    layout::move(item.texts, dx, dy);
  }
  void operator()(NorthArrowItem& item) const {
    point(item.foot);
    point(item.tip);
    layout::move(item.texts, dx, dy);
  }
};

}  // namespace

Box box_of(const std::vector<PlacedText>& texts) {
  // Shares of the font size that Latin text fonts keep to.
  constexpr double kAscent = 0.8, kDescent = 0.22;
  Box box;
  for (const PlacedText& text : texts) {
    box.extend(Point{text.at.x, text.at.y - kAscent * text.run.size});
    box.extend(Point{text.at.x + text.run.advance, text.at.y + kDescent * text.run.size});
  }
  return box;
}

Box box_of(const ItemValue& item) {
  return std::visit(BoxOf{}, item);
}

void move(ItemValue& item, double dx, double dy) {
  std::visit(Mover{dx, dy}, item);
}

}  // namespace cartouche::layout
