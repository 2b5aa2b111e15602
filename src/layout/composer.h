#pragma once
// Items with `box: auto`: each takes, in the template's order, the emptiest place that satisfies its
// constraints once everything with a place of its own is laid out.

#include "item_kinds.h"

namespace cartouche::layout {

bool is_auto(const project::ItemStyle& item);

class Composer {
 public:
  explicit Composer(Context& context) : context_(context) {}

  /// Something with a place of its own that no other item may lie on. Frames' maps do not count.
  void take(const Box& box);

  /// Lays an item out where the page is emptiest; frames are added to the context. A usage error where its
  /// area has no room left.
  ItemValue place(const project::ItemStyle& item, Page& page);

 private:
  Context& context_;
  std::vector<Box> taken_;
};

}  // namespace cartouche::layout
