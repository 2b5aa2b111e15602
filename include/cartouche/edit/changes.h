#pragma once
// What a person moved on a page, told from the page as the program makes it.

#include <string>
#include <vector>

#include "cartouche/svg/edited_page.h"

namespace cartouche::edit {

struct Moved {
  std::string id;
  Point by;  ///< points, y down
};

/// What was done to the things of `ids`, by comparing with the page as the program makes it.
struct Changes {
  std::vector<Moved> moved;           ///< by more than the tolerance
  std::vector<std::string> gone;      ///< no longer there
  std::vector<std::string> turned;    ///< rotated or scaled: only the place can be kept
  std::vector<std::string> reworded;  ///< with other words
};
Changes changes_of(const svg::EditedPage& made, const svg::EditedPage& edited,
                   const std::vector<std::string>& ids, double tolerance);

}  // namespace cartouche::edit
