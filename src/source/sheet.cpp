#include "sheet.h"

#include <algorithm>
#include <set>

#include "cartouche/base/blanks.h"
#include "file_kinds.h"
#include "number_text.h"
#include "ogr_layer.h"

namespace cartouche::source_internal {
namespace {

bool has_no_names(OGRFeatureDefnH definition) {
  const int count = OGR_FD_GetFieldCount(definition);
  for (int i = 0; i < count; ++i)
    if (OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)) != "Field" + std::to_string(i + 1))
      return false;
  return count > 0;
}

// The cells of the first row, "" where one is empty.
std::vector<std::string> first_row(OGRLayerH layer) {
  const GdalMessages messages;
  std::vector<std::string> cells;
  OGR_L_ResetReading(layer);
  if (const FeaturePtr feature(OGR_L_GetNextFeature(layer)); feature)
    for (int i = 0; i < OGR_F_GetFieldCount(feature.get()); ++i)
      cells.emplace_back(without_blanks(OGR_F_GetFieldAsString(feature.get(), i)));
  OGR_L_ResetReading(layer);
  return cells;
}

std::string quoted(std::string_view cell) {
  std::string text = "\"";
  for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

}  // namespace

bool is_workbook(const std::string& path) {
  const std::string ending = ending_of(path);
  return ending == "xlsx" || ending == "xlsm" || ending == "xls" || ending == "ods";
}

bool is_spreadsheet(GDALDatasetH dataset) {
  const std::string driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
  return driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

HeaderRow::HeaderRow(Choice choice)
    : xlsx_("OGR_XLSX_HEADERS", choice == first ? "FORCE" : "DISABLE"),
      ods_("OGR_ODS_HEADERS", choice == first ? "FORCE" : "DISABLE"),
      xls_("OGR_XLS_HEADERS", choice == first ? "FORCE" : "DISABLE") {}

bool lacks_header(OGRLayerH layer) {
  if (!has_no_names(OGR_L_GetLayerDefn(layer))) return false;
  const std::vector<std::string> cells = first_row(layer);
  const bool are_names = std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.empty() || written_number(cell).form != NumberForm::none;
  });
  return are_names && std::set<std::string>(cells.begin(), cells.end()).size() == cells.size();
}

bool has_title(OGRLayerH layer) {
  if (!has_no_names(OGR_L_GetLayerDefn(layer))) return false;
  const std::vector<std::string> cells = first_row(layer);
  const auto empty = static_cast<std::size_t>(std::count(cells.begin(), cells.end(), ""));
  return !cells.empty() && 2 * empty >= cells.size() && empty < cells.size();
}

std::string sheet_text(const ReadOptions& options) {
  const HeaderRow header(HeaderRow::none);
  const GdalOption xlsx("OGR_XLSX_FIELD_TYPES", "STRING"), ods("OGR_ODS_FIELD_TYPES", "STRING"),
      xls("OGR_XLS_FIELD_TYPES", "STRING");
  const DatasetPtr dataset = open_dataset(options.path, options.encoding, options.asked_at);
  OGRLayerH layer = find_layer(dataset.get(), options.path, options.layer, options.place("layer"));
  const GdalMessages messages;
  std::string text;
  for (int row = 0;; ++row) {
    const FeaturePtr feature(OGR_L_GetNextFeature(layer));
    if (!feature) break;
    for (int i = 0; row >= options.skip && i < OGR_F_GetFieldCount(feature.get()); ++i) {
      const bool is_set = OGR_F_IsFieldSetAndNotNull(feature.get(), i) != 0;
      text += (i > 0 ? "," : "") + (is_set ? quoted(OGR_F_GetFieldAsString(feature.get(), i)) : "");
    }
    text += '\n';
  }
  return text;
}

}  // namespace cartouche::source_internal
