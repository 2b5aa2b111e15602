#include "cartouche/svg/edited_page.h"

#include <optional>

#include "document.h"
#include "number_scanner.h"
#include "path_data.h"

namespace cartouche::svg {
namespace {

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

class PageReader {
 public:
  PageReader(std::string_view svg, const std::string& file) : in_(svg, file, data_error) {}

  EditedPage read() {
    read_size();
    read(in_.root(), {});
    return std::move(page_);
  }

 private:
  void read_size() {
    const pugi::xml_node root = in_.root();
    const std::string box = root.attribute("viewBox").value();
    const std::vector<double> n = numbers_of(box);
    if (n.size() != 4 || n[0] != 0 || n[1] != 0)
      in_.fail(root, "not a page of the program: its viewBox is '" + box + "'",
               "pull reads what 'cartouche render --format svg' wrote, edited");
    page_.width = n[2];
    page_.height = n[3];
  }

  bool is(const pugi::xml_node& node, std::string_view name) const { return in_.name(node) == name; }

  // A text may give each of its letters a place: the first is the text's.
  double first_length(const pugi::xml_node& text, const char* key) const {
    const std::string_view list = text.attribute(key).value();
    const auto length = parse_length(list.substr(0, list.find_first_of(" ,\t\r\n")));
    return length ? *length : in_.length(text, key);
  }

  // A line of text stands where its first part does, when that has a place of its own (Inkscape gives it
  // one).
  Point text_start(const pugi::xml_node& text) const {
    const pugi::xml_node first = text.first_child();
    const bool own = is(first, "tspan") && first.attribute("x") && first.attribute("y");
    const pugi::xml_node placed = own ? first : text;
    return {first_length(placed, "x"), first_length(placed, "y")};
  }

  std::optional<Point> start_of(const pugi::xml_node& node) const {
    const auto length = [&](const char* key) { return in_.length(node, key); };
    if (is(node, "text")) return text_start(node);
    if (is(node, "path")) return path_start(node.attribute("d").value());
    if (is(node, "circle") || is(node, "ellipse")) return Point{length("cx"), length("cy")};
    if (is(node, "line")) return Point{length("x1"), length("y1")};
    if (is(node, "rect") || is(node, "use") || is(node, "image")) return Point{length("x"), length("y")};
    return std::nullopt;
  }

  Found read(const pugi::xml_node& node, const Affine& outer) {
    const Affine here = in_.transform(node).then(outer);
    Found found;
    found.turned = {here.a, here.b, here.c, here.d, 0, 0};
    if (const auto start = start_of(node)) {
      (is(node, "text") ? found.text : found.outline) = here(*start);
      if (is(node, "text")) add_words(node, found.words);
    } else if (is(node, "g") || is(node, "a") || is(node, "svg") || is(node, "switch")) {
      read_children(node, here, found);
    }
    const std::string id = node.attribute("id").value();
    if (!id.empty() && (found.text || found.outline))
      page_.things.try_emplace(
          id, Thing{found.text ? *found.text : *found.outline, found.turned, trimmed(found.words)});
    return found;
  }

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

  Document in_;
  EditedPage page_;
};

}  // namespace

EditedPage read_edited_page(std::string_view svg, const std::string& file) {
  return PageReader(svg, file).read();
}

}  // namespace cartouche::svg
