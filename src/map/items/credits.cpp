#include "vertical.h"

namespace cartouche::map::items {

Credits Credits::read(ItemReader& in) {
  Credits credits;
  credits.style = in.text_style("style");
  credits.valign = in.word("valign", kVerticals, credits.valign);
  return credits;
}

}  // namespace cartouche::map::items
