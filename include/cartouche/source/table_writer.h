#pragma once
// A table written some rows at a time, for more rows than memory holds.
//
//   TableWriter writer(path, "gpkg");
//   for (…) writer.add(rows);       // at least once: an empty table tells the columns
//   writer.finish();                // the file is there from now on

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "cartouche/table/table.h"

namespace cartouche {

class TableWriter {
 public:
  /// csv, json, geojson, gpkg or fgb; a usage error for another. Written beside `file` and renamed by
  /// finish(); without it the former file stays.
  TableWriter(const std::filesystem::path& file, const std::string& format);
  /// csv, json or geojson, as they come.
  TableWriter(std::ostream& out, const std::string& format);
  ~TableWriter();

  /// Rows with the same columns each time.
  void add(const Table& rows);
  void finish();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche
