#include "cartouche/svg/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cartouche/base/words.h"
#include "document.h"
#include "number_scanner.h"
#include "path_data.h"

namespace cartouche::svg {
namespace {

using symbol::DrawingPaint;
using Properties = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kLargestFile = 1 << 20;

/// What an element hands down to those inside it.
struct Inherited {
  std::optional<DrawingPaint> fill = DrawingPaint{Color{0, 0, 0, 255}, 1};
  std::optional<DrawingPaint> stroke;
  double fill_opacity = 1, stroke_opacity = 1;
  double opacity = 1;
  double stroke_width = 1;
  Affine to_page;
};

const std::vector<std::string>& shape_names() {
  static const std::vector<std::string> names{"path", "rect",     "circle",  "ellipse",
                                              "line", "polyline", "polygon", "g"};
  return names;
}

// Elements that say something about the drawing and paint nothing; so do those of other vocabularies.
bool is_silent(std::string_view name) {
  static const std::set<std::string_view> names{"", "title", "desc", "metadata", "defs"};
  return names.contains(name);
}

// Properties that change what is drawn and are not read: by name, the one value that changes nothing.
constexpr std::array<std::pair<const char*, std::string_view>, 10> kNotRead{{{"clip-path", "none"},
                                                                             {"mask", "none"},
                                                                             {"filter", "none"},
                                                                             {"marker", "none"},
                                                                             {"marker-start", "none"},
                                                                             {"marker-mid", "none"},
                                                                             {"marker-end", "none"},
                                                                             {"stroke-dasharray", "none"},
                                                                             {"visibility", "visible"},
                                                                             {"mix-blend-mode", "normal"}}};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1));
}

class DrawingReader {
 public:
  DrawingReader(std::string_view svg, const std::string& file_name) : in_(svg, file_name, usage_error) {}

  symbol::Drawing read() {
    const pugi::xml_node root = in_.root();
    Inherited inherited;
    inherited.to_page = read_size(root);
    inherit(root, properties(root), inherited);
    read_children(root, inherited);
    if (drawing_.shapes.empty()) in_.fail(root, "the drawing has no shape");
    return std::move(drawing_);
  }

 private:
  // The page is the view box, moved to the origin.
  Affine read_size(const pugi::xml_node& root) {
    const pugi::xml_attribute box = root.attribute("viewBox");
    if (!box) {
      drawing_.width = in_.length(root, "width");
      drawing_.height = in_.length(root, "height");
    } else {
      const std::vector<double> n = numbers_of(box.value());
      if (n.size() != 4) in_.fail(root, "a viewBox is four numbers");
      drawing_.width = n[2];
      drawing_.height = n[3];
      if (n[2] > 0 && n[3] > 0) return Affine::translation(-n[0], -n[1]);
    }
    if (drawing_.width <= 0 || drawing_.height <= 0)
      in_.fail(root, "the drawing has no size", "give <svg> a viewBox");
    return {};
  }

  void read_children(const pugi::xml_node& parent, const Inherited& inherited) {
    for (const pugi::xml_node& child : parent.children()) {
      if (child.type() != pugi::node_element) {
        check_text(child);
        continue;
      }
      if (is_silent(in_.name(child))) continue;
      const Properties all = properties(child);
      const auto display = all.find("display");
      if (display != all.end() && display->second == "none") continue;
      Inherited own = inherited;
      inherit(child, all, own);
      if (in_.name(child) == "g")
        read_children(child, own);
      else
        add(child, own);
    }
  }

  // Words between elements are not drawn, but an entity of the file's own may stand for shapes.
  void check_text(const pugi::xml_node& text) const {
    const std::string_view words = text.value();
    if (text.type() == pugi::node_pcdata && words.find('&') != std::string_view::npos)
      in_.fail(text, "entities are not replaced: " + trimmed(words), "write what it stands for");
  }

  // Attributes, and over them what `style` says.
  Properties properties(const pugi::xml_node& element) const {
    Properties all;
    for (const pugi::xml_attribute& attribute : element.attributes())
      all[attribute.name()] = attribute.value();
    std::istringstream declarations(element.attribute("style").value());
    for (std::string one; std::getline(declarations, one, ';');) {
      const std::size_t colon = one.find(':');
      if (colon == std::string::npos) continue;
      const std::string key = trimmed(one.substr(0, colon));
      if (key == "transform") in_.fail(element, "a transform in 'style'", "write it as an attribute");
      all[key] = trimmed(one.substr(colon + 1));
    }
    for (const auto& [key, neutral] : kNotRead)
      if (const auto found = all.find(key); found != all.end() && found->second != neutral)
        in_.fail(element, "'" + found->first + "' cannot be drawn in a marker or tile");
    return all;
  }

