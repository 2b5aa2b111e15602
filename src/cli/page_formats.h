#pragma once
// What `render --format` may name, each a file of one page.

#include <functional>
#include <string>

#include "cartouche/backend/backend.h"
#include "session.h"

namespace cartouche::cli {

/// The bytes of a page's file.
using PageWriter =
    std::function<std::string(const LaidOutPage&, const display::DisplayList&, const OutputOptions&)>;

/// A usage error naming the nearest format where there is none of that name.
PageWriter writer_named(const std::string& format);

}  // namespace cartouche::cli
