#pragma once
// The tables of a project that is edited and read again and again: built anew only where their recipes or
// their files have changed.

#include "cartouche/map/map.h"
#include "cartouche/pipeline/pipeline.h"

namespace cartouche::cli {

/// The tables with all that is kept for them.
struct BuiltTables {
  Tables tables;
  std::shared_ptr<const SpatialEngine> engine;
  std::unique_ptr<map::GeometryStore> store;
};

class TableCache {
 public:
  /// `root` is the file that `project` was parsed from. What was noticed while the tables were built goes to
  /// `diagnostics`, with the lines that the recipes stand on now. Databases are asked again only where the
  /// project's recipes change.
  std::shared_ptr<const BuiltTables> get(const project::Project& project, const project::Node& root,
                                         unsigned threads, Diagnostics& diagnostics);

 private:
  struct Source {
    std::string key;
    Table table;
    Diagnostics notes;
  };
  Table read(const project::Project& project, const project::Source& source, const std::string& key,
             Diagnostics& notes);

  std::string key_;
  std::vector<Location> places_;
  Diagnostics diagnostics_;
  std::shared_ptr<const BuiltTables> built_;
  std::map<std::string, Source> sources_;
  std::mutex mutex_;  // sources are read on several threads
};

/// Files whose content the tables depend on.
std::vector<std::filesystem::path> source_files(const project::Project& project);

}  // namespace cartouche::cli
