#include <cmath>

#include "context.h"

namespace cartouche::layout {
namespace {

// Width of the arrow over its length: slender enough that its direction is read, not its shape.
constexpr double kSlenderness = 0.42;
constexpr double kGap = 1.5;

}  // namespace

NorthArrowItem lay_out(Context& context, const PageItem& item, const items::NorthArrow& style, Printed&) {
  const FrameView& view = context.view_of(style.frame);
  const Box& box = item.box;
  NorthArrowItem arrow;
  arrow.color = style.color;
  const double angle = view.true_north;
  const Point up{std::sin(angle), -std::cos(angle)};  // y grows downwards on the page
  project::TextStyle centered = style.style;
  centered.align = symbol::Align::center;
  SetText text = set_text(context, style.letter, centered, 0, 0, 0);
  // Letter and arrow share the box: the letter stands upright beyond the tip.
  const double room = text.height > 0 ? text.height + kGap : 0;
  const double length = std::max(0.0, std::min(box.height() - room, box.width() / kSlenderness));
  const Point middle{box.min.x + box.width() / 2, box.min.y + room + (box.height() - room) / 2};
  arrow.foot = {middle.x - up.x * length / 2, middle.y - up.y * length / 2};
  arrow.tip = {middle.x + up.x * length / 2, middle.y + up.y * length / 2};
  arrow.width = kSlenderness * length;
  const Point letter_at{arrow.tip.x + up.x * (kGap + text.height / 2),
                        arrow.tip.y + up.y * (kGap + text.height / 2)};
  move(text.lines, letter_at.x - text.width / 2, letter_at.y - text.height / 2);
  arrow.texts = std::move(text.lines);
  return arrow;
}

}  // namespace cartouche::layout
