#pragma once
// The table behind a map: the rows that a page draws, with their classes and places. For each layer of the
// page's legend (of the page, where it has none), in the map's order, the rows that some frame draws: columns
// couche, classe, cadre (the frames, joined by "/"), id, lon and lat (EPSG:4326; of a polygon the point
// farthest from its border), then those of the layer's table.

#include <string>

#include "cartouche/press/session.h"

namespace cartouche::press {

/// All rows as one CSV. A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or
/// a carriage return) has an apostrophe before it.
std::string companion_csv(const LaidOutPage& page);

/// A GeoPackage with a layer for each, with its geometry; texts are as they are.
std::string companion_geopackage(const LaidOutPage& page);

}  // namespace cartouche::press
