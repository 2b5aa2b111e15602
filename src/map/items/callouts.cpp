#include "cartouche/map/items.h"
#include "cartouche/project/page_box.h"
#include "item_reader.h"

namespace cartouche::map::items {
namespace {

using Side = Callouts::Side;

constexpr Words<Side, 4> kSides{
    {{"left", Side::left}, {"right", Side::right}, {"top", Side::top}, {"bottom", Side::bottom}}};

bool is_flat(Side side) {
  return side == Side::top || side == Side::bottom;
}

// Further places for boxes, `also: [{ side, box }]`.
std::vector<Callouts::Place> read_further(ItemReader& in) {
  std::vector<Callouts::Place> places;
  for (ItemReader& one : in.parts("also", "'also'")) {
    const Box box = project::read_page_box(one.required("box"), "a place of 'also'");
    places.push_back({one.word("side", kSides, Side::bottom), box});
    one.finish();
  }
  return places;
}

}  // namespace

Callouts Callouts::read(ItemReader& in) {
  Callouts callouts;
  callouts.title = in.text_style("title");
  for (const project::LocatedText& name : in.required("lines").texts())
    callouts.lines.push_back(in.style().text(name.value, name.where));
  if (callouts.lines.empty()) callouts.lines.push_back(callouts.title);
  callouts.padding = in.length("padding", callouts.padding);
  callouts.gap = in.length("gap", callouts.gap);
  callouts.side = in.word("side", kSides, callouts.side);
  callouts.columns = in.count("columns", is_flat(callouts.side) ? 2 : 1);
  callouts.further = read_further(in);
  callouts.fill = in.color("fill");
  callouts.stroke = in.stroke("stroke");
  callouts.leader = in.stroke("leader");
  callouts.radius = in.length("radius", callouts.radius);
  callouts.ring = in.length("ring", callouts.ring);
  return callouts;
}

}  // namespace cartouche::map::items
