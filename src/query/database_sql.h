#pragma once
// The statement of a DatabaseQuestion, piece by piece.

#include "answer_columns.h"
#include "cartouche/query/database.h"

namespace cartouche::query {

/// Columns of the statement that are no columns of the answer begin with this; no user's column does.
inline const std::string kHidden = "cartouche ";

struct SelectedColumn {
  std::string sql, name;
};

std::string sql_name(const std::string& name);
std::string sql_text(const std::string& text);
/// A condition or value over columns of `alias` ("" = none); a usage error where SQL has no such thing.
std::string sql_expression(const Expression& expression, const std::string& alias);

/// One set of zones, joined to a row p of `placed` as s0, s1 …: keys, several, metres, taken columns t0, t1
/// …, and part for lines and polygons.
struct SqlSet {
  std::size_t number;
  const DatabaseZones& zones;
  Predicate predicate;
  Overlap overlap;
  std::vector<std::string> taken;  ///< fields of the zones
  int points_srid;
  GeometryKind points;
};
std::string sql_of_set(const SqlSet& set);

/// The `with` part up to `placed`: the points with all their columns, their territory (cadre) and their
/// places.
std::string sql_of_points(const DatabaseRows& points);

}  // namespace cartouche::query
