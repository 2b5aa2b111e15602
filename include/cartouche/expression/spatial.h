#pragma once
// What an expression may ask about places: within(zones), nearest(epci, nom) … The language knows the words,
// their types and their tables; who answers is given from outside, so that the expressions of a project and
// `cartouche query` have one engine.

#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche {

using TablePtr = std::shared_ptr<const Table>;
using Tables = std::map<std::string, TablePtr>;

struct SpatialCall {
  /// within, intersects: as in `cartouche query`; near: the nearest zone at most `metres` away, 0 inside.
  enum class Kind : std::uint8_t { within, intersects, near };
  Kind kind = Kind::within;
  double metres = std::numeric_limits<double>::infinity();
};

/// One entry a row.
struct SpatialAnswer {
  std::vector<GeometryArray::Index> zones;  ///< row of the zone met, the first by key; Column::kNoRow = none
  std::vector<double> metres;               ///< to it; NaN = none; empty unless the call is `near`
};

class SpatialEngine {
 public:
  virtual ~SpatialEngine() = default;
  /// May be asked from several threads.
  virtual SpatialAnswer ask(const GeometryColumn& rows, const TablePtr& zones,
                            const SpatialCall& call) const = 0;
};

/// The tables in reach of spatial functions, and who answers.
struct Places {
  std::shared_ptr<const SpatialEngine> engine;
  Tables tables;
};

}  // namespace cartouche
