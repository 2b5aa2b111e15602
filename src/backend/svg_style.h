#pragma once
// Presentation attributes of SVG, and how groups carry those their children share.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/display/display_list.h"
#include "svg_definitions.h"

namespace cartouche::backend {

enum class Property {
  fill,
  fill_opacity,
  stroke,
  stroke_opacity,
  stroke_width,
  stroke_dash,
  stroke_cap,
  stroke_join,
  paint_order,
  font_family,
  font_size,
  font_weight,
  font_style,
  font_variant,
  letter_spacing,
  count
};

/// A value a property; nothing where it makes no difference (the width of a stroke that is not drawn).
struct SvgStyle {
  std::array<std::optional<std::string>, static_cast<std::size_t>(Property::count)> values;

  std::optional<std::string>& operator[](Property p) { return values[static_cast<std::size_t>(p)]; }
  const std::optional<std::string>& operator[](Property p) const {
    return values[static_cast<std::size_t>(p)];
  }
};

/// What an element inherits directly under the root: SVG's initial values, but for round caps and joins.
SvgStyle root_style();
SvgStyle style_of(const display::Shape& shape, SvgDefinitions& definitions);
SvgStyle style_of(const display::Text& text);
/// The same without what concerns fonts.
SvgStyle style_of_outlines(const display::Text& text);

/// ` name="value"` for each value that differs from what is inherited; `inherited` then holds it.
std::string style_attributes(const SvgStyle& style, SvgStyle& inherited);

/// For each property, the value that most of `styles` ask for, where more than half of those that care and at
/// least two do: what their group says for all of them.
SvgStyle shared_style(const std::vector<SvgStyle>& styles);

}  // namespace cartouche::backend
