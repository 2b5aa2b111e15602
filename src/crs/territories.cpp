#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cartouche/crs/crs.h"

namespace cartouche {

std::span<const Territory> territories() {
  // The projected systems are those of décret 2019-165 of 5 March 2019, which fixes one for each territory.
  static const std::array<Territory, 8> table = {{
      {"metropole", "France métropolitaine", "EPSG:2154", {{-6.5, 41.0}, {10.5, 51.8}}},
      {"guadeloupe", "Guadeloupe", "EPSG:5490", {{-62.2, 15.6}, {-60.6, 16.8}}},
      // One entry: they lie 25 km apart, are mapped together and have the system of the Antilles.
      {"saint-martin-et-saint-barthelemy",
       "Saint-Martin et Saint-Barthélemy",
       "EPSG:5490",
       {{-63.3, 17.8}, {-62.6, 18.2}}},
      {"martinique", "Martinique", "EPSG:5490", {{-61.6, 14.1}, {-60.5, 15.2}}},
      {"guyane", "Guyane", "EPSG:2972", {{-55.2, 1.8}, {-50.8, 6.5}}},
      {"reunion", "La Réunion", "EPSG:2975", {{54.9, -21.7}, {56.1, -20.6}}},
      {"mayotte", "Mayotte", "EPSG:4471", {{44.7, -13.3}, {45.6, -12.3}}},
      {"saint-pierre-et-miquelon", "Saint-Pierre-et-Miquelon", "EPSG:4467", {{-56.9, 46.4}, {-55.7, 47.4}}},
  }};
  return table;
}

const Territory* territory_at(Point lon_lat) {
  const auto all = territories();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Territory& one) { return one.extent.contains(lon_lat); });
  return found == all.end() ? nullptr : &*found;
}

Crs local_crs(const Box& lon_lat) {
  const Box globe{{-180, -90}, {180, 90}};
  if (lon_lat.empty() || !globe.contains(lon_lat))
    throw data_error({}, "no map system fits an extent that is empty or off the globe",
                     "state one, such as EPSG:2154");
  const Point center = lon_lat.center();
  if (const Territory* territory = territory_at(center)) return Crs::from_text(territory->crs);
  if (center.y > 84) return Crs::from_text("EPSG:5041");   // WGS 84 / UPS North (E,N)
  if (center.y < -80) return Crs::from_text("EPSG:5042");  // WGS 84 / UPS South (E,N)
  // EPSG numbers the zones of WGS 84 / UTM 32601 … 32660 in the north, 32701 … 32760 in the south.
  const int zone = std::min(60, static_cast<int>(std::floor((center.x + 180) / 6)) + 1);
  return Crs::from_text(fmt::format("EPSG:{}", (center.y < 0 ? 32700 : 32600) + zone));
}

}  // namespace cartouche
