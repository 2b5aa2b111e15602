#pragma once
// Sheets of workbooks (XLSX, XLS, ODS): which of their rows is the header.

#include <string>

#include "cartouche/source/source.h"
#include "gdal.h"

namespace cartouche::source_internal {

/// True for a workbook by its name.
bool is_workbook(const std::string& path);
/// True for a workbook.
bool is_spreadsheet(GDALDatasetH dataset);

/// How GDAL takes the first row of sheets that are read while it lives, on this thread. Of its own it takes
/// one of texts above other kinds of values for a header; a sheet of nothing but texts then has none.
class HeaderRow {
 public:
  enum Choice { first, none };
  explicit HeaderRow(Choice choice);

 private:
  GdalOption xlsx_, ods_, xls_;
};

/// Whether GDAL found no header, and the first row holds names: a text in every cell, all different, none a
/// number.
bool lacks_header(OGRLayerH layer);
/// Whether GDAL found no header, and the first row is one text above others: a title.
bool has_title(OGRLayerH layer);

/// The rows of the sheet behind the first `options.skip`, as delimited text; empty lines stand for those.
std::string sheet_text(const ReadOptions& options);

}  // namespace cartouche::source_internal
