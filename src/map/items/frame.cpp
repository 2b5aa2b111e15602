#include <cmath>

#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {
namespace {

constexpr Words<Frame::Shape, 2> kShapes{{{"rect", Frame::Shape::rect}, {"circle", Frame::Shape::circle}}};
constexpr Words<Frame::TitleSide, 3> kTitleSides{
    {{"below", Frame::TitleSide::below}, {"above", Frame::TitleSide::above}, {"top", Frame::TitleSide::top}}};

std::optional<Graticule> read_graticule(std::optional<ItemReader> in) {
  if (!in) return std::nullopt;
  constexpr double kLargest = 30 * 60;  // minutes of arc
  Graticule graticule;
  if (const project::Node* step = in->optional("step")) {
    const double minutes = step->number() * 60;
    if (!(minutes >= 1 && minutes <= kLargest) || std::abs(minutes - std::round(minutes)) > 1e-6)
      throw usage_error(step->where(), "the step of a graticule is in degrees, in whole minutes of arc",
                        "from 0.0167 (one minute) to 30");
    graticule.minutes = static_cast<int>(std::round(minutes));
  }
  graticule.stroke = in->stroke("stroke").value_or(graticule.stroke);
  graticule.label = in->optional_text_style("label");
  in->finish();
  return graticule;
}

std::optional<Spread> read_spread(std::optional<ItemReader> in) {
  if (!in) return std::nullopt;
  Spread spread;
  in->required("within");
  spread.within = in->length("within", 0);
  spread.tie = in->stroke("tie");
  in->finish();
  return spread;
}

}  // namespace

Frame Frame::read(ItemReader& in) {
  Frame frame;
  frame.shape = in.word("shape", kShapes, frame.shape);
  frame.background = in.color("background").value_or(frame.background);
  frame.border = in.stroke("border");
  frame.glow = in.glow("glow");
  frame.until = in.optional_item("until", "callouts");
  frame.gap = in.length("gap", frame.gap);
  frame.title = in.optional_text_style("title_style");
  frame.title_side = in.word("title_side", kTitleSides, frame.title_side);
  frame.graticule = read_graticule(in.part("graticule"));
  frame.spread = read_spread(in.part("spread"));
  return frame;
}

}  // namespace cartouche::map::items
