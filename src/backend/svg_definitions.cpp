#include "svg_definitions.h"

#include <fmt/format.h>

#include <cmath>

#include "cartouche/base/number_format.h"
#include "svg_path.h"
#include "svg_style.h"

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

std::string SvgDefinitions::paint(const display::Fill& fill) {
  if (const auto* hatch = std::get_if<display::Hatch>(&fill.pattern))
    return define("pattern", "hatch", hatch_tile(*hatch, fill.color));
  if (const auto* repeated = std::get_if<display::Tile>(&fill.pattern)) return tile(*repeated);
  if (const auto* fade = std::get_if<display::Fade>(&fill.pattern)) return gradient(*fade, fill.color);
  return define("pattern", "dots", dots_tile(std::get<display::Dots>(fill.pattern), fill.color));
}

std::string SvgDefinitions::gradient(const display::Fade& fade, Color color) {
  const bool linear = fade.kind == display::Fade::Kind::linear;
  const auto number = [](double value) { return svg_number(value, 2); };
  std::string rest = " gradientUnits=\"userSpaceOnUse\"";
  if (linear)
    rest += fmt::format(" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", number(fade.from.x), number(fade.from.y),
                        number(fade.to.x), number(fade.to.y));
  else
    rest += fmt::format(" cx=\"0\" cy=\"0\" r=\"1\" gradientTransform=\"translate({} {}) scale({} {})\"",
                        number(fade.from.x), number(fade.from.y), number(std::abs(fade.to.x - fade.from.x)),
                        number(std::abs(fade.to.y - fade.from.y)));
  rest += '>';
  for (const display::Fade::Stop& stop : fade.stops)
    rest += fmt::format("<stop offset=\"{}\" stop-color=\"{}\" stop-opacity=\"{}\"/>", svg_number(stop.at),
                        svg_color(color), svg_number(stop.opacity * color.a / 255.0));
  return define(linear ? "linearGradient" : "radialGradient", "fade", rest);
}

std::string SvgDefinitions::mask(const display::Fade& fade, double width, double height) {
  // White shows what it covers, as far as it is opaque.
  const std::string white = gradient(fade, {255, 255, 255, 255});
  const std::string w = svg_number(width, 2), h = svg_number(height, 2);
  return define("mask", "mask",
                fmt::format(" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"{0}\" height=\"{1}\">"
                            "<path d=\"M0 0H{0}V{1}H0z\" fill=\"url(#{2})\"/>",
                            w, h, white));
}

std::string SvgDefinitions::tile(const display::Tile& tile) {
  std::string rest = fmt::format(" patternUnits=\"userSpaceOnUse\" width=\"{}\" height=\"{}\"",
                                 svg_number(tile.width), svg_number(tile.height));
  if (tile.angle != 0) rest += fmt::format(" patternTransform=\"rotate({})\"", svg_number(-tile.angle));
  rest += '>';
  if (tile.shapes)
    for (const display::Shape& shape : *tile.shapes) {
      SvgStyle inherited = root_style();  // definitions stand directly under the root
      rest += fmt::format("<path{} d=\"{}\"/>", style_attributes(style_of(shape, *this), inherited),
                          path_data(shape.path));
    }
  return define("pattern", "tile", rest);
}

std::string SvgDefinitions::symbol(const std::string& elements) {
  return define("g", "symbol", ">" + elements);
}

std::string SvgDefinitions::outline(const std::string& data) {
  return define("path", "outline", fmt::format(" d=\"{}\">", data));
}

std::string SvgDefinitions::clip(const Path& path) {
  return define("clipPath", "clip", fmt::format("><path d=\"{}\" clip-rule=\"evenodd\"/>", path_data(path)));
}

}  // namespace cartouche::backend
