#pragma once
// Output is whole or not at all: written beside its final name and renamed when complete.

#include <filesystem>
#include <string_view>

namespace cartouche {

/// Writes `bytes` to a temporary file in the same folder, then renames it to `path`. Throws a data error
/// naming the path (disk full, no permission); the former file, if any, is then untouched and no temporary
/// file remains.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// The whole file. Throws a data error naming the path where it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace cartouche
