#pragma once
// Questions that run in a database: `cartouche query … --engine postgis`.

#include "commands.h"

namespace cartouche::cli {

/// Points and zones are tables of one database. With --explain shows the statement and asks nothing.
ExitCode query_database(const QueryOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cartouche::cli
