#pragma once
// Files that come with the program: its styles, schemas, data and examples, in share/cartouche beside the
// program or the library, or in the folder that the environment variable CARTOUCHE_DATA names.

#include <filesystem>
#include <string>

#include "cartouche/base/error.h"

namespace cartouche {

/// The folder that holds them; "" where there is none.
std::filesystem::path shipped_folder();

/// The file that a project or style names: "cartouche:styles/annexe.yaml" comes with the program, any other
/// path is relative to `folder`. A usage error at `where` where nothing comes with the program.
std::filesystem::path path_named(const std::filesystem::path& folder, const std::string& text,
                                 const Location& where);

}  // namespace cartouche
