#include <array>
#include <cmath>

#include "cartouche/base/number_format.h"
#include "context.h"

namespace cartouche::layout {
namespace {

// Mantissas a reader divides easily.
constexpr std::array kRound{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0};

// The longest round length that is not longer than `metres`.
double round_length(double metres) {
  const double power = std::pow(10, std::floor(std::log10(metres)));
  double best = power;
  for (const double mantissa : kRound)
    if (mantissa * power <= metres * (1 + 1e-9)) best = mantissa * power;
  return best;
}

std::string length_text(double metres) {
  const bool kilometres = metres >= 1000;
  return format_french(kilometres ? metres / 1000 : metres, -1) + std::string(kNarrowNoBreakSpace) +
         (kilometres ? "km" : "m");
}

}  // namespace

ScaleBarItem lay_out(Context& context, const PageItem& item, const items::ScaleBar& style, Printed& printed) {
  ScaleBarItem bar;
  bar.stroke = style.stroke;
  bar.tick = style.tick;
  const Box& box = item.box;
  const FrameView& view = context.view_of(style.frame);
  const double longest = std::min(box.width(), style.fraction * view.box.width());
  const double metres = round_length(longest * view.ground_metres_per_point);
  const double length = metres / view.ground_metres_per_point;
  const bool right = style.style.align == symbol::Align::right;
  const double left = right                                        ? box.min.x + box.width() - length
                      : style.style.align == symbol::Align::center ? box.min.x + (box.width() - length) / 2
                                                                   : box.min.x;
  const double y = box.max.y;
  bar.from = {left, y};
  bar.to = {left + length, y};
  project::TextStyle centered = style.style;
  centered.align = symbol::Align::center;
  SetText text = set_text(context, length_text(metres), centered, left, 0, length);
  move(text.lines, 0, y - bar.tick - text.height);
  bar.texts = std::move(text.lines);
  map::Figure figure;
  figure.name = "echelle." + style.frame;
  figure.text = length_text(metres);
  figure.value = metres >= 1000 ? metres / 1000 : metres;
  figure.computed = figure.value;
  figure.unit = metres >= 1000 ? "km" : "m";
  figure.query = "scale of frame " + style.frame + " at its centre";
  printed.push_back(std::move(figure));
  return bar;
}

}  // namespace cartouche::layout