  std::optional<DrawingPaint> paint(const std::string& text, const pugi::xml_node& element) const {
    if (text == "none" || text == "transparent") return std::nullopt;
    if (text == "currentColor") return DrawingPaint{};
    if (text == "black") return DrawingPaint{Color{0, 0, 0, 255}, 1};
    if (text == "white") return DrawingPaint{Color{255, 255, 255, 255}, 1};
    if (text.starts_with('#')) return DrawingPaint{parse_color(text, in_.place(element)), 1};
    in_.fail(element, "no colour '" + text + "' in a drawing",
             "write \"#rrggbb\", none, or currentColor for the symbol's");
  }

  void inherit(const pugi::xml_node& element, const Properties& all, Inherited& own) const {
    const auto number = [&](const char* key, std::optional<double> (*parse)(std::string_view),
                            double& value) {
      const auto found = all.find(key);
      if (found == all.end()) return;
      const auto read = parse(found->second);
      if (!read) in_.fail(element, "'" + found->first + "' is '" + found->second + "', which is no number");
      value = *read;
    };
    if (const auto fill = all.find("fill"); fill != all.end()) own.fill = paint(fill->second, element);
    if (const auto stroke = all.find("stroke"); stroke != all.end())
      own.stroke = paint(stroke->second, element);
    number("stroke-width", parse_length, own.stroke_width);
    number("fill-opacity", parse_opacity, own.fill_opacity);
    number("stroke-opacity", parse_opacity, own.stroke_opacity);
    double opacity = 1;
    number("opacity", parse_opacity, opacity);
    own.opacity *= opacity;
    own.to_page = in_.transform(element).then(own.to_page);
  }

  Path outline(const pugi::xml_node& element) const {
    const auto at = [&](const char* key) { return in_.length(element, key); };
    const std::string name(in_.name(element));
    if (name == "path") {
      const auto path = parse_path_data(element.attribute("d").value());
      if (!path || !element.attribute("d")) in_.fail(element, "path data that cannot be read");
      return *path;
    }
    if (name == "rect") {
      const Box box{{at("x"), at("y")}, {at("x") + at("width"), at("y") + at("height")}};
      const double radius = std::max(at("rx"), at("ry"));
      return radius > 0 ? Path::rounded_rectangle(box, radius) : Path::rectangle(box);
    }
    if (name == "circle") return Path::circle({at("cx"), at("cy")}, at("r"));
    if (name == "ellipse")
      return Path::circle({0, 0}, 1).transformed({at("rx"), 0, 0, at("ry"), at("cx"), at("cy")});
    if (name == "line") return Path::polyline(std::vector<Point>{{at("x1"), at("y1")}, {at("x2"), at("y2")}});
    if (name == "polyline" || name == "polygon") return corners(element);
    refuse(element);
  }

  [[noreturn]] void refuse(const pugi::xml_node& element) const {
    const std::string name(in_.name(element));
    in_.fail(element, "<" + name + "> cannot be drawn in a marker or tile", suggestion(name, shape_names()));
  }

  Path corners(const pugi::xml_node& element) const {
    const std::vector<double> n = numbers_of(element.attribute("points").value());
    if (n.size() < 4 || n.size() % 2 != 0)
      in_.fail(element, "'points' must be pairs of numbers, two at least");
    std::vector<Point> points;
    for (std::size_t i = 0; i < n.size(); i += 2) points.push_back({n[i], n[i + 1]});
    return in_.name(element) == "polygon" ? Path::polygon(points) : Path::polyline(points);
  }

  void add(const pugi::xml_node& element, const Inherited& own) {
    symbol::DrawingShape shape;
    shape.path = outline(element).transformed(own.to_page);
    for (const pugi::xml_node& inside : element.children())
      if (inside.type() == pugi::node_element && !is_silent(in_.name(inside))) refuse(inside);
    shape.fill = own.fill;
    shape.stroke = own.stroke;
    if (shape.fill) shape.fill->opacity = own.opacity * own.fill_opacity;
    if (shape.stroke) shape.stroke->opacity = own.opacity * own.stroke_opacity;
    const Affine& m = own.to_page;
    shape.stroke_width = own.stroke_width * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
    for (const Point p : shape.path.points())
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) in_.fail(element, "coordinates beyond any page");
    if (!shape.path.empty() && (shape.fill || shape.stroke)) drawing_.shapes.push_back(std::move(shape));
  }

  Document in_;
  symbol::Drawing drawing_;
};

}  // namespace

symbol::Drawing parse_drawing(std::string_view svg, const std::string& file_name) {
  if (svg.size() > kLargestFile)
    throw usage_error({file_name, 0, 0}, "a drawing of more than a megabyte", "simplify it");
  return DrawingReader(svg, file_name).read();
}

std::shared_ptr<const symbol::Drawing> read_drawing(const std::filesystem::path& file,
                                                    const Location& where) {
  std::error_code none;
  std::ifstream in(file, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(file, none))
    throw usage_error(where, "cannot read the drawing '" + file.string() + "'");
  // One byte more than is read, so that what is too large is seen to be.
  std::string text(kLargestFile + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return std::make_shared<const symbol::Drawing>(parse_drawing(text, file.string()));
}

}  // namespace cartouche::svg
