#pragma once
// A set of zones made ready: ordered by key, checked against what is asked of it.

#include "cartouche/query/question.h"

namespace cartouche::query {

struct ReadySet {
  std::string name;
  Table zones;  ///< ascending by key
  std::vector<std::string> keys;
  Predicate predicate;
  const GeometryColumn& geometry() const { return *zones.geometry(); }
  bool measures() const { return predicate.measures(); }
};

/// Throws a usage error for zones without geometry or of a kind the predicate cannot be asked of, and a data
/// error for an empty set.
ReadySet make_ready(ZoneSet set, const Question& question, GeometryKind points);

/// A box in `crs` that holds every point that meets a zone; none where there is no end to it.
std::optional<Box> reach_of(const ReadySet& set, const Crs& crs);

/// Throws a usage error where the predicate cannot be asked of zones or points of that kind.
void check_kinds(const std::string& name, GeometryKind zones, const Predicate& predicate,
                 GeometryKind points);

/// The column of ZoneSet::key; "" = row numbers.
std::string key_column(const Table& zones, const std::string& asked);
/// The rows ascending by the column's text, those of equal text as they stand.
std::vector<GeometryArray::Index> rows_by_key(const Table& zones, const std::string& key);

}  // namespace cartouche::query
