#include "composer.h"

#include <algorithm>
#include <array>

#include "cartouche/base/words.h"
#include "free_space.h"
#include "item_box.h"

namespace cartouche::layout {
namespace {

// What a thing weighs that an item could cover. A page's subject (the area its frame shows) and the layers of
// its legend count as much as names; dots more, as one covered is one lost; other land little, so that open
// water is taken before it.
constexpr double kDot = 20;
constexpr double kName = 8;
constexpr double kSubject = 4;
constexpr double kOtherLand = 0.5;
// Points: fine enough that a place is found to a millimetre.
constexpr double kCell = 2.5;

struct Wish {
  project::ItemStyle item;  // with a box at the origin and without `place`
  std::optional<project::LocatedText> frame;
  Box within;
  Point preferred;
  double clear = 0;
};

struct Corner {
  const char* name;
  Point share;
};
constexpr std::array<Corner, 9> kCorners{{{"top-left", {0, 0}},
                                          {"top", {0.5, 0}},
                                          {"top-right", {1, 0}},
                                          {"left", {0, 0.5}},
                                          {"center", {0.5, 0.5}},
                                          {"right", {1, 0.5}},
                                          {"bottom-left", {0, 1}},
                                          {"bottom", {0.5, 1}},
                                          {"bottom-right", {1, 1}}}};

Point read_preferred(project::Reader& in) {
  const auto word = in.optional_text("prefer");
  if (!word) return {1, 1};
  std::vector<std::string> names;
  for (const Corner& corner : kCorners) {
    if (word->value == corner.name) return corner.share;
    names.emplace_back(corner.name);
  }
  throw usage_error(word->where, "no place '" + word->value + "' of an area", suggestion(word->value, names));
}

Box read_box(const project::Node& node) {
  const auto& sides = node.items();
  if (sides.size() != 4) throw usage_error(node.where(), "a box is [left, top, width, height]");
  std::array<double, 4> values{};
  for (std::size_t i = 0; i < 4; ++i) values[i] = project::read_length(sides[i]).value;
  return {{values[0], values[1]}, {values[0] + values[2], values[1] + values[3]}};
}

project::ItemStyle without_place(const project::ItemStyle& item) {
  project::ItemStyle rest = item;
  std::vector<std::pair<project::LocatedText, project::Node>> options;
  for (const auto& [key, value] : item.options.entries())
    if (key.value != "place") options.emplace_back(key, value);
  rest.options = project::Node::map(std::move(options), item.options.where());
  return rest;
}

Wish read_wish(const Context& context, const project::ItemStyle& item) {
  project::Reader in(*item.options.find("place"), "place of item '" + item.name + "'");
  Wish wish{without_place(item), std::nullopt, {}, {}, 0};
  in.required("size");  // read with the template
  wish.within = {{0, 0}, {context.map.page->width, context.map.page->height}};
  if (const project::Node* within = in.optional("within")) {
    if (within->kind() == project::Node::Kind::scalar) {
      wish.frame = within->located_text();
      wish.within = context.frame_named(*wish.frame, "place of item '" + item.name + "'").view.box;
    } else {
      wish.within = read_box(*within);
    }
  }
  wish.preferred = read_preferred(in);
  wish.clear = read_length_or(in, "clear", 3);
  in.finish();
  return wish;
}

bool in_legend(const map::Map& map, std::size_t layer) {
  return map.legend && std::any_of(map.legend->layers.begin(), map.legend->layers.end(),
                                   [&](const map::LegendLayer& one) { return one.layer == layer; });
}

// The polygons a frame is about, on the page.
GeometryArray subject(const map::Frame& frame, const FrameView& view) {
  GeometryArray area = *frame.area;
  for (Point& p : area.mutable_points()) p = view.to_page(p);
  return area;
}

void weigh_layer(SpaceMap& space, const Context& context, const LayerView& view) {
  const map::Layer& layer = context.map.layers[view.layer];
  if (const auto* points = std::get_if<map::PointLayer>(&layer)) {
    for (std::size_t i = 0; i < view.selected.size(); ++i) {
      const Point at = view.shapes.points()[i];
      space.add(Box{at, at}.expanded(points->size_of(view.selected[i]) / 2), kDot);
    }
  } else if (std::holds_alternative<map::PolygonLayer>(layer)) {
    space.add(view.shapes, in_legend(context.map, view.layer) ? kSubject : kOtherLand);
  }
}

SpaceMap weigh(const Context& context, const Box& area) {
  SpaceMap space(area, kCell);
  for (const auto& [name, frame] : context.frames) {
    const FrameView& view = frame.view;
    for (const LayerView& layer : view.layers) weigh_layer(space, context, layer);
    if (context.map.frames[view.frame].area)
      space.add(subject(context.map.frames[view.frame], view), kSubject);
    for (const PlacedLabel& label : view.labels) space.add(label.box, kName);
  }
  for (const auto& [name, item] : context.callouts)
    for (const PlacedCallout& callout : item.callouts)
      for (std::size_t i = 1; i < callout.leader.size(); ++i) {
        constexpr int kPieces = 64;
        const Point from = callout.leader[i - 1], to = callout.leader[i];
        for (int piece = 0; piece <= kPieces; ++piece) {
          const double t = static_cast<double>(piece) / kPieces;
          const Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
          space.add(Box{p, p}, kDot);
        }
      }
  space.finish();
  return space;
}

}  // namespace

bool is_auto(const project::ItemStyle& item) {
  return item.options.find("place") != nullptr;
}

void Composer::take(const Box& box) {
  if (!box.empty()) taken_.push_back(box);
}

ItemValue Composer::place(const project::ItemStyle& item, Page& page) {
  Wish wish = read_wish(context_, item);
  std::optional<ItemValue> value;
  Box used{{0, 0}, {item.width, item.height}};
  if (item.kind != "frame") {
    value = item_kind(item).lay_out(context_, wish.item, page);
    used = box_of(*value);
    if (used.empty()) return std::move(*value);
  }
  // What is kept free around the item is free of the area's edge too.
  const SpaceRequest request{used.width(), used.height(), wish.within.expanded(-wish.clear), wish.preferred,
                             wish.clear};
  const auto box = emptiest_place(weigh(context_, wish.within), taken_, request);
  if (!box)
    throw usage_error(item.where,
                      "item '" + item.name + "' finds no place on page '" + context_.map.file + "'",
                      "give it a smaller 'size' or a larger 'within', or a box of its own");
  taken_.push_back(*box);
  context_.composed[item.name] = *box;
  if (value) {
    move(*value, box->min.x - used.min.x, box->min.y - used.min.y);
    return std::move(*value);
  }
  wish.item.left = box->min.x;
  wish.item.top = box->min.y;
  context_.frames.emplace(item.name, lay_out_frame(context_, wish.item));
  return context_.frames.at(item.name);
}

}  // namespace cartouche::layout
