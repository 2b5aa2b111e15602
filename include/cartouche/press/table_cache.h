#pragma once
// The tables of a project that is edited and read again and again: built anew only where their recipes or
// their files have changed.

#include "cartouche/map/map.h"
#include "cartouche/pipeline/pipeline.h"

namespace cartouche::press {

/// The tables with all that is kept for them.
struct BuiltTables {
  Tables tables;
  std::shared_ptr<const SpatialEngine> engine;
  std::shared_ptr<map::GeometryStore> store;
};

class TableCache {
 public:
  TableCache();
  ~TableCache();
  /// `root` is the file that `project` was parsed from. What was noticed while the tables were built goes to
  /// `diagnostics`, with the lines that the recipes stand on now. Databases are asked again only where their
  /// source's text changes. The store holds what these tables need; of those before it lets go.
  std::shared_ptr<const BuiltTables> get(const project::Project& project, const project::Node& root,
                                         unsigned threads, Diagnostics& diagnostics);

 private:
  class Kept;
  struct Entry {
    std::string key;
    std::uint64_t version;
    std::vector<Location> places;
    BuiltTable built;
  };
  std::map<std::string, Entry> entries_;  // by name
  std::uint64_t versions_ = 0;
  std::shared_ptr<const SpatialEngine> engine_;
  std::shared_ptr<map::GeometryStore> store_;
};

}  // namespace cartouche::press
