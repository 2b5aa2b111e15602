#include <fmt/format.h>

#include <numbers>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cartouche/base/number_format.h"
#include "cartouche/display/display_list.h"

namespace cartouche::display {
namespace {

std::string quoted(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') all += '\\';
    if (c == '\n')
      all += "\\n";
    else
      all += c;
  }
  return all + '"';
}

/// Writes one page. The format is specified in docs/display-list.md.
class Dumper {
 public:
  explicit Dumper(int decimals) : decimals_(decimals) {}

  std::string page(const DisplayList& list) {
    line(fmt::format("page {} {} background={} language={}", number(list.width), number(list.height),
                     to_string(list.background), list.language));
    ++depth_;
    if (!list.title.empty()) line("title " + quoted(list.title));
    if (!list.description.empty()) line("description " + quoted(list.description));
    if (!list.author.empty()) line("author " + quoted(list.author));
    for (const Node& node : list.nodes) write(node);
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  std::string number(double value) const { return format_fixed(value, decimals_); }

  std::string numbers(std::initializer_list<double> values) const {
    std::string all;
    for (const double value : values) all += (all.empty() ? "" : ",") + number(value);
    return all;
  }

  std::string path(const Path& path) const {
    std::string all = "[";
    std::size_t next = 0;
    const auto points = [&](char letter, std::size_t count) {
      if (all.size() > 1) all += ' ';
      all += letter;
      for (std::size_t i = 0; i < count; ++i, ++next) {
        const Point p = path.points()[next];
        all += fmt::format("{}{},{}", i == 0 ? "" : " ", number(p.x), number(p.y));
      }
    };
    for (const Path::Verb verb : path.verbs()) {
      switch (verb) {
        case Path::Verb::move:
          points('M', 1);
          break;
        case Path::Verb::line:
          points('L', 1);
          break;
        case Path::Verb::cubic:
          points('C', 3);
          break;
        case Path::Verb::close:
          points('Z', 0);
          break;
      }
    }
    return all + ']';
  }

  std::string stroke(const Stroke& stroke) const {
    std::string all = fmt::format("{} width={}", to_string(stroke.color), number(stroke.width));
    if (!stroke.dash.empty()) {
      all += " dash=";
      for (std::size_t i = 0; i < stroke.dash.size(); ++i) all += (i ? "," : "") + number(stroke.dash[i]);
    }
    if (stroke.cap != Cap::round) all += fmt::format(" cap={}", symbol::word_in(symbol::kCaps, stroke.cap));
    if (stroke.join != Join::round)
      all += fmt::format(" join={}", symbol::word_in(symbol::kJoins, stroke.join));
    return all;
  }

  std::string pattern(const Fill& fill) const {
    if (const auto* hatch = std::get_if<Hatch>(&fill.pattern))
      return fmt::format(" hatch({})", numbers({hatch->angle, hatch->spacing, hatch->width}));
    if (const auto* dots = std::get_if<Dots>(&fill.pattern))
      return fmt::format(" dots({})", numbers({dots->spacing, dots->radius}));
    if (const auto* repeated = std::get_if<Tile>(&fill.pattern)) return tile(*repeated);
    if (const auto* fading = std::get_if<Fade>(&fill.pattern)) return " fade=" + fade(*fading);
    return "";
  }

  std::string fade(const Fade& fade) const {
    std::string all = fade.kind == Fade::Kind::linear ? "linear(" : "radial(";
    all += numbers({fade.from.x, fade.from.y, fade.to.x, fade.to.y});
    for (const Fade::Stop& stop : fade.stops)
      all += fmt::format(" {}:{}", number(stop.at), number(stop.opacity));
    return all + ')';
  }

  std::string tile(const Tile& tile) const {
    std::string all = fmt::format(" tile({}", numbers({tile.width, tile.height, tile.angle}));
    if (tile.shapes)
      for (const Shape& each : *tile.shapes) all += ' ' + shape(each);
    return all + ')';
  }

  void write(const Node& node) {
    std::visit([this](const auto& value) { write(value); }, node.value);
  }

  void write(const Group& group) {
    std::string head = fmt::format("group {}", role_name(group.role));
    if (!group.id.empty()) head += " id=" + group.id;
    if (!group.label.empty()) head += " label=" + quoted(group.label);
    if (!group.alternative.empty()) head += " alternative=" + quoted(group.alternative);
    if (!group.link.empty()) head += " link=" + quoted(group.link);
    for (const auto& [key, value] : group.data) head += fmt::format(" data-{}={}", key, quoted(value));
    if (group.opacity != 1) head += " opacity=" + number(group.opacity);
    if (group.fade) head += " fade=" + fade(*group.fade);
    if (group.blend != Blend::normal)
      head += fmt::format(" blend={}", symbol::word_in(symbol::kBlends, group.blend));
    if (group.clip) head += " clip=" + path(*group.clip);
    line(head);
    ++depth_;
    for (const Node& child : group.children) write(child);
    --depth_;
  }

  std::string shape(const Shape& shape) const {
    std::string text = "shape";
    if (shape.fill) text += fmt::format(" fill={}{}", to_string(shape.fill->color), pattern(*shape.fill));
    if (shape.stroke) text += " stroke=" + stroke(*shape.stroke);
    return text + ' ' + path(shape.path);
  }

  void write(const Shape& each) { line(shape(each)); }

  void write(const Text& text) {
    const GlyphRun& run = text.run;
    std::string all = "text " + quoted(text.string);
    if (const Affine& at = text.at; at.a == 1 && at.b == 0 && at.c == 0 && at.d == 1)
      all += " at=" + numbers({at.e, at.f});
    else
      all += fmt::format(" at=matrix({})", numbers({at.a, at.b, at.c, at.d, at.e, at.f}));
    if (run.face)
      all += fmt::format(" font={},{}{}", quoted(run.face->family), run.face->weight,
                         run.face->italic ? ",italic" : "");
    all += fmt::format(" size={}", number(run.size));
    if (run.small_caps) all += " small-caps";
    if (run.spacing != 0) all += " spacing=" + number(run.spacing);
    all += fmt::format(" advance={} color={}", number(run.advance), to_string(text.color));
    if (text.halo) all += " halo=" + stroke(*text.halo);
    if (!text.along.empty()) all += " along=" + along(text.along);
    line(all);
  }

  // Place and turn of each cluster, in degrees.
  std::string along(const std::vector<TurnedCluster>& clusters) const {
    std::string all;
    for (const TurnedCluster& one : clusters) {
      const double degrees = one.angle * 180 / std::numbers::pi;
      all += (all.empty() ? "" : ";") + numbers({one.x, one.y, degrees});
    }
    return all;
  }

  void write(const Image& image) {
    const Box& box = image.box;
    line(fmt::format("image box={} pixels={}x{}", numbers({box.min.x, box.min.y, box.max.x, box.max.y}),
                     image.pixels ? image.pixels->width : 0, image.pixels ? image.pixels->height : 0));
  }

  int decimals_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

const char* role_name(Role role) {
  switch (role) {
    case Role::page:
      return "page";
    case Role::frame:
      return "frame";
    case Role::layer:
      return "layer";
    case Role::feature:
      return "feature";
    case Role::furniture:
      return "furniture";
    case Role::label:
      return "label";
    case Role::callout:
      return "callout";
  }
  return "";
}

std::string dump(const DisplayList& list, int decimals) {
  return Dumper(decimals).page(list);
}

}  // namespace cartouche::display
