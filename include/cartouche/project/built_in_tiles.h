#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cartouche/symbol/drawing.h"

namespace cartouche::project {

/// A tile that ships with the program, by name; null for another name. All paint in the symbol's colour.
std::shared_ptr<const symbol::Drawing> built_in_tile(const std::string& name);
std::vector<std::string> built_in_tile_names();

}  // namespace cartouche::project
