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

ScaleBarItem lay_out_scale_bar(Context& context, const project::ItemStyle& item, Page& page) {
  project::Reader in(item.options, "scale bar '" + item.name + "'");
  const project::LocatedText frame_name = in.text("frame");
  const project::TextStyle& style = context.text_style(in.text("style"));
  ScaleBarItem bar;
  if (const auto stroke = read_stroke(in, "stroke", context.style())) bar.stroke = *stroke;
  bar.tick = read_length_or(in, "tick", 3);
  const double fraction = in.number_or("fraction", 0.25);
  in.finish();
  const FrameView& view = context.frame_named(frame_name, "scale bar '" + item.name + "'").view;
  const double longest = std::min(item.width, fraction * view.box.width());
  const double metres = round_length(longest * view.ground_metres_per_point);
  const double length = metres / view.ground_metres_per_point;
  const bool right = style.align == symbol::Align::right;
  const double left = right                                  ? item.left + item.width - length
                      : style.align == symbol::Align::center ? item.left + (item.width - length) / 2
                                                             : item.left;
  const double y = item.top + item.height;
  bar.from = {left, y};
  bar.to = {left + length, y};
  project::TextStyle centered = style;
  centered.align = symbol::Align::center;
  SetText text = set_text(context, length_text(metres), centered, left, 0, length);
  move(text.lines, 0, y - bar.tick - text.height);
  bar.texts = std::move(text.lines);
  map::Figure figure;
  figure.name = "echelle." + frame_name.value;
  figure.text = length_text(metres);
  figure.value = metres >= 1000 ? metres / 1000 : metres;
  figure.computed = figure.value;
  figure.unit = metres >= 1000 ? "km" : "m";
  figure.query = "scale of frame " + frame_name.value + " at its centre";
  page.printed.push_back(std::move(figure));
  return bar;
}

}  // namespace cartouche::layout
