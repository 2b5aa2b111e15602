#include "cartouche/project/drawing.h"

#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "cartouche/base/words.h"
#include "svg_geometry.h"
#include "xml_scanner.h"

namespace cartouche::project {
namespace {

constexpr std::size_t kDeepest = 64;

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

// Elements that say something about the drawing and paint nothing.
bool is_silent(const std::string& name) {
  static const std::set<std::string> names{"title", "desc", "metadata", "namedview", "defs"};
  return names.contains(name);
}

class DrawingReader {
 public:
  DrawingReader(std::string_view svg, const std::string& file_name) : in_(svg, file_name), file_(file_name) {}

  Drawing read() {
    auto root = in_.next();
    if (!root || root->name != "svg" || !root->opens)
      throw usage_error({file_, root ? root->where.line : 0, root ? root->where.column : 0},
                        "this is no SVG drawing", "its first element must be <svg>");
    Inherited inherited;
    inherited.to_page = read_size(*root);
    paint_of(*root, inherited);
    if (!root->closes) read_children("svg", inherited, 1);
    if (drawing_.shapes.empty()) throw usage_error({file_, 0, 0}, "the drawing has no shape");
    return std::move(drawing_);
  }

 private:
  double length(const XmlElement& element, const std::string& key, double fallback) const {
    const auto found = element.attributes.find(key);
    if (found == element.attributes.end()) return fallback;
    NumberScanner in(found->second);
    const auto value = in.number();
    const bool plain = in.at_end() || found->second.ends_with("px") || found->second.ends_with("pt") ||
                       found->second.ends_with("mm");
    if (!value || !plain)
      throw usage_error(element.where, "'" + key + "' is '" + found->second + "', which is no number");
    return *value;
  }

  // The page is the view box, moved to the origin.
  Affine read_size(const XmlElement& root) {
    const auto box = root.attributes.find("viewBox");
    if (box == root.attributes.end()) {
      drawing_.width = length(root, "width", 0);
      drawing_.height = length(root, "height", 0);
    } else {
      const std::vector<double> n = numbers_of(box->second);
      if (n.size() != 4) throw usage_error(root.where, "a viewBox is four numbers");
      drawing_.width = n[2];
      drawing_.height = n[3];
      if (n[2] > 0 && n[3] > 0) return Affine::translation(-n[0], -n[1]);
    }
    if (drawing_.width <= 0 || drawing_.height <= 0)
      throw usage_error(root.where, "the drawing has no size", "give <svg> a viewBox");
    return {};
  }

  void read_children(const std::string& parent, const Inherited& inherited, std::size_t depth) {
    if (depth > kDeepest) throw usage_error({file_, 0, 0}, "groups nested too deeply");
    while (auto element = in_.next()) {
      if (!element->opens) {
        if (element->name != parent)
          throw usage_error(element->where, "</" + element->name + "> closes <" + parent + ">");
        return;
      }
      if (is_silent(element->name)) {
        skip(*element);
        continue;
      }
      Inherited own = inherited;
      paint_of(*element, own);
      if (element->name == "g") {
        if (!element->closes) read_children("g", own, depth + 1);
        continue;
      }
      add(*element, own);
      if (!element->closes) skip(*element);
    }
    throw usage_error({file_, 0, 0}, "<" + parent + "> does not end");
  }

  // Passes over what stands inside an element.
  void skip(const XmlElement& element) {
    int depth = element.closes ? 0 : 1;
    while (depth > 0) {
      const auto inside = in_.next();
      if (!inside) throw usage_error(element.where, "<" + element.name + "> does not end");
      if (inside->opens && !inside->closes) ++depth;
      if (!inside->opens) --depth;
    }
  }

  // Attributes, and over them what `style` says.
  std::map<std::string, std::string> properties(const XmlElement& element) const {
    std::map<std::string, std::string> all = element.attributes;
    const auto style = all.find("style");
    if (style == all.end()) return all;
    std::istringstream declarations(style->second);
    const auto trimmed = [](std::string text) {
      const std::size_t first = text.find_first_not_of(" \t\n\r");
      if (first == std::string::npos) return std::string();
      return text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
    };
    for (std::string one; std::getline(declarations, one, ';');)
      if (const std::size_t colon = one.find(':'); colon != std::string::npos)
        all[trimmed(one.substr(0, colon))] = trimmed(one.substr(colon + 1));
    return all;
  }

