#pragma once
// Geometry of tables, projected once per CRS and shared by all pages.
//
// get() may be called from several threads; what it returns is a pure function of the table and the CRS, so
// the order of calls cannot show.

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/crs/crs.h"
#include "cartouche/crs/local_ground.h"
#include "cartouche/expression/spatial.h"
#include "cartouche/geometry/adjacency.h"
#include "cartouche/geometry/coverage.h"
#include "cartouche/table/table.h"

namespace cartouche::map {

/// A table's geometry in one CRS. Rows outside the territory that the CRS is for are missing.
struct Prepared {
  GeometryArray shapes{GeometryKind::point};  ///< one feature a row, in the CRS
  std::vector<Box> boxes;                     ///< of each row; empty where missing
  std::shared_ptr<const Coverage> coverage;   ///< polygons only
};

class GeometryStore {
 public:
  std::shared_ptr<const Prepared> get(const std::shared_ptr<const Table>& table, const Crs& crs);
  /// Pairs of rows whose polygons share an edge; none where the table holds other geometry.
  std::shared_ptr<const std::vector<Neighbours>> neighbours(const std::shared_ptr<const Table>& table);
  /// buffer(shapes, distance): the last ones are kept for a page that is made again.
  GeometryArray buffered(const GeometryArray& shapes, double distance);
  /// local_ground(crs, p), asked once for each place.
  LocalGround local_ground(const Crs& crs, Point p);
  /// Lets go of all that is kept for other tables.
  void keep_only(const Tables& tables);

 private:
  struct Entry {
    std::shared_ptr<const Table> table;  // keeps the key's address alive
    std::once_flag once;
    std::shared_ptr<const Prepared> prepared;
    std::shared_ptr<const std::vector<Neighbours>> neighbours;
  };
  std::shared_ptr<Entry> entry(const std::shared_ptr<const Table>& table, const std::string& key);
  struct Ground {
    std::string crs;
    Point at;
    LocalGround ground;
  };
  struct Buffered {
    GeometryArray shapes;
    double distance;
    GeometryArray result;
  };

  std::mutex mutex_;
  std::map<std::pair<const Table*, std::string>, std::shared_ptr<Entry>> entries_;
  std::deque<Buffered> buffered_;  // the newest last
  std::deque<Ground> grounds_;     // likewise
};

}  // namespace cartouche::map
