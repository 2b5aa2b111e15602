#include "printed_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "backdrop.h"

namespace cartouche::review {
namespace {

using display::Group;
using display::Node;
using display::Role;

// Shares of the font size that most Latin text fonts keep to.
constexpr double kCapitals = 0.72, kDescent = 0.2, kMiddle = 0.3;
// A halo that reaches so far beyond the letters, in points, is what they are seen against.
constexpr double kHaloReach = 0.35;
// Rounding of places may put a letter this far beyond an edge, in points.
constexpr double kTolerance = 0.05;

class Walk {
 public:
  explicit Walk(const display::DisplayList& list)
      : page_{{0, 0}, {list.width, list.height}}, backdrop_(list.background) {}

  void nodes(const std::vector<Node>& all) {
    for (const Node& node : all) {
      if (const auto* group = std::get_if<Group>(&node.value)) enter(*group);
      if (const auto* shape = std::get_if<display::Shape>(&node.value)) paint(*shape);
      if (const auto* text = std::get_if<display::Text>(&node.value)) print(*text);
    }
  }
  std::vector<PrintedText> take() { return std::move(texts_); }

 private:
  void paint(const display::Shape& shape) {
    backdrop_.paint(shape, clips_, opacity_, blend_);
    constexpr double kHides = 0.5;
    const bool plain = shape.fill && std::holds_alternative<std::monostate>(shape.fill->pattern);
    if (!plain || blend_ != display::Blend::normal || opacity_ * shape.fill->color.a / 255.0 < kHides) return;
    for (PrintedText& text : texts_)
      for (const Box& part : text.parts)
        text.covered = text.covered || (contains(shape.path, part.center()) && shows(part.center()));
  }

  void enter(const Group& group) {
    const auto outer = std::tuple(owner_, label_, opacity_, blend_);
    // A label or callout owns its texts, and any other item those that nothing inside it owns.
    if (owner_.empty() || group.role == Role::label || group.role == Role::callout) owner_ = group.id;
    label_ = label_ || group.role == Role::label;
    opacity_ *= group.opacity;
    if (group.blend != display::Blend::normal) blend_ = group.blend;
    if (group.clip) clips_.push_back(&*group.clip);
    nodes(group.children);
    if (group.clip) clips_.pop_back();
    std::tie(owner_, label_, opacity_, blend_) = outer;
  }

  void print(const display::Text& text) {
    if (text.run.advance <= 0 || text.string.find_first_not_of(" \u00A0\u202F") == std::string::npos) return;
    PrintedText one{text.string, owner_, label_, {}, {}, 0, 21, false, false};
    one.size = text.run.size * std::hypot(text.at.c, text.at.d);
    for (const display::Text& part : display::straight_texts(text)) add_part(part, one);
    texts_.push_back(std::move(one));
  }

  void add_part(const display::Text& text, PrintedText& one) const {
    const double size = text.run.size;
    Box box;
    const std::array<Point, 4> corners{Point{0, -kCapitals * size},
                                       Point{text.run.advance, -kCapitals * size},
                                       Point{text.run.advance, kDescent * size}, Point{0, kDescent * size}};
    for (const Point corner : corners) {
      const Point at = text.at(corner);
      box.extend(at);
      one.cut = one.cut || !shows(at);
    }
    one.box.extend(box);
    one.parts.push_back(box);
    one.contrast = std::min(one.contrast, contrast(text));
  }

  bool shows(Point p) const {
    if (!page_.expanded(kTolerance).contains(p)) return false;
    return std::all_of(clips_.begin(), clips_.end(), [&](const Path* clip) { return contains(*clip, p); });
  }

  double contrast(const display::Text& text) const {
    constexpr int kSamples = 7;
    const bool haloed = text.halo && text.halo->width / 2 >= kHaloReach;
    double least = 21;
    for (int i = 0; i < kSamples; ++i) {
      const double x = text.run.advance * (i + 0.5) / kSamples;
      Color under = backdrop_.at(text.at({x, -kMiddle * text.run.size}));
      if (haloed) under = over(text.halo->color, under);
      least = std::min(least, contrast_ratio(over(text.color, under), under));
    }
    return least;
  }

  Color over(Color color, Color under) const {
    Color result = mix(under, color, color.a / 255.0 * opacity_);
    result.a = 255;
    return result;
  }

  Box page_;
  Backdrop backdrop_;
  std::vector<const Path*> clips_;
  std::string owner_;
  bool label_ = false;
  double opacity_ = 1;
  display::Blend blend_ = display::Blend::normal;
  std::vector<PrintedText> texts_;
};

}  // namespace

std::vector<PrintedText> printed_texts(const display::DisplayList& list) {
  Walk walk(list);
  walk.nodes(list.nodes);
  return walk.take();
}

}  // namespace cartouche::review
