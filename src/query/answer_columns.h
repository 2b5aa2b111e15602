#pragma once
// The columns a question adds to its points: their names and types before, their values after.

#include <functional>

#include "frames.h"
#include "matches.h"
#include "zone_set.h"

namespace cartouche::query {

/// A column of a set's zones to take.
struct Taken {
  std::size_t set;
  std::string field;
  std::string name;
};
std::vector<Taken> resolve_take(const Question& question, const Table& points,
                                const std::vector<ReadySet>& sets);

/// Names and types of all columns of the answer, no rows. Throws a usage error where a new column has the
/// name of one the points have.
Table planned_table(const Table& points, const std::vector<ReadySet>& sets, const std::vector<Taken>& taken);

/// Adds the columns of one set that `wanted` says yes to.
using Wanted = std::function<bool(const std::string& column)>;
void add_set_columns(Table& points, std::size_t set, const ReadySet& ready, const Matches& matches,
                     const std::vector<Taken>& taken, const Wanted& wanted);
/// `cadre`.
Column frame_column(const Frames& frames);

inline const std::string kFrameColumn = "cadre";
inline const std::string kAnyColumn = "dans_une_zone";

}  // namespace cartouche::query
