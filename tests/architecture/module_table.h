#pragma once
// The table of modules as docs/architecture.md has it: what each may use, and which library is whose. It
// stands there once; the sources and the build are held against it.

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace cartouche::architecture {

struct Module {
  std::set<std::string> in_headers;  ///< modules that its public headers may include; so may its sources
  std::set<std::string> in_sources;  ///< modules that only its sources may include
  std::set<std::string> libraries;   ///< "GDAL": libraries that only its sources may include

  std::set<std::string> used() const;  ///< all modules that it uses
};
using ModuleTable = std::map<std::string, Module>;

/// Reads the rows `| name | what it holds | modules | modules | libraries |` of a page; names in backquotes
/// elsewhere do not matter. Empty where the page cannot be read.
ModuleTable read_module_table(const std::filesystem::path& page);

/// All that a module uses, directly or through others; itself only where there is a circle.
std::set<std::string> reached_from(const ModuleTable& table, const std::string& module);

}  // namespace cartouche::architecture
