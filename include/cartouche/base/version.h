#pragma once
// The version of the program, which stands once: in the project() line of the top CMakeLists.txt.

namespace cartouche {

/// "0.1.0", a semantic version.
const char* version();

}  // namespace cartouche
