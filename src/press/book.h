#pragma once
// Many pages, one after the other: each is laid out, drawn, written and let go.

#include "cartouche/press/press.h"
#include "cartouche/press/session.h"

namespace cartouche::press {

/// What Press::write_book and Press::check do.
MadeBook make_book(const Session& session, map::GeometryStore& store, ShaperPool& shapers, unsigned threads,
                   const BookOptions& options);
Findings check_pages(const Session& session, map::GeometryStore& store, ShaperPool& shapers, unsigned threads,
                     const std::vector<std::string>& pages);

}  // namespace cartouche::press
