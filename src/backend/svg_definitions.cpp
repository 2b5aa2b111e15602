#include "svg_definitions.h"

#include <fmt/format.h>

#include "cartouche/base/number_format.h"
#include "svg_path.h"

namespace cartouche::backend {
namespace {

std::string opacity(const char* name, Color color) {
  return color.a == 255 ? "" : fmt::format(" {}=\"{}\"", name, svg_number(color.a / 255.0));
}

/// A tile of one line: SVG turns clockwise, a hatch counter-clockwise.
std::string hatch_tile(const display::Hatch& hatch, Color color) {
  const std::string side = svg_number(hatch.spacing);
  const std::string middle = svg_number(hatch.spacing / 2);
  return fmt::format(
      " patternUnits=\"userSpaceOnUse\" width=\"{0}\" height=\"{0}\" patternTransform=\"rotate({1})\">"
      "<path d=\"M0 {2}H{0}\" fill=\"none\" stroke=\"{3}\"{4} stroke-width=\"{5}\" stroke-linecap=\"butt\"/>",
      side, svg_number(-hatch.angle), middle, svg_color(color), opacity("stroke-opacity", color),
      svg_number(hatch.width));
}

std::string dots_tile(const display::Dots& dots, Color color) {
  const std::string side = svg_number(dots.spacing);
  const std::string near = svg_number(dots.spacing / 4);
  const std::string far = svg_number(dots.spacing * 3 / 4);
  const std::string radius = svg_number(dots.radius);
  return fmt::format(
      " patternUnits=\"userSpaceOnUse\" width=\"{0}\" height=\"{0}\"><g fill=\"{1}\"{2} stroke=\"none\">"
      "<circle cx=\"{3}\" cy=\"{3}\" r=\"{5}\"/><circle cx=\"{4}\" cy=\"{4}\" r=\"{5}\"/></g>",
      side, svg_color(color), opacity("fill-opacity", color), near, far, radius);
}

}  // namespace

std::string svg_color(Color color) {
  const auto doubled = [](unsigned char c) { return c % 17 == 0; };
  if (doubled(color.r) && doubled(color.g) && doubled(color.b))
    return fmt::format("#{:x}{:x}{:x}", color.r / 17, color.g / 17, color.b / 17);
  return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

std::string svg_number(double value, int decimals) {
  std::string text = format_fixed(value, decimals);
  if (text.starts_with("0.")) text.erase(0, 1);
  if (text.starts_with("-0.")) text.erase(1, 1);
  return text;
}

std::string SvgDefinitions::define(const std::string& element, const std::string& name,
                                   const std::string& rest) {
  std::string& id = known_[element + rest];
  if (id.empty()) {
    id = ids_.claim("cartouche-" + name);
    markup_ += fmt::format("<{0} id=\"{1}\"{2}</{0}>\n", element, id, rest);
  }
  return id;
}

std::string SvgDefinitions::pattern(const display::Fill& fill) {
  if (const auto* hatch = std::get_if<display::Hatch>(&fill.pattern))
    return define("pattern", "hatch", hatch_tile(*hatch, fill.color));
  return define("pattern", "dots", dots_tile(std::get<display::Dots>(fill.pattern), fill.color));
}

std::string SvgDefinitions::clip(const Path& path) {
  return define("clipPath", "clip", fmt::format("><path d=\"{}\" clip-rule=\"evenodd\"/>", path_data(path)));
}

}  // namespace cartouche::backend
