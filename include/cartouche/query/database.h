#pragma once
// A question as one SQL statement for PostgreSQL with PostGIS, for tables that outgrow this machine. It gives
// what `ask` gives of the same tables:
//   within, intersects   in the CRS of the zones; a border point goes to the first by key, as there
//   dwithin, nearest     in the projected system of the point's territory; to parts elsewhere on the
//   ellipsoid distances            to the millimetre within a territory, to some centimetres beyond (PostGIS
//   measures
//                        geography along great circles)
//   group_by, aggregates sums of reals may differ in the last digits: the database adds in another order
// Zones are looked up by their GiST index.
//
//   const DatabaseQuestion asked(points, zones, question);
//   Table answer = asked.answer(read_sql(connection, asked.sql()), diagnostics);

#include <optional>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/expression/expression.h"
#include "cartouche/query/question.h"

namespace cartouche::query {

/// A table or view of the database.
struct DatabaseRows {
  std::string relation;   ///< quoted: "atlas"."zones"
  std::string geometry;   ///< its column
  int srid = 0;           ///< of the geometry
  bool has_ctid = false;  ///< rows keep their place: the order of equal keys, and that of the answer
  Table columns;          ///< names, types, kind of geometry and CRS; no rows
  std::string where;      ///< expression: only its rows; "" = all
};

struct DatabaseZones {
  std::string name;
  DatabaseRows rows;
  std::string key;  ///< column
  std::optional<Predicate> predicate;
};

struct SelectedColumn;

class DatabaseQuestion {
 public:
  /// The same usage errors as `ask`, and one for what SQL cannot say: functions that only the expression
  /// language has, spatial functions.
  DatabaseQuestion(DatabaseRows points, std::vector<DatabaseZones> zones, Question question);

  const std::string& sql() const { return sql_; }
  /// The answer of `ask` from the statement's rows; notes points in several zones of a set, without a place
  /// or in no territory.
  Table answer(const Table& rows, Diagnostics& diagnostics) const;

 private:
  void write();
  std::string rows_in_order(const std::string& where, const std::vector<SelectedColumn>& noted) const;
  std::string totals_of(const Table& plan, const std::string& where,
                        const std::vector<SelectedColumn>& noted);
  void note(const Table& rows, Diagnostics& diagnostics) const;
  Table placed_rows(const Table& rows) const;
  Table combined_totals(const Table& rows) const;

  DatabaseRows points_;
  std::vector<DatabaseZones> zones_;
  Question question_;
  std::string sql_;
  std::vector<std::string> names_;  // of the answer's columns, in order
  std::vector<std::string> total_names_;
  std::vector<Query> totals_;
};

}  // namespace cartouche::query
