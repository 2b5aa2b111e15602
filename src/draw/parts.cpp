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
Path marker_path(Point at, symbol::Marker kind, double size) {
  const double r = size / 2;
  if (kind == symbol::Marker::square) {
    const double half = r * std::sqrt(std::numbers::pi) / 2;
    return Path::rectangle({{at.x - half, at.y - half}, {at.x + half, at.y + half}});
  }
  if (kind == symbol::Marker::diamond) return regular(at, r * std::sqrt(std::numbers::pi / 2), 4, 1);
  if (kind == symbol::Marker::triangle) return regular(at, r * 1.555, 3, 1);
  if (kind == symbol::Marker::star) return regular(at, r * 1.5, 5, 0.5);
  return Path::circle(at, r);
}

// A marker's outline may not swallow a neighbour: opacity is left to groups, colour to fills.
Shape filled(const Path& path, const std::optional<Color>& color) {
  Shape shape{path, std::nullopt, std::nullopt};
  if (color && color->a > 0) shape.fill = display::Fill{*color, {}};
  return shape;
}

// A drawing's shapes, mapped to the page, in their own colours or the symbol's.
std::vector<Shape> placed_drawing(const symbol::Drawing& drawing, const Affine& to_page, Color own_fill,
                                  Color own_stroke) {
  const double scale = std::sqrt(std::abs(to_page.a * to_page.d - to_page.b * to_page.c));
  const auto paint = [](const symbol::DrawingPaint& each, Color own) {
    Color color = each.color.value_or(own);
    color.a = static_cast<std::uint8_t>(std::lround(color.a * std::clamp(each.opacity, 0.0, 1.0)));
    return color;
  };
  std::vector<Shape> shapes;
  for (const symbol::DrawingShape& each : drawing.shapes) {
    Shape shape{each.path.transformed(to_page), std::nullopt, std::nullopt};
    if (each.fill) shape.fill = display::Fill{paint(*each.fill, own_fill), {}};
    if (each.stroke) {
      shape.stroke = display::Stroke{};
      shape.stroke->color = paint(*each.stroke, own_stroke);
      shape.stroke->width = each.stroke_width * scale;
    }
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

std::vector<Node> drawn_marker(Point at, const symbol::Symbol& symbol, double size) {
  const symbol::Drawing& drawing = *symbol.marker_drawing;
  const double scale = size / std::max(drawing.width, drawing.height);
  const Affine to_page{
      scale, 0, 0, scale, at.x - scale * drawing.width / 2, at.y - scale * drawing.height / 2};
  const Color fill = symbol.fill.value_or(Color{0, 0, 0, 255});
  std::vector<Node> nodes;
  for (Shape& shape : placed_drawing(drawing, to_page, fill, symbol.stroke ? symbol.stroke->color : fill))
    nodes.push_back({std::move(shape)});
  return nodes;
}

display::Tile tile_of(const symbol::Tile& style) {
  const symbol::Drawing& drawing = *style.drawing;
  const double scale = style.size / drawing.width;
  display::Tile tile{style.size, drawing.height * scale, style.angle, nullptr};
  tile.shapes = std::make_shared<const std::vector<Shape>>(
      placed_drawing(drawing, Affine::scaling(scale, scale), style.color, style.color));
  return tile;
}

}  // namespace

std::vector<Node> area(const Path& path, const symbol::Symbol& symbol) {
  std::vector<Node> nodes;
  Shape plain = filled(path, symbol.fill);
  const bool patterned = !symbol.hatch.empty() || symbol.dots || symbol.tile;
  if (symbol.stroke && !patterned) plain.stroke = *symbol.stroke;
  if (plain.fill || plain.stroke) nodes.push_back({plain});
  for (const symbol::Hatch& one : symbol.hatch) {
    const display::Hatch hatch{one.angle, one.spacing, one.width};
    nodes.push_back({Shape{path, display::Fill{one.color, hatch}, std::nullopt}});
  }
  if (symbol.dots) {
    const display::Dots dots{symbol.dots->spacing, symbol.dots->radius};
    nodes.push_back({Shape{path, display::Fill{symbol.dots->color, dots}, std::nullopt}});
  }
  if (symbol.tile)
    nodes.push_back({Shape{path, display::Fill{symbol.tile->color, tile_of(*symbol.tile)}, std::nullopt}});
  if (patterned && symbol.stroke) nodes.push_back({Shape{path, std::nullopt, *symbol.stroke}});
  return nodes;
}

std::vector<Node> marker(Point at, const symbol::Symbol& symbol, double size) {
  std::vector<Node> nodes;
  if (symbol.marker_drawing) {
    nodes = drawn_marker(at, symbol, size);
    if (!symbol.glow || nodes.empty()) return nodes;
    std::vector<Node> soft = glow(std::get<Shape>(nodes.front().value).path, *symbol.glow);
    append(soft, std::move(nodes));
    return soft;
  }
  Shape shape = filled(marker_path(at, symbol.marker, size), symbol.fill);
  if (symbol.marker == symbol::Marker::ring) shape.fill.reset();
  if (symbol.stroke) shape.stroke = *symbol.stroke;
  if (symbol.glow) nodes = glow(shape.path, *symbol.glow);
  nodes.push_back({std::move(shape)});
  return nodes;
}

std::vector<Node> line(const Path& path, const symbol::Symbol& symbol) {
  std::vector<Node> nodes;
  if (symbol.casing) nodes.push_back({Shape{path, std::nullopt, *symbol.casing}});
  if (symbol.stroke) nodes.push_back({Shape{path, std::nullopt, *symbol.stroke}});
  return nodes;
}

std::vector<Node> glow(const Path& path, const symbol::Glow& style) {
  // A ring for each third of a point: at 300 dpi that is less than two pixels, and no step is seen.
  constexpr double kRing = 0.34;
  constexpr int kFewest = 3, kMost = 12;
  const int rings = std::clamp(static_cast<int>(std::ceil(style.width / kRing)), kFewest, kMost);
  const Path placed =
      style.dx == 0 && style.dy == 0 ? path : path.transformed(Affine::translation(style.dx, style.dy));
  const double peak = style.color.a / 255.0;
  // At a distance d the opacity is peak · (1 − d / width)². Ring k reaches k / rings of the width, and all
  // wider ones lie under it.
  const auto wanted = [&](int k) {
    const double t = 1 - (k - 0.5) / rings;
    return peak * t * t;
  };
  std::vector<Node> nodes;
  double under = 0;
  for (int k = rings; k >= 1; --k) {
    const double opacity = 1 - (1 - wanted(k)) / (1 - under);
    under = wanted(k);
    display::Stroke stroke;
    stroke.color = style.color;
    stroke.color.a = static_cast<std::uint8_t>(std::lround(opacity * 255));
    stroke.width = 2 * style.width * k / rings;
    nodes.push_back({Shape{placed, std::nullopt, stroke}});
  }
  return nodes;
}

Group inner_glow(const Path& outline, Path area, const symbol::Glow& style) {
  Group inside = group(display::Role::feature, "", "", glow(outline, style));
  inside.clip = std::move(area);
  return inside;
}

void finish_layer(Group& group, const map::FeatureLayer& layer, const layout::LayerView& view) {
  if (view.fade) {
    const layout::LayerFade& fade = *view.fade;
    group.fade = display::Fade{display::Fade::Kind::radial,
                               fade.center,
                               {fade.center.x + fade.rx, fade.center.y + fade.ry},
                               {{fade.from, 1}, {1, 0}}};
  }
  if (!layer.classes.empty()) group.blend = layer.classes.front().symbol.blend;
}

void append(std::vector<Node>& nodes, std::vector<Node> more) {
  std::move(more.begin(), more.end(), std::back_inserter(nodes));
}

void append_texts(std::vector<Node>& nodes, const std::vector<layout::PlacedText>& texts) {
  for (const layout::PlacedText& text : texts) {
    const double c = std::cos(text.angle), s = std::sin(text.angle);
    display::Text node{text.text,  text.run,     {c, s, -s, c, text.at.x, text.at.y},
                       text.color, std::nullopt, text.along};
    if (text.halo) {
      node.halo = *text.halo;
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

Group feature(const map::FeatureLayer& layer, std::size_t selected, std::vector<Node> shapes) {
  const map::Index row = layer.rows[selected];
  const std::string name = layer.table->row_id(row);
  Group result = group(display::Role::feature, feature_id(layer.id, name), "", std::move(shapes));
  result.opacity = layer.classes[layer.class_of[selected]].symbol.opacity;
  for (const std::string& column : layer.attributes)
    if (const std::string value = layer.table->column(column).text(row); !value.empty())
      result.data.emplace_back(column, value);
  if (!layer.links.empty()) {
    result.link = layer.links[selected];
    result.label = name;
  }
  return result;
}

}  // namespace cartouche::draw_parts
