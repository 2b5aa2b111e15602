#pragma once
// Whose SQL a source speaks.

#include <cstdint>

namespace cartouche {

enum class SqlDialect : std::uint8_t {
  ogr,         ///< GDAL's own attribute filter: FlatGeobuf, GeoJSON, shapefiles …
  sqlite,      ///< GeoPackage
  postgresql,  ///< PostGIS
};

}  // namespace cartouche
