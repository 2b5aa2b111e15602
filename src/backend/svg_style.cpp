#include "svg_style.h"
#include "cartouche/base/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace cartouche::backend {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Property::count)> kNames = {
    "fill",         "fill-opacity",     "stroke",         "stroke-opacity",
    "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "paint-order",  "font-family",      "font-size",      "font-weight",
    "font-style",   "font-variant",     "letter-spacing"};

std::string dash_list(const std::vector<double>& dash) {
  std::string list;
  for (const double length : dash) list += (list.empty() ? "" : ",") + svg_number(length);
  return list.empty() ? "none" : list;
}

void set_color(SvgStyle& style, Property paint, Property opacity, Color color) {
  if (color.a == 0) {
    style[paint] = "none";
    return;
  }
  style[paint] = svg_color(color);
  style[opacity] = svg_number(color.a / 255.0);
}

void set_stroke(SvgStyle& style, const std::optional<display::Stroke>& stroke) {
  if (!stroke || stroke->color.a == 0 || stroke->width <= 0) {
    style[Property::stroke] = "none";
    return;
  }
  set_color(style, Property::stroke, Property::stroke_opacity, stroke->color);
  style[Property::stroke_width] = svg_number(stroke->width);
  style[Property::stroke_dash] = dash_list(stroke->dash);
  style[Property::stroke_cap] = symbol::word_in(symbol::kCaps, stroke->cap);
  style[Property::stroke_join] = symbol::word_in(symbol::kJoins, stroke->join);
}

/// As asked, then as found, then any sans-serif; names in quotes where CSS wants them.
std::string font_stack(const GlyphRun& run) {
  std::vector<std::string> families = run.families;
  if (run.face) families.push_back(run.face->family);
  std::string stack;
  std::vector<std::string> seen;
  for (const std::string& family : families) {
    if (family.empty() || std::find(seen.begin(), seen.end(), family) != seen.end()) continue;
    seen.push_back(family);
    const bool plain = family.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") ==
                       std::string::npos;
    std::string quoted;
    for (const char c : family)
      if (c != '\'' && c != '\\') quoted += c;
    stack += plain ? family + ", " : '\'' + quoted + "', ";
  }
  return stack.ends_with("sans-serif, ") ? stack.substr(0, stack.size() - 2) : stack + "sans-serif";
}

}  // namespace

SvgStyle root_style() {
  SvgStyle style;
  // One by one: in a chain of assignments GCC 12 reads the optionals before they are set (at -O3).
  const auto set = [&style](std::initializer_list<Property> properties, const char* value) {
    for (const Property property : properties) style[property].emplace(value);
  };
  set({Property::fill}, "#000");
  set({Property::fill_opacity, Property::stroke_opacity, Property::stroke_width}, "1");
  set({Property::stroke, Property::stroke_dash}, "none");
  set({Property::stroke_cap, Property::stroke_join}, "round");
  set({Property::font_weight}, "400");
  set({Property::paint_order, Property::font_style, Property::font_variant}, "normal");
  set({Property::letter_spacing}, "0");
  return style;
}

SvgStyle style_of(const display::Shape& shape, SvgDefinitions& definitions) {
  SvgStyle style;
  if (shape.fill && shape.fill->color.a > 0 && shape.fill->pattern.index() != 0) {
    style[Property::fill] = fmt::format("url(#{})", definitions.paint(*shape.fill));
    style[Property::fill_opacity] = "1";
  } else {
    set_color(style, Property::fill, Property::fill_opacity,
              shape.fill ? shape.fill->color : Color{0, 0, 0, 0});
  }
  set_stroke(style, shape.stroke);
  style[Property::paint_order] = style[Property::stroke] == "none" ? std::nullopt : std::optional("normal");
  return style;
}

SvgStyle style_of_outlines(const display::Text& text) {
  SvgStyle style;
  set_color(style, Property::fill, Property::fill_opacity, text.color);
  set_stroke(style, text.halo);
  if (style[Property::stroke] != "none") {
    style[Property::paint_order] = "stroke";
    style[Property::stroke_cap] = std::nullopt;  // outlines are closed
  }
  return style;
}

SvgStyle style_of(const display::Text& text) {
  SvgStyle style = style_of_outlines(text);
  const GlyphRun& run = text.run;
  style[Property::font_family] = font_stack(run);
  style[Property::font_size] = svg_number(run.size);
  style[Property::font_weight] = std::to_string(run.face ? run.face->weight : 400);
  style[Property::font_style] = run.face && run.face->italic ? "italic" : "normal";
  style[Property::font_variant] = run.small_caps ? "small-caps" : "normal";
  style[Property::letter_spacing] = svg_number(run.spacing);
  return style;
}

std::string style_attributes(const SvgStyle& style, SvgStyle& inherited) {
  std::string attributes;
  for (std::size_t i = 0; i < style.values.size(); ++i) {
    if (!style.values[i] || style.values[i] == inherited.values[i]) continue;
    attributes += fmt::format(" {}=\"{}\"", kNames[i], escape_markup(*style.values[i]));
    inherited.values[i] = style.values[i];
  }
  return attributes;
}

SvgStyle shared_style(const std::vector<SvgStyle>& styles) {
  SvgStyle shared;
  for (std::size_t i = 0; i < shared.values.size(); ++i) {
    std::map<std::string, std::size_t> votes;
    std::size_t voters = 0;
    for (const SvgStyle& style : styles) {
      if (!style.values[i]) continue;
      ++voters;
      ++votes[*style.values[i]];
    }
    for (const auto& [value, count] : votes)
      if (count >= 2 && count * 2 > voters) shared.values[i] = value;
  }
  return shared;
}

}  // namespace cartouche::backend
