#pragma once
// Holds the sources against the module table of the architecture: which module may include whose headers, and
// which module owns which library.

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cartouche::architecture {

/// By module: what it uses directly. It may include the headers of those and of all that they use.
using ModuleTable = std::map<std::string, std::set<std::string>>;

const ModuleTable& module_table();

/// What module may include, itself among it: the transitive closure of the table.
std::set<std::string> reachable(const ModuleTable& table, const std::string& module);

/// One line for each fault below root/include/cartouche and root/src, in the order of the paths:
/// an include of a module out of reach, a library's header outside the module that owns it or in a public
/// header, a path that leaves its folder, a library that no module owns, a module that is not in the table.
std::vector<std::string> include_faults(const std::filesystem::path& root);

/// One line for each module whose USES in src/<module>/CMakeLists.txt differs from the table.
std::vector<std::string> build_faults(const std::filesystem::path& root);

}  // namespace cartouche::architecture
