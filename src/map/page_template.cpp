#include <algorithm>
#include <array>

#include "cartouche/base/words.h"
#include "cartouche/map/page_style.h"
#include "cartouche/project/page_box.h"
#include "items/item_reader.h"

namespace cartouche::map {
namespace {

constexpr Words<Point, 9> kCorners{{{"top-left", {0, 0}},
                                    {"top", {0.5, 0}},
                                    {"top-right", {1, 0}},
                                    {"left", {0, 0.5}},
                                    {"center", {0.5, 0.5}},
                                    {"right", {1, 0.5}},
                                    {"bottom-left", {0, 1}},
                                    {"bottom", {0.5, 1}},
                                    {"bottom-right", {1, 1}}}};

const ItemKind& kind_of(const project::LocatedText& word) {
  std::vector<std::string> words;
  for (const ItemKind& kind : kItemKinds) {
    if (kind.word == word.value) return kind;
    words.emplace_back(kind.word);
  }
  throw usage_error(word.where, "no item kind '" + word.value + "'", suggestion(word.value, words));
}

// "scale bar 'echelle'"
std::string described(const ItemKind& kind, const std::string& name) {
  std::string words(kind.word);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words + " '" + name + "'";
}

class TemplateReader {
 public:
  TemplateReader(const project::TemplateStyle& written, const project::Style& style)
      : written_(written), style_(style) {
    for (const project::ItemStyle& item : written.items) {
      project::Reader in(item.node, "item '" + item.name.value + "'");
      kinds_.push_back(&kind_of(in.text("kind")));
      known_.push_back({item.name.value, std::string(kinds_.back()->word)});
    }
  }

  PageTemplate read() {
    PageTemplate page;
    page.name = written_.name;
    page.where = written_.where;
    page.width = written_.width;
    page.height = written_.height;
    page.background = written_.background;
    for (std::size_t i = 0; i < written_.items.size(); ++i)
      page.items.push_back(read_item(written_.items[i], *kinds_[i]));
    check_order(page);
    return page;
  }

 private:
  PageItem read_item(const project::ItemStyle& written, const ItemKind& kind) {
    ItemReader in(written.node, described(kind, written.name.value), {style_, known_});
    in.required("kind");
    PageItem item;
    item.name = written.name.value;
    item.where = written.name.where;
    item.kind = &kind;
    if (kind.boxes != ItemBoxes::none) read_box(in, item);
    item.options = kind.read(in);
    in.finish();
    return item;
  }

  // A place of its own, or `auto` with the size it may take; where that lies is for the layout to find.
  void read_box(ItemReader& in, PageItem& item) {
    const project::Node& box = in.required("box");
    const bool may_be_auto = item.kind->boxes == ItemBoxes::own_or_auto;
    const project::Node* place = may_be_auto ? in.optional("place") : nullptr;
    if (box.kind() == project::Node::Kind::list) {
      if (place) throw usage_error(place->where(), "'place' goes with 'box: auto' only");
      item.box = project::read_page_box(box, in.what());
      return;
    }
    if (box.text() != "auto")
      throw usage_error(box.where(), "a box is [left, top, width, height] or auto, not '" + box.text() + "'");
    if (!may_be_auto)
      throw usage_error(box.where(),
                        "an item of kind '" + std::string(item.kind->word) + "' needs a box of its own");
    read_place(in.required("place"), item);
  }

  void read_place(const project::Node& node, PageItem& item) {
    ItemReader in(node, "place of item '" + item.name + "'", {style_, known_});
    const project::Node* size = in.optional("size");
    if (!size || size->items().size() != 2)
      throw usage_error(node.where(), "the place of item '" + item.name + "' needs its size",
                        "size: [width, height], the most it may take");
    item.box = {{0, 0}, {positive_length(size->items()[0]), positive_length(size->items()[1])}};
    AutoPlace place;
    if (const project::Node* within = in.optional("within")) {
      if (within->kind() == project::Node::Kind::scalar) {
        place.frame = in.item("within", "frame");
        within_.push_back({item.name, within->located_text()});
      } else {
        place.within = project::read_page_box(*within, "the area of item '" + item.name + "'");
      }
    }
    place.preferred = in.word("prefer", kCorners, place.preferred);
    place.clear = in.length("clear", place.clear);
    in.finish();
    item.place = place;
  }

  static double positive_length(const project::Node& node) {
    const double value = project::read_length(node).value;
    if (value <= 0) throw usage_error(node.where(), "'" + node.text() + "' must be more than nothing");
    return value;
  }

  // Frames find their places in the template's order, before anything else does: one cannot lie within
  // another that has no place yet.
  void check_order(const PageTemplate& page) const {
    for (const auto& [name, within] : within_) {
      const PageItem& item = *named(page, name);
      const PageItem& frame = *named(page, within.value);
      if (std::holds_alternative<items::Frame>(item.options) && frame.place && &frame >= &item)
        throw usage_error(within.where,
                          "frame '" + name + "' finds its place before frame '" + within.value + "' does",
                          &frame == &item ? "name another frame"
                                          : "write '" + within.value + "' before it in the template");
    }
  }

  static const PageItem* named(const PageTemplate& page, const std::string& name) {
    return &*std::find_if(page.items.begin(), page.items.end(),
                          [&](const PageItem& item) { return item.name == name; });
  }

  const project::TemplateStyle& written_;
  const project::Style& style_;
  std::vector<const ItemKind*> kinds_;
  std::vector<TemplateItem> known_;
  std::vector<std::pair<std::string, project::LocatedText>>
      within_;  // automatic items and the frames they lie within
};

}  // namespace

PageTemplate read_template(const project::TemplateStyle& written, const project::Style& style) {
  return TemplateReader(written, style).read();
}

}  // namespace cartouche::map
