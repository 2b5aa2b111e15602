#include <algorithm>
#include <array>
#include <utility>

#include "cartouche/base/words.h"
#include "cartouche/project/page_box.h"
#include "style_parts.h"

namespace cartouche::project {
namespace {

struct PaperSize {
  std::string_view name;
  double width, height;  // millimetres, portrait: ISO 216
};
constexpr std::array<PaperSize, 7> kPapers{{{"A0", 841, 1189},
                                            {"A1", 594, 841},
                                            {"A2", 420, 594},
                                            {"A3", 297, 420},
                                            {"A4", 210, 297},
                                            {"A5", 148, 210},
                                            {"A6", 105, 148}}};

// Whether an item of the kind has a box of its own, may also take the emptiest place, or has none.
enum class Boxes { own, own_or_auto, none };
struct KindOfItem {
  std::string_view name;
  Boxes boxes;
};
constexpr std::array<KindOfItem, 13> kKinds{{{"frame", Boxes::own_or_auto},
                                             {"text", Boxes::own_or_auto},
                                             {"figures", Boxes::own_or_auto},
                                             {"legend", Boxes::own_or_auto},
                                             {"scale_bar", Boxes::own_or_auto},
                                             {"callouts", Boxes::own},
                                             {"credits", Boxes::own},
                                             {"rule", Boxes::own},
                                             {"panel", Boxes::own},
                                             {"chart", Boxes::own_or_auto},
                                             {"north_arrow", Boxes::own_or_auto},
                                             {"scale_text", Boxes::own_or_auto},
                                             {"locator", Boxes::none}}};

Boxes boxes_of(const LocatedText& kind) {
  std::vector<std::string> names;
  for (const KindOfItem& one : kKinds) {
    if (one.name == kind.value) return one.boxes;
    names.emplace_back(one.name);
  }
  throw usage_error(kind.where, "no item kind '" + kind.value + "'", suggestion(kind.value, names));
}

double positive_length(const Node& node) {
  const double value = read_length(node).value;
  if (value <= 0) throw usage_error(node.where(), "'" + node.text() + "' must be more than nothing");
  return value;
}

void named_size(const LocatedText& size, TemplateStyle& page) {
  std::vector<std::string> names;
  for (const PaperSize& paper : kPapers) {
    names.emplace_back(paper.name);
    if (paper.name != size.value) continue;
    page.width = to_points(Millimetres{paper.width}).value;
    page.height = to_points(Millimetres{paper.height}).value;
  }
  require_one_of(size, "paper size", names);
}

void read_size(Reader& in, TemplateStyle& page) {
  const Node& size = in.required("size");
  const auto orientation = in.optional_text("orientation");
  if (size.kind() == Node::Kind::list) {
    if (size.items().size() != 2) throw usage_error(size.where(), "a size is [width, height]");
    if (orientation) throw usage_error(orientation->where, "'orientation' goes with a named size only");
    page.width = positive_length(size.items()[0]);
    page.height = positive_length(size.items()[1]);
    return;
  }
  named_size(size.located_text(), page);
  if (!orientation) return;
  require_one_of(*orientation, "orientation", {"portrait", "landscape"});
  if (orientation->value == "landscape") std::swap(page.width, page.height);
}

void read_sides(const Node& box, const std::string& what, ItemStyle& item) {
  const Box sides = read_page_box(box, what);
  item.left = sides.min.x;
  item.top = sides.min.y;
  item.width = sides.width();
  item.height = sides.height();
}

// A place of its own, or `auto` with the size it may take; where that lies is for the layout to find.
void read_box(Reader& in, const std::string& what, bool may_be_auto, ItemStyle& item) {
  const Node& box = in.required("box");
  if (box.kind() == Node::Kind::list) {
    if (const Node* place = in.optional("place"))
      throw usage_error(place->where(), "'place' goes with 'box: auto' only");
    return read_sides(box, what, item);
  }
  if (box.text() != "auto")
    throw usage_error(box.where(), "a box is [left, top, width, height] or auto, not '" + box.text() + "'");
  if (!may_be_auto)
    throw usage_error(box.where(), "an item of kind '" + item.kind + "' needs a box of its own");
  const Node& place = in.required("place");
  const Node* size = place.find("size");
  if (!size || size->items().size() != 2)
    throw usage_error(place.where(), "the place of " + what + " needs its size",
                      "size: [width, height], the most it may take");
  item.width = positive_length(size->items()[0]);
  item.height = positive_length(size->items()[1]);
}

ItemStyle parse_item(const LocatedText& name, const Node& node) {
  const std::string what = "item '" + name.value + "'";
  Reader in(node, what);
  ItemStyle item;
  item.name = name.value;
  item.where = name.where;
  const LocatedText kind = in.text("kind");
  item.kind = kind.value;
  const Boxes boxes = boxes_of(kind);
  if (boxes != Boxes::none) read_box(in, what, boxes == Boxes::own_or_auto, item);
  std::vector<std::pair<LocatedText, Node>> options;
  for (const auto& [key, value] : node.entries())
    if (key.value != "kind" && key.value != "box") options.emplace_back(key, value);
  // What is wrong with the options is told at the kind, which asks for them.
  item.options = Node::map(std::move(options), kind.where);
  return item;
}

}  // namespace

TemplateStyle parse_template(const LocatedText& name, const Node& node, const Style& style) {
  Reader in(node, "template '" + name.value + "'");
  TemplateStyle page;
  page.name = name.value;
  page.where = name.where;
  read_size(in, page);
  if (const Node* background = in.optional("background")) page.background = style.color(*background);
  for (const auto& [item, value] : in.required("items").entries())
    page.items.push_back(parse_item(item, value));
  in.finish();
  return page;
}

}  // namespace cartouche::project
