#pragma once
// Which row of which level's table each left row meets, and what is to be said about it.

#include <string>
#include <vector>

#include "keys.h"
#include "step.h"

namespace cartouche::pipeline {

/// One table to look in, and by which columns.
struct JoinLevel {
  std::string name;  ///< of the level; "" where the join has no levels
  LocatedText table;
  std::vector<LocatedText> left, right;
  std::optional<ThroughTable> through;
};

enum class Unmatched : std::uint8_t { report, drop, error };
Unmatched read_unmatched(Reader& in, Unmatched fallback);

/// For each left row, the level that matched (index) and the row there; Column::kNoRow where none did.
struct JoinMatches {
  std::vector<Index> level;
  std::vector<Index> row;
  std::vector<Index> unmatched;            ///< left rows
  std::vector<std::string> merged;         ///< "01033 → 01033b"
  std::vector<std::string> elsewhere;      ///< the same, to a commune of another département
  std::vector<std::string> repeated;       ///< keys met by several right rows
  std::vector<std::vector<bool>> is_used;  ///< by level and right row
};

/// The first level that has the row's key wins.
JoinMatches match_levels(const Table& left, const std::vector<JoinLevel>& levels, StepContext& context);

/// Adds what the join noticed to the diagnostics; throws a data error for `unmatched: error`.
void report_matches(const Table& left, const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                    Unmatched unmatched, StepContext& context);

}  // namespace cartouche::pipeline
