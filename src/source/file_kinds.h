#pragma once
// What a file may be, by its name: the drivers that are asked to read it.
//
// A file is never more than its name says: of all drivers that GDAL has, those are left out that follow what
// the file says to other files and addresses (VRT, WFS, …), unless the name itself says that it is one of
// them.

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::source_internal {

/// The ending of a file's name that says what it is, in small letters, ".gz" left out; "" = none.
std::string ending_of(const std::string& path);

/// Names of the drivers that may read the path: those of its ending, all of files where the ending says
/// nothing, those of JSON for an address without one. Empty = any, for a connection ("PG:…", "WFS:…").
std::vector<std::string> drivers_of(const std::string& path);

/// How sure it is that a file of an archive is meant as a source.
enum class Role { none, minor, main };
Role role_of(const std::string& path);

}  // namespace cartouche::source_internal
