#pragma once
// Writing moves into a project file that a person wrote: only their lines change.

#include <string>
#include <vector>

#include "cartouche/project/project.h"

namespace cartouche::project {

struct NewMove {
  std::string id;
  double right = 0, down = 0;  ///< mm
};

/// `[3.25mm, -1.5mm]`
std::string move_text(const NewMove& move);

/// The text of the project file with these moves of the page whose file is `file`, replacing those of the
/// same ids; comments, order and layout of the rest stay. Throws a usage error, with what to write by hand,
/// where the page is written in a way that has no place for them (in braces on one line).
std::string with_moves(std::string text, const Project& project, const Page& page, const std::string& file,
                       const std::vector<NewMove>& moves);

}  // namespace cartouche::project
