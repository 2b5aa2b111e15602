#pragma once
// Findings that a project accepts, each with its reason: facts of the data that no correction takes away.

#include <string>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct Acceptance {
  LocatedText code;              ///< of the list in base/finding_codes.h
  std::vector<LocatedText> ids;  ///< of the rows, labels or words concerned; none = all of this code
  std::string because;           ///< the reason; the ledger keeps it
  Location where;
};

}  // namespace cartouche::project
