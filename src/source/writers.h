#pragma once
// A table as the bytes of a file, one function a format.

#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::source_internal {

/// RFC 4180, ',' and LF, UTF-8 without byte order mark. Points as two more columns x and y, other geometry as
/// well-known text in a column wkt; a name that is taken gets a number. A missing value is an empty field, a
/// text that is empty "".
std::string to_csv(const Table& table);
/// An array of objects, one row a line; no geometry. Missing values are null.
std::string to_json(const Table& table);
/// RFC 7946: longitude and latitude (WGS 84) with seven decimals, about a centimetre; outlines
/// counter-clockwise; one feature a line.
std::string to_geojson(const Table& table);
struct NamedTable {
  std::string layer;
  const Table* table;
};
/// A layer for each table; `driver` is "GPKG", or "FlatGeobuf" for one. Rows keep their order; lines and
/// polygons are all multi. The same table gives the same bytes: the dates that the format asks for are the
/// start of 1970. Throws a data error at `file`: with GDAL's reason, or for rows without geometry, which
/// FlatGeobuf cannot hold.
std::string to_ogr_file(const std::vector<NamedTable>& tables, const std::string& driver,
                        const std::string& file);

/// `wanted`, or `wanted` with the first free number where one of `taken` is the same but for case.
std::string free_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace cartouche::source_internal
