#include <cmath>

#include "context.h"

namespace cartouche::layout {
namespace {

// Width of the arrow over its length: slender enough that its direction is read, not its shape.
constexpr double kSlenderness = 0.42;
constexpr double kGap = 1.5;

}  // namespace

NorthArrowItem lay_out_north_arrow(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "north arrow '" + item.name + "'");
  const FrameView& view = context.frame_named(in.text("frame"), "north arrow '" + item.name + "'").view;
  const project::TextStyle& style = context.text_style(in.text("style"));
  NorthArrowItem arrow;
  arrow.color = read_color(in, "color", context.style()).value_or(style.color);
  const std::string letter = in.text_or("letter", "N");
  in.finish();
  const double angle = view.true_north;
  const Point up{std::sin(angle), -std::cos(angle)};  // y grows downwards on the page
  project::TextStyle centered = style;
  centered.align = symbol::Align::center;
  SetText text = set_text(context, letter, centered, 0, 0, 0);
  // Letter and arrow share the box: the letter stands upright beyond the tip.
  const double room = text.height > 0 ? text.height + kGap : 0;
  const double length = std::max(0.0, std::min(item.height - room, item.width / kSlenderness));
  const Point middle{item.left + item.width / 2, item.top + room + (item.height - room) / 2};
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
