#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {
namespace {

constexpr Words<ScaleText::Form, 2> kForms{
    {{"ratio", ScaleText::Form::ratio}, {"words", ScaleText::Form::words}}};

}  // namespace

ScaleText ScaleText::read(ItemReader& in) {
  ScaleText text;
  text.frame = in.item("frame", "frame");
  text.style = in.text_style("style");
  text.form = in.word("form", kForms, text.form);
  return text;
}

}  // namespace cartouche::map::items
