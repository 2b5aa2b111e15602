#pragma once

#include <filesystem>
#include <set>

namespace cartouche {

/// The files that a reading asked for, those that were missing among them: a change of any of them may change
/// what was read. Whoever reads a file adds it first, so that the list holds also where reading fails.
using FilesRead = std::set<std::filesystem::path>;

}  // namespace cartouche
