#pragma once
// A PostgreSQL database with PostGIS asked in its own SQL, for questions that run where the data are.

#include <string>

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"

namespace cartouche {

/// A table or view as SQL names it.
struct DatabaseRelation {
  std::string name;       ///< as read_source names its layer
  std::string relation;   ///< quoted: "atlas"."zones"
  std::string geometry;   ///< its geometry column; "" = none
  int srid = 0;           ///< of the geometry; 0 = not said, -1 = no row has one
  bool is_table = false;  ///< rows keep their place (ctid): no view
  Table columns;          ///< names, types, kind of geometry and CRS; no rows
};

/// Looks up a layer of a connection: "PG:…" or "postgresql://…". The same errors as read_source.
DatabaseRelation describe_relation(const std::string& connection, const std::string& layer);

/// The rows that a statement gives, without geometry. A data error with the database's reason where it
/// refuses.
Table read_sql(const std::string& connection, const std::string& sql);

/// Whether a source is such a connection.
bool is_database(const std::string& source);

}  // namespace cartouche
