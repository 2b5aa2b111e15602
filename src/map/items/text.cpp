#include "vertical.h"

namespace cartouche::map::items {

Text Text::read(ItemReader& in) {
  Text text;
  text.style = in.text_style("style");
  text.valign = in.word("valign", kVerticals, text.valign);
  return text;
}

}  // namespace cartouche::map::items
