#pragma once
// Rows of equal values.

#include <string>
#include <vector>

#include "step.h"

namespace cartouche::pipeline {

struct Groups {
  std::vector<Index> rows;   ///< rows that are in a group, ascending
  std::vector<Index> group;  ///< of each of `rows`: 0 … count-1, in order of first appearance
  std::vector<Index> first;  ///< first row of each group
  std::size_t count() const { return first.size(); }
};

/// Groups by some columns (none: one group of all rows). A row without any of these values is in no group.
Groups group_rows(const Table& table, const std::vector<LocatedText>& by);

/// The columns grouped by, one row a group; a single one names the rows.
Table group_table(const Table& table, const std::vector<LocatedText>& by, const Groups& groups);

}  // namespace cartouche::pipeline
