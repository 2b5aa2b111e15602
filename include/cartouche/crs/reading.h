#pragma once
// Coordinates that were declared wrong: which other reading of the same numbers puts them into France.
//
//   if (const auto reading = french_reading(points, declared))
//     … "they look like " + reading->crs …

#include <optional>
#include <span>
#include <string>

#include "cartouche/crs/crs.h"

namespace cartouche {

struct CoordinateReading {
  std::string crs;        ///< definition: the declared one, EPSG:4326 or a territory's
  bool swapped = false;   ///< x stands for y
  std::size_t count = 0;  ///< points that lie in a territory by this reading
};

/// The first of: the axes swapped; degrees; degrees with the axes swapped; the projected system of a
/// territory; that puts more than half of the points that are not missing into French territories. None
/// where no reading does. The declared reading itself is not tried.
std::optional<CoordinateReading> french_reading(std::span<const Point> points, const Crs& declared);

}  // namespace cartouche
