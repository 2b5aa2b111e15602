#pragma once
// Findings as lines for people: the heaviest first, alike ones together.

#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"

namespace cartouche {

/// One line for each finding, or for all of one code at one place in the files: "160 × a text of less than
/// 5.5 pt as printed: …; …; … 157 more [text-too-small]". Problems come first, then warnings, then notes;
/// within a weight they keep their order. Repetitions are left out.
std::vector<std::string> finding_lines(const Diagnostics& findings);

/// The problems among them.
Diagnostics problems_of(const Diagnostics& findings);

/// "3 problems", "1 problem"; "" for none.
std::string count_of_problems(const Diagnostics& findings);

}  // namespace cartouche
