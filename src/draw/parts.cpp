#include "parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cartouche::draw_parts {
namespace {

Path regular(Point center, double radius, int corners, double inner_ratio) {
  std::vector<Point> points;
  const int steps = inner_ratio < 1 ? 2 * corners : corners;
  for (int i = 0; i < steps; ++i) {
    const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * i / steps;
    const double r = inner_ratio < 1 && i % 2 == 1 ? radius * inner_ratio : radius;
    points.push_back({center.x + r * std::cos(angle), center.y + r * std::sin(angle)});
  }
  return Path::polygon(points);
}

// All markers of one size cover about the same area, so that none looks heavier: Imhof's rule of equal visual
// weight.
Path marker_path(Point at, const std::string& kind, double size) {
  const double r = size / 2;
  if (kind == "square") {
    const double half = r * std::sqrt(std::numbers::pi) / 2;
    return Path::rectangle({{at.x - half, at.y - half}, {at.x + half, at.y + half}});
  }
  if (kind == "diamond") return regular(at, r * std::sqrt(std::numbers::pi / 2), 4, 1);
  if (kind == "triangle") return regular(at, r * 1.555, 3, 1);
  if (kind == "star") return regular(at, r * 1.5, 5, 0.5);
  return Path::circle(at, r);
}

// A marker's outline may not swallow a neighbour: opacity is left to groups, colour to fills.
Shape filled(const Path& path, const std::optional<Color>& color) {
  Shape shape{path, std::nullopt, std::nullopt};
  if (color && color->a > 0) shape.fill = display::Fill{*color, {}};
  return shape;
}

}  // namespace

display::Stroke stroke_of(const project::StrokeStyle& style) {
  display::Stroke stroke;
  stroke.color = style.color;
  stroke.width = style.width;
  stroke.dash = style.dash;
  if (!style.dash.empty()) stroke.cap = display::Cap::butt;
  return stroke;
}

std::vector<Node> area(const Path& path, const project::SymbolStyle& symbol) {
  std::vector<Node> nodes;
  Shape plain = filled(path, symbol.fill);
  const bool patterned = symbol.hatch || symbol.dots;
  if (symbol.stroke && !patterned) plain.stroke = stroke_of(*symbol.stroke);
  if (plain.fill || plain.stroke) nodes.push_back({plain});
  if (symbol.hatch) {
    const display::Hatch hatch{symbol.hatch->angle, symbol.hatch->spacing, symbol.hatch->width};
    nodes.push_back({Shape{path, display::Fill{symbol.hatch->color, hatch}, std::nullopt}});
  }
  if (symbol.dots) {
    const display::Dots dots{symbol.dots->spacing, symbol.dots->radius};
    nodes.push_back({Shape{path, display::Fill{symbol.dots->color, dots}, std::nullopt}});
  }
  if (patterned && symbol.stroke) nodes.push_back({Shape{path, std::nullopt, stroke_of(*symbol.stroke)}});
  return nodes;
}

std::vector<Node> marker(Point at, const project::SymbolStyle& symbol) {
  Shape shape = filled(marker_path(at, symbol.marker, symbol.size), symbol.fill);
  if (symbol.marker == "ring") shape.fill.reset();
  if (symbol.stroke) shape.stroke = stroke_of(*symbol.stroke);
  return {{shape}};
}

std::vector<Node> line(const Path& path, const project::SymbolStyle& symbol) {
  std::vector<Node> nodes;
  if (symbol.casing) nodes.push_back({Shape{path, std::nullopt, stroke_of(*symbol.casing)}});
  if (symbol.stroke) nodes.push_back({Shape{path, std::nullopt, stroke_of(*symbol.stroke)}});
  return nodes;
}

void append(std::vector<Node>& nodes, std::vector<Node> more) {
  std::move(more.begin(), more.end(), std::back_inserter(nodes));
}

void append_texts(std::vector<Node>& nodes, const std::vector<layout::PlacedText>& texts) {
  for (const layout::PlacedText& text : texts) {
    display::Text node{text.text, text.run, Affine::translation(text.at.x, text.at.y), text.color,
                       std::nullopt};
    if (text.halo) {
      node.halo = stroke_of(*text.halo);
      node.halo->width = 2 * text.halo->width;
    }
    nodes.push_back({std::move(node)});
  }
}

Group group(display::Role role, std::string id, std::string label, std::vector<Node> children) {
  Group result;
  result.role = role;
  result.id = std::move(id);
  result.label = std::move(label);
  result.children = std::move(children);
  return result;
}

std::string feature_id(const std::string& layer, const std::string& row) {
  return layer + "-" + row;
}

}  // namespace cartouche::draw_parts
