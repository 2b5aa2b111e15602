#include "item_box.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

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
    for (const Point end : {item.from, item.to}) {
      box.extend(end);
      box.extend(Point{end.x, end.y - item.tick});
    }
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
    return box.expanded(std::max(item.knob, item.stroke.width / 2));
  }
  Box operator()(const PanelItem& item) const { return item.box; }
  Box operator()(const ChartItem& item) const {
    Box box = box_of(item.texts);
    for (const ChartShape& shape : item.shapes) box.extend(shape.path.box());
    return box;
  }
  Box operator()(const NorthArrowItem& item) const {
    Box box = box_of(item.texts);
    box.extend(item.tip);
    const double dx = item.tip.x - item.foot.x, dy = item.tip.y - item.foot.y, length = std::hypot(dx, dy);
    const double half = length > 0 ? item.width / 2 / length : 0;  // of the foot's width, over the length
    box.extend(Point{item.foot.x - half * dy, item.foot.y + half * dx});
    box.extend(Point{item.foot.x + half * dy, item.foot.y - half * dx});
    return box;
  }
  Box operator()(const LocatorItem& item) const {
    Box box;
    for (const Point p : item.outline) box.extend(p);
    return box;
  }
};

// Every member of a kind is named in a structured binding, used or not: one that is added does not compile
// until it is looked at here.
struct Mover {
  double dx, dy;

  void move(Point& p) const { p = {p.x + dx, p.y + dy}; }
  void move(Box& box) const {
    move(box.min);
    move(box.max);
  }
  void move(Path& path) const { path = path.transformed(Affine::translation(dx, dy)); }
  void move(TurnedCluster& letter) const { letter = {letter.x + dx, letter.y + dy, letter.angle}; }
  void move(PlacedText& placed) const {
    auto& [text, run, at, color, halo, angle, along] = placed;
    move(at);
    move(along);
  }
  void move(Swatch& swatch) const {
    auto& [kind, box, symbol] = swatch;
    move(box);
  }
  void move(LegendLeader& leader) const {
    auto& [from, to, color] = leader;
    move(from);
    move(to);
  }
  void move(LegendLine& line) const {
    auto& [layer, entry, text, swatches] = line;
    move(swatches);
  }
  void move(PlacedCallout& callout) const {
    auto& [id, name, box, texts, leader] = callout;
    move(box);
    move(texts);
    move(leader);
  }
  void move(ChartShape& shape) const {
    auto& [id, path, color] = shape;
    move(path);
  }
  void move(std::pair<Point, Point>& line) const {
    move(line.first);
    move(line.second);
  }
  template <class Part>
  void move(std::vector<Part>& parts) const {
    for (Part& part : parts) move(part);
  }

  void operator()(FrameItem&) const { throw std::logic_error("a frame is laid out where it stands"); }
  void operator()(TextItem& item) const {
    auto& [lines] = item;
    move(lines);
  }
  void operator()(LegendItem& item) const {
    auto& [swatches, leaders, texts, lines] = item;
    move(swatches);
    move(leaders);
    move(texts);
    move(lines);
  }
  void operator()(ScaleBarItem& item) const {
    auto& [from, to, tick, stroke, texts] = item;
    move(from);
    move(to);
    move(texts);
  }
  void operator()(CalloutsItem& item) const {
    auto& [callouts, fill, stroke, leader, radius, ring] = item;
    move(callouts);
  }
  void operator()(RuleItem& item) const {
    auto& [from, to, stroke, knob, fade] = item;
    move(from);
    move(to);
  }
  void operator()(PanelItem& item) const {
    auto& [box, fill, stroke, radius] = item;
    move(box);
  }
  void operator()(ChartItem& item) const {
    auto& [shapes, texts] = item;
    move(shapes);
    move(texts);
  }
  void operator()(NorthArrowItem& item) const {
    auto& [foot, tip, width, color, texts] = item;
    move(foot);
    move(tip);
    move(texts);
  }
  void operator()(LocatorItem& item) const {
    auto& [outline, ties, fill, stroke, tie] = item;
    move(outline);
    move(ties);
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

std::vector<Box> boxes_of(const PlacedLabel& name) {
  std::vector<Box> boxes;
  for (const PlacedText& text : name.lines)
    for (const TurnedCluster& letter : text.along)
      boxes.push_back(Box{{letter.x, letter.y}, {letter.x, letter.y}}.expanded(0.8 * text.run.size));
  if (boxes.empty()) boxes.push_back(name.box);
  return boxes;
}

Box box_of(const ItemValue& item) {
  return std::visit(BoxOf{}, item);
}

void move(ItemValue& item, double dx, double dy) {
  std::visit(Mover{dx, dy}, item);
}

void move(LegendItem& item, double dx, double dy) {
  Mover{dx, dy}(item);
}

void move(std::vector<PlacedText>& texts, double dx, double dy) {
  Mover{dx, dy}.move(texts);
}

}  // namespace cartouche::layout
