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

/// Of these the one that puts the most points into French territories, the first of several: the axes
/// swapped; degrees; degrees with the axes swapped; the projected system of a territory; the former and the
/// local systems of France (Lambert II étendu, CC42 to CC50, Lambert zones I to IV) and its UTM zones. None
/// where no reading puts more than half of the points that are not missing there. The declared reading itself
/// is not tried.
std::optional<CoordinateReading> french_reading(std::span<const Point> points, const Crs& declared);

/// The longitudes and latitudes that the system is made for, as its register says; none where it says none or
/// one across ±180°.
std::optional<Box> area_of_use(const Crs& crs);

}  // namespace cartouche
