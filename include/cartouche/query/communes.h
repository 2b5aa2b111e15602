#pragma once
// Points and zones given by commune codes instead of coordinates.

#include <memory>
#include <string>

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"

namespace cartouche::query {

/// The communes' polygons, and what the codes of other years have become.
struct Communes {
  const Table* polygons = nullptr;
  std::string code = "insee";
  const Table* merged = nullptr;  ///< may be null
  std::string from = "insee", to = "insee_actuel";
};

/// Places points batch after batch; see place_in_communes.
class CommunePlacer {
 public:
  CommunePlacer(const Communes& communes, std::string column);
  ~CommunePlacer();
  Table place(Table points);
  /// After the last batch.
  void report(const std::string& table, Diagnostics& diagnostics) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// The points, each at the place of its commune that is farthest from the commune's border. Codes that only a
/// merge resolved are a note (matched-through-merge), those of no commune a problem (unmatched-rows), and
/// these points have no place. A data error where none of the codes is a commune's.
Table place_in_communes(Table points, const std::string& column, const Communes& communes,
                        Diagnostics& diagnostics);

/// Communes of a list as zones, dissolved: one zone a value of `key` (rows without one are left out), or one
/// called `name` of all rows where `key` is "". A commune that two codes of another year have become is in
/// the zone when one of them was. The key column is called `key`, or "zone" for "".
Table zones_of_communes(const Table& list, const std::string& column, const std::string& key,
                        const std::string& name, const Communes& communes, Diagnostics& diagnostics);

}  // namespace cartouche::query
