#include "cartouche/edit/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <pugixml.hpp>

#include "cartouche/base/error.h"
#include "transform_list.h"

namespace cartouche::edit {
namespace {

// Names with a prefix are those of an editor's own elements.
bool is(const pugi::xml_node& node, const char* name) {
  return std::string_view(node.name()) == name;
}

// Where a path begins: the first pair of its data, absolute for "m" and "M" alike.
Point path_start(std::string_view data) {
  const std::size_t first = data.find_first_of("mM");
  if (first == std::string_view::npos) return {};
  data.remove_prefix(first + 1);
  const char* at = data.data();
  const char* end = at + data.size();
  double pair[2] = {0, 0};
  for (double& value : pair) {
    while (at != end && (*at == ' ' || *at == ',' || *at == '\n' || *at == '\t')) ++at;
    at = std::from_chars(at, end, value).ptr;
  }
  return {pair[0], pair[1]};
}

// A line of text stands where its first part does, when that has a place of its own (Inkscape gives it one).
Point text_start(const pugi::xml_node& text) {
  const pugi::xml_node first = text.first_child();
  const bool own = is(first, "tspan") && first.attribute("x") && first.attribute("y");
  const pugi::xml_node placed = own ? first : text;
  return {read_length(placed.attribute("x").value()), read_length(placed.attribute("y").value())};
}

std::optional<Point> start_of(const pugi::xml_node& node) {
  const auto length = [&](const char* name) { return read_length(node.attribute(name).value()); };
  if (is(node, "text")) return text_start(node);
  if (is(node, "path")) return path_start(node.attribute("d").value());
  if (is(node, "circle") || is(node, "ellipse")) return Point{length("cx"), length("cy")};
  if (is(node, "line")) return Point{length("x1"), length("y1")};
  if (is(node, "rect") || is(node, "use") || is(node, "image")) return Point{length("x"), length("y")};
  return std::nullopt;
}

void add_words(const pugi::xml_node& node, std::string& words) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      for (const char c : std::string_view(child.value())) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
          words += c;
        else if (!words.empty() && words.back() != ' ')
          words += ' ';
      }
    } else {
      add_words(child, words);
    }
  }
}

struct Found {
  std::optional<Point> text, outline;
  Affine turned;
  std::string words;
};

class Reader {
 public:
  explicit Reader(Drawing& drawing) : drawing_(drawing) {}

  Found read(const pugi::xml_node& node, const Affine& outer) {
    const Affine here = read_transform(node.attribute("transform").value()).then(outer);
    Found found;
    found.turned = {here.a, here.b, here.c, here.d, 0, 0};
    if (const auto start = start_of(node)) {
      (is(node, "text") ? found.text : found.outline) = here(*start);
      if (is(node, "text")) add_words(node, found.words);
    } else if (is(node, "g") || is(node, "a") || is(node, "svg")) {
      read_children(node, here, found);
    }
    const std::string id = node.attribute("id").value();
    if (!id.empty() && (found.text || found.outline))
      drawing_.things.try_emplace(
          id, Thing{found.text ? *found.text : *found.outline, found.turned, trimmed(found.words)});
    return found;
  }

 private:
  // A group is turned as its first text is: the editor may have written the turn into the parts.
  void read_children(const pugi::xml_node& node, const Affine& here, Found& found) {
    for (const pugi::xml_node& child : node.children()) {
      const Found one = read(child, here);
      if (!found.text && one.text) {
        found.text = one.text;
        found.turned = one.turned;
      }
      if (!found.outline && one.outline) {
        found.outline = one.outline;
        if (!found.text) found.turned = one.turned;
      }
      if (!one.words.empty()) found.words += (found.words.empty() ? "" : " ") + one.words;
    }
  }

  static std::string trimmed(std::string words) {
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }

  Drawing& drawing_;
};

int line_of(std::string_view text, std::ptrdiff_t offset) {
  const auto end = text.begin() + std::min<std::ptrdiff_t>(offset, static_cast<std::ptrdiff_t>(text.size()));
  return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

bool differ(const Affine& a, const Affine& b) {
  constexpr double kTurned = 1e-3;  // a millimetre in a metre
  const auto apart = [](double x, double y) { return std::abs(x - y) > kTurned; };
  return apart(a.a, b.a) || apart(a.b, b.b) || apart(a.c, b.c) || apart(a.d, b.d);
}

}  // namespace

Drawing read_drawing(std::string_view svg, const std::string& file) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(svg.data(), svg.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result)
    throw data_error({file, line_of(svg, result.offset), 0}, fmt::format("no XML: {}", result.description()));
  const pugi::xml_node root = document.document_element();
  if (!is(root, "svg")) throw data_error({file, 0, 0}, fmt::format("no SVG: its root is <{}>", root.name()));
  Drawing drawing;
  const std::string box = root.attribute("viewBox").value();
  double left = 0, top = 0;
  if (std::sscanf(box.c_str(), "%lf%*[ ,]%lf%*[ ,]%lf%*[ ,]%lf", &left, &top, &drawing.width,
                  &drawing.height) != 4 ||
      left != 0 || top != 0)
    throw data_error({file, 0, 0}, "not a page of the program: its viewBox is '" + box + "'",
                     "pull reads what 'cartouche render --format svg' wrote, edited");
  Reader(drawing).read(root, {});
  return drawing;
}

Changes changes_of(const Drawing& made, const Drawing& edited, const std::vector<std::string>& ids,
                   double tolerance) {
  Changes changes;
  for (const std::string& id : ids) {
    const auto before = made.things.find(id), after = edited.things.find(id);
    if (before == made.things.end()) continue;
    if (after == edited.things.end()) {
      changes.gone.push_back(id);
      continue;
    }
    const Point by{after->second.at.x - before->second.at.x, after->second.at.y - before->second.at.y};
    if (std::hypot(by.x, by.y) > tolerance) changes.moved.push_back({id, by});
    if (differ(before->second.turned, after->second.turned)) changes.turned.push_back(id);
    if (before->second.words != after->second.words) changes.reworded.push_back(id);
  }
  return changes;
}

}  // namespace cartouche::edit
