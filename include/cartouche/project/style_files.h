#pragma once

#include "cartouche/base/files_read.h"
#include "cartouche/project/style.h"

namespace cartouche::project {

/// Reads and checks a style file. `read` takes every file that is read on the way: the style itself, those it
/// inherits from, its drawings.
Style read_style(const std::filesystem::path& file, FilesRead& read);

}  // namespace cartouche::project
