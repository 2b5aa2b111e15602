#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cartouche {

/// The files of this machine that a source is read from: the file, those that its format keeps beside it
/// whether they are there or not (.dbf of a .shp), the archive that a /vsi path looks into; none for
/// databases and addresses.
std::vector<std::filesystem::path> source_files(const std::string& path);

}  // namespace cartouche
