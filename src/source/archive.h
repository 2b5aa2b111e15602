#pragma once
// Sources as they come, in a .zip.

#include <string>
#include <vector>

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// The .zip of this machine that a path names, with or without the file that is meant behind a colon:
/// "a.zip:b.shp" → "a.zip". "" where it names none.
std::string archive_of(const std::string& path);

/// The files in it that can be sources, by name; those that only may be (.txt, .json, .dbf beside nothing
/// else) where there are no others. Files of one shapefile are one. A data error where it cannot be read.
std::vector<std::string> sources_in(const std::string& path);

/// Options for the file in the archive that they mean: named behind the path or as `layer`, by its name or
/// its stem, else the only one; what stands behind its own colon is its layer. Others stay as they are. A
/// usage error that lists the files where it is not one.
ReadOptions out_of_archive(ReadOptions options);

}  // namespace cartouche::source_internal