  std::optional<DrawingPaint> paint(const std::string& text, const XmlElement& element) const {
    if (text == "none" || text == "transparent") return std::nullopt;
    if (text == "currentColor") return DrawingPaint{};
    if (text == "black") return DrawingPaint{Color{0, 0, 0, 255}, 1};
    if (text == "white") return DrawingPaint{Color{255, 255, 255, 255}, 1};
    if (text.starts_with('#')) return DrawingPaint{parse_color(text, element.where), 1};
    throw usage_error(element.where, "no colour '" + text + "' in a drawing",
                      "write \"#rrggbb\", none, or currentColor for the symbol's");
  }

  void paint_of(const XmlElement& element, Inherited& own) const {
    const auto all = properties(element);
    const auto number = [&](const std::string& key, double& value) {
      const auto found = all.find(key);
      if (found == all.end()) return;
      NumberScanner in(found->second);
      const auto read = in.number();
      if (!read)
        throw usage_error(element.where, "'" + key + "' is '" + found->second + "', which is no number");
      value = *read;
    };
    if (const auto fill = all.find("fill"); fill != all.end()) own.fill = paint(fill->second, element);
    if (const auto stroke = all.find("stroke"); stroke != all.end())
      own.stroke = paint(stroke->second, element);
    number("stroke-width", own.stroke_width);
    number("fill-opacity", own.fill_opacity);
    number("stroke-opacity", own.stroke_opacity);
    double opacity = 1;
    number("opacity", opacity);
    own.opacity *= opacity;
    const auto transform = element.attributes.find("transform");
    if (transform == element.attributes.end()) return;
    const auto affine = parse_transform(transform->second);
    if (!affine) throw usage_error(element.where, "a transform that cannot be read: " + transform->second);
    own.to_page = affine->then(own.to_page);
  }

  Path outline(const XmlElement& element) const {
    const auto at = [&](const char* key) { return length(element, key, 0); };
    if (element.name == "path") {
      const auto data = element.attributes.find("d");
      const auto path = data == element.attributes.end() ? std::nullopt : parse_path_data(data->second);
      if (!path) throw usage_error(element.where, "path data that cannot be read");
      return *path;
    }
    if (element.name == "rect") {
      const Box box{{at("x"), at("y")}, {at("x") + at("width"), at("y") + at("height")}};
      const double radius = std::max(at("rx"), at("ry"));
      return radius > 0 ? Path::rounded_rectangle(box, radius) : Path::rectangle(box);
    }
    if (element.name == "circle") return Path::circle({at("cx"), at("cy")}, at("r"));
    if (element.name == "ellipse")
      return Path::circle({0, 0}, 1).transformed({at("rx"), 0, 0, at("ry"), at("cx"), at("cy")});
    if (element.name == "line")
      return Path::polyline(std::vector<Point>{{at("x1"), at("y1")}, {at("x2"), at("y2")}});
    if (element.name == "polyline" || element.name == "polygon") return corners(element);
    throw usage_error(element.where, "<" + element.name + "> cannot be drawn in a marker or tile",
                      suggestion(element.name, shape_names()));
  }

  static Path corners(const XmlElement& element) {
    const auto list = element.attributes.find("points");
    const std::vector<double> n =
        list == element.attributes.end() ? std::vector<double>{} : numbers_of(list->second);
    if (n.size() < 4 || n.size() % 2 != 0)
      throw usage_error(element.where, "'points' must be pairs of numbers, two at least");
    std::vector<Point> points;
    for (std::size_t i = 0; i < n.size(); i += 2) points.push_back({n[i], n[i + 1]});
    return element.name == "polygon" ? Path::polygon(points) : Path::polyline(points);
  }

  void add(const XmlElement& element, const Inherited& own) {
    DrawingShape shape;
    shape.path = outline(element).transformed(own.to_page);
    shape.fill = own.fill;
    shape.stroke = own.stroke;
    if (shape.fill) shape.fill->opacity = own.opacity * own.fill_opacity;
    if (shape.stroke) shape.stroke->opacity = own.opacity * own.stroke_opacity;
    const Affine& m = own.to_page;
    shape.stroke_width = own.stroke_width * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
    if (!shape.path.empty() && (shape.fill || shape.stroke)) drawing_.shapes.push_back(std::move(shape));
  }

  XmlScanner in_;
  std::string file_;
  Drawing drawing_;
};

}  // namespace

Drawing parse_drawing(std::string_view svg, const std::string& file_name) {
  return DrawingReader(svg, file_name).read();
}

std::shared_ptr<const Drawing> read_drawing(const std::filesystem::path& file, const Location& where) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in || std::filesystem::is_directory(file))
    throw usage_error(where, "cannot read the drawing '" + file.string() + "'");
  return std::make_shared<const Drawing>(parse_drawing(text.str(), file.string()));
}

}  // namespace cartouche::project
