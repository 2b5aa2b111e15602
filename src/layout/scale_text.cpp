#include <cmath>

#include "cartouche/base/number_format.h"
#include "context.h"

namespace cartouche::layout {
namespace {

constexpr double kMetresPerPoint = 0.0254 / 72;
// A denominator is printed with two digits; where that is further off than this, the text says so. The scale
// of a map of a region changes by as much from its middle to its edge (Lambert-93: up to 1 in 1000 at the
// standard parallels, 1 in 300 at the ends of the country).
constexpr double kExact = 0.005;

double rounded_to_two_digits(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)) - 1);
  return std::round(value / power) * power;
}

std::string ratio_text(double denominator) {
  const double printed = rounded_to_two_digits(denominator);
  const bool exact = std::abs(printed - denominator) <= kExact * denominator;
  return (exact ? "Échelle 1:" : "Échelle environ 1:") + format_french(printed, 0);
}

std::string words_text(double denominator) {
  const double metres = rounded_to_two_digits(denominator / 100);
  const bool exact = std::abs(metres - denominator / 100) <= kExact * denominator / 100;
  const bool kilometres = metres >= 1000;
  return std::string(exact ? "1 cm pour " : "1 cm pour environ ") +
         format_french(kilometres ? metres / 1000 : metres, -1) + std::string(kNarrowNoBreakSpace) +
         (kilometres ? "km" : "m");
}

}  // namespace

TextItem lay_out(Context& context, const PageItem& item, const items::ScaleText& style, Printed& printed) {
  const FrameView& view = context.view_of(style.frame);
  const double denominator = view.ground_metres_per_point / kMetresPerPoint;
  const bool as_ratio = style.form == items::ScaleText::Form::ratio;
  const std::string words = as_ratio ? ratio_text(denominator) : words_text(denominator);
  map::Figure figure;
  figure.name = "echelle." + style.frame + ".texte";
  figure.text = words;
  figure.value = rounded_to_two_digits(denominator);
  figure.computed = denominator;
  figure.query = "scale denominator of frame " + style.frame + " at its centre";
  printed.push_back(std::move(figure));
  return {set_text(context, words, style.style, item.box.min.x, item.box.min.y, item.box.width()).lines};
}

}  // namespace cartouche::layout
