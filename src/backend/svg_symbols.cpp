#include "svg_symbols.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "same_path.h"
#include "svg_path.h"
#include "svg_style.h"

namespace cartouche::backend {
namespace {

using display::Group;
using display::Node;
using display::Shape;

constexpr int kFewestUses = 4;
constexpr double kWidest = 40;            // points: a marker, not a territory
constexpr std::size_t kMostPoints = 400;  // in all its shapes

/// Box of the shapes of something that may be a marker.
std::optional<Box> marker_box(const Group& feature) {
  if (feature.role != display::Role::feature || feature.clip || feature.children.empty()) return std::nullopt;
  Box box;
  std::size_t points = 0;
  for (const Node& node : feature.children) {
    const auto* shape = std::get_if<Shape>(&node.value);
    if (!shape || shape->path.empty()) return std::nullopt;
    // A pattern is anchored at the page's origin: moved, it would be another.
    if (shape->fill && shape->fill->pattern.index() != 0) return std::nullopt;
    box.extend(shape->path.box());
    points += shape->path.points().size();
  }
  if (points > kMostPoints || std::max(box.width(), box.height()) > kWidest) return std::nullopt;
  return box;
}

double hundredth(double value) {
  return std::round(value * 100) / 100;
}

}  // namespace

std::optional<SvgSymbols::Drawing> SvgSymbols::drawing(const Group& feature) {
  const std::optional<Box> box = marker_box(feature);
  if (!box) return std::nullopt;
  const std::vector<Node>& nodes = feature.children;
  // A circle is as short as a use of one.
  if (nodes.size() == 1 && as_circle(std::get<Shape>(nodes.front().value).path)) return std::nullopt;
  Drawing result{"", {hundredth(box->center().x), hundredth(box->center().y)}};
  for (std::size_t i = 0; i < nodes.size();) {
    const std::size_t end = same_path_end(nodes, i);
    const Path& path = std::get<Shape>(nodes[i].value).path;
    const std::string data =
        path_data(path.transformed(Affine::translation(-box->center().x, -box->center().y)));
    for (const Shape& paint : paints(nodes, i, end)) {
      SvgStyle nothing;  // where a symbol is used, it inherits: it says everything itself
      result.markup +=
          fmt::format("<path{} d=\"{}\"/>", style_attributes(style_of(paint, definitions_), nothing), data);
    }
    i = end;
  }
  return result;
}

void SvgSymbols::count(const std::vector<Node>& nodes) {
  for (const Node& node : nodes) {
    const auto* group = std::get_if<Group>(&node.value);
    if (!group) continue;
    if (const auto found = drawing(*group))
      ++uses_[found->markup];
    else
      count(group->children);
  }
}

std::optional<SvgSymbols::Use> SvgSymbols::find(const Group& feature) {
  const auto found = drawing(feature);
  if (!found || uses_[found->markup] < kFewestUses) return std::nullopt;
  return Use{definitions_.symbol(found->markup), found->at};
}

}  // namespace cartouche::backend
