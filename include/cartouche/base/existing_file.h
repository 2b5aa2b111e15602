#pragma once
// Files that a command or a project names.

#include <filesystem>

#include "cartouche/base/error.h"

namespace cartouche {

/// Throws a usage error at `asked_at` where nothing stands at `path`, naming the nearest name of its folder
/// or the folder that is missing.
void require_exists(const std::filesystem::path& path, const Location& asked_at);

/// The same, and an error too where a folder stands there. `what` is what was expected: "a project file".
void require_file(const std::filesystem::path& path, const std::string& what, const Location& asked_at = {});

}  // namespace cartouche
