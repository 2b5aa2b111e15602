#pragma once
// The kinds of item that a template may hold.

#include "context.h"

namespace cartouche::layout {

using ItemValue = decltype(Item::value);

/// One kind: its word in the style file, and what lays it out. Frames and callouts depend on one another and
/// are in the context by then.
struct ItemKind {
  const char* name;
  ItemValue (*lay_out)(Context&, const project::ItemStyle&, Page&);
};

/// The kind of an item; a usage error naming the nearest where there is none of that name.
const ItemKind& item_kind(const project::ItemStyle& item);

}  // namespace cartouche::layout
