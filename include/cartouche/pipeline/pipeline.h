#pragma once
// The steps of a project's tables: each a table in, a table out. New step: one file pipeline/<step>.cpp and
// one line in registry.cpp.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/expression/expression.h"
#include "cartouche/project/project.h"
#include "cartouche/table/table.h"

namespace cartouche {

/// Reads a source of the project by name (given by the caller, so that pipeline need not know GDAL).
using ReadSource = std::function<Table(const project::Source&, Diagnostics&)>;

/// A table as it was built, with what was noticed on the way.
struct BuiltTable {
  std::shared_ptr<const Table> table;
  Diagnostics notes;
};

/// The tables built before, of one who builds again and again.
class KeptTables {
 public:
  virtual ~KeptTables() = default;
  /// The source or recipe of that name as it was last built, where building it again would give the same;
  /// null = build it. `inputs` are the tables it is built from, each asked of or kept before; `valid` says
  /// that its polygons are repaired.
  virtual const BuiltTable* find(const std::string& name, const std::vector<std::string>& inputs,
                                 bool valid) = 0;
  virtual void keep(const std::string& name, const std::vector<std::string>& inputs, bool valid,
                    BuiltTable built) = 0;
};

/// Reads the steps of all tables and throws for the first word in them that cannot be right, whatever the
/// data.
void check_steps(const project::Project& project);

/// Builds all tables of the project that `wanted` needs (empty = all), sources read in parallel on `threads`
/// threads, recipes in order of their needs (a cycle is a usage error naming it). Sources are tables too,
/// under their own name. Diagnostics come in the project's order whatever the threads. `engine` answers the
/// spatial functions of expressions; without one they are a usage error. With `kept`, what need not be built
/// again is taken from there.
Tables build_tables(const project::Project& project, const std::vector<std::string>& wanted,
                    const ReadSource& read, unsigned threads, Diagnostics& diagnostics,
                    const std::shared_ptr<const SpatialEngine>& engine = nullptr, KeptTables* kept = nullptr);

/// The parameters ("param.x") of a project as expression parameters (text).
Parameters parameters_of(const project::Project& project);

}  // namespace cartouche
