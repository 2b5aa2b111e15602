#pragma once
// A table as the bytes of a file, one writer a format.

#include <memory>
#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::source_internal {

/// A table as text, some rows at a time.
class TextWriter {
 public:
  virtual ~TextWriter() = default;
  /// What stands before the rows; `table` tells the columns.
  virtual void begin(std::string& out, const Table& table) = 0;
  virtual void rows(std::string& out, const Table& table) = 0;
  virtual void end(std::string& out) = 0;
};

/// RFC 4180, ',' and LF, UTF-8 without byte order mark. Points as two more columns x and y, other geometry as
/// well-known text in a column wkt; a name that is taken gets a number. A missing value is an empty field, a
/// text that is empty "".
std::unique_ptr<TextWriter> csv_writer();
/// An array of objects, one row a line; no geometry. Missing values are null.
std::unique_ptr<TextWriter> json_writer();
/// RFC 7946: longitude and latitude (WGS 84) with seven decimals, about a centimetre; outlines
/// counter-clockwise; one feature a line.
std::unique_ptr<TextWriter> geojson_writer();
/// A file that GDAL writes: "GPKG", or "FlatGeobuf" for one layer. Rows keep their order; lines and polygons
/// are all multi. The same rows give the same bytes: the dates that the format asks for are the start of
/// 1970. Throws a data error at `shown`: with GDAL's reason, for a full disk, or for rows without geometry,
/// which FlatGeobuf cannot hold.
class OgrWriter {
 public:
  /// The file `place` is not there yet.
  OgrWriter(const std::string& driver, const std::string& place, const std::string& shown);
  ~OgrWriter();
  /// The layer that the next rows go to; `table` tells its columns. A FlatGeobuf that is to hold rows needs a
  /// `table` with some.
  void layer(const Table& table, const std::string& name);
  void rows(const Table& table);
  void finish();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// A GeoPackage in memory with a layer for each table, named like it.
std::string to_geopackage_bytes(const std::vector<Table>& tables, const std::string& shown);

/// `wanted`, or `wanted` with the first free number where one of `taken` is the same but for case.
std::string free_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace cartouche::source_internal
