#pragma once
// Holds the sources and the build against the table of modules: who includes whose headers, and which
// library's.

#include <filesystem>
#include <string>
#include <vector>

#include "module_table.h"

namespace cartouche::architecture {

/// One line for each fault below root/include/cartouche and root/src, in the order of the paths: an include
/// of a module that the file's own does not use directly, a library's header outside the module that owns it
/// or in a public header, a path that leaves its folder, a library that no module owns, a module that is not
/// in the table.
std::vector<std::string> include_faults(const std::filesystem::path& root, const ModuleTable& table);

/// One line for each module that src/<module>/CMakeLists.txt links otherwise than the table says: PUBLIC what
/// its headers use, PRIVATE what its sources use too.
std::vector<std::string> build_faults(const std::filesystem::path& root, const ModuleTable& table);

}  // namespace cartouche::architecture
