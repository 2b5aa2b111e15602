#pragma once

#include <filesystem>

namespace cartouche {

/// The folder of the program or shared library that this code is part of; "" where the system does not tell.
/// The one place that asks Linux for it.
std::filesystem::path code_folder();

}  // namespace cartouche
