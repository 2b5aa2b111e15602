#include "ogr_layer.h"

#include <filesystem>

#include "cartouche/base/words.h"
#include "file_kinds.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

std::string iconv_name(const std::string& encoding) {
  const std::string folded = fold(encoding);
  if (folded == "latin 1" || folded == "latin1") return "ISO-8859-1";
  if (folded == "utf8") return "UTF-8";
  return encoding;
}

// "PQconnectdb failed. …": the reason without GDAL's habit of naming the file again.
std::string reason(const GdalMessages& messages) {
  if (messages.failed()) return messages.failure();
  return messages.warnings().empty() ? "no driver knows this format" : messages.warnings().front();
}

bool is_gml(const std::string& name, const char* const* drivers) {
  GDALDriverH driver = GDALIdentifyDriverEx(name.c_str(), GDAL_OF_VECTOR, drivers, nullptr);
  return driver != nullptr && std::string_view(GDALGetDriverShortName(driver)) == "GML";
}

// What to do where the name does not say what the file is.
std::string other_kind(const std::string& path, const std::vector<std::string>& drivers) {
  if (drivers.empty() || is_address(path)) return "";
  const std::string ending = ending_of(path);
  const bool is_vrt = first_bytes(path).find("<OGRVRTDataSource") != std::string::npos;
  if (is_vrt) return "it is a VRT, which is read only where its name ends in .vrt";
  return ending.empty() ? "" : "its name says that it is ." + ending;
}

}  // namespace

DatasetPtr open_dataset(const std::string& path, const std::string& encoding, const Location& asked_at,
                        std::vector<std::string>* warnings) {
  register_drivers();
  require_source(path, asked_at);
  const GdalMessages messages;
  constexpr unsigned kFlags = GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
  const std::string name = vsi_path(path);
  const std::vector<std::string> drivers = drivers_of(path);
  std::vector<const char*> named;
  for (const std::string& driver : drivers) named.push_back(driver.c_str());
  named.push_back(nullptr);
  const char* const* allowed = drivers.empty() ? nullptr : named.data();
  const std::string option = "ENCODING=" + (encoding == kNoRecoding ? "" : iconv_name(encoding));
  std::vector<const char*> options;
  if (!encoding.empty()) options.push_back(option.c_str());
  if (is_gml(name, allowed))
    options.push_back("WRITE_GFS=NO");  // reading leaves no file of GDAL's own beside the data
  options.push_back(nullptr);
  DatasetPtr dataset(GDALOpenEx(name.c_str(), kFlags, allowed, options.data(), nullptr));
  if (warnings != nullptr) *warnings = messages.warnings();
  if (dataset) return dataset;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw usage_error(asked_at, "'" + path + "' is a folder, and not one of data", "name a file in it");
  if (std::filesystem::is_regular_file(path, ignored) && std::filesystem::file_size(path, ignored) == 0)
    throw data_error({shown(path)}, "the file is empty");
  throw data_error({shown(path)}, "cannot be opened: " + reason(messages), other_kind(path, drivers));
}

OGRLayerH find_layer(GDALDatasetH dataset, const std::string& path, const std::string& name,
                     const Location& asked_at) {
  const GdalMessages messages;
  const int count = GDALDatasetGetLayerCount(dataset);
  if (count == 0) throw data_error({shown(path)}, "there is no layer in it");
  if (name.empty() && count == 1) return GDALDatasetGetLayer(dataset, 0);
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    names.emplace_back(OGR_L_GetName(layer));
    if (names.back() == name) return layer;
  }
  // PostGIS also has layers that it does not list.
  if (OGRLayerH hidden = name.empty() ? nullptr : GDALDatasetGetLayerByName(dataset, name.c_str()))
    return hidden;
  if (!name.empty())
    throw usage_error(asked_at, "'" + shown(path) + "' has no layer '" + name + "'", suggestion(name, names));
  std::string list;
  for (const std::string& one : names) list += (list.empty() ? "" : ", ") + one;
  throw usage_error(asked_at, "'" + shown(path) + "' has " + std::to_string(count) + " layers",
                    "name one with layer: " + list);
}

std::vector<OgrField> fields_of(GDALDatasetH dataset, OGRLayerH layer) {
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  std::vector<OgrField> fields;
  const std::string key = OGR_L_GetFIDColumn(layer);
  const bool is_postgres =
      std::string_view(GDALGetDriverShortName(GDALGetDatasetDriver(dataset))) == "PostgreSQL";
  if (is_postgres && !key.empty()) fields.push_back({key, OFTInteger64, OFSTNone, OgrField::kKey});
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
    fields.push_back({OGR_Fld_GetNameRef(field), OGR_Fld_GetType(field), OGR_Fld_GetSubType(field), i});
  }
  return fields;
}

Type type_of(const OgrField& field) {
  switch (field.type) {
    case OFTInteger:
      return field.subtype == OFSTBoolean ? Type::boolean : Type::integer;
    case OFTInteger64:
      return Type::integer;
    case OFTReal:
      return Type::real;
    default:
      return Type::text;
  }
}

GeometryKind declared_kind(OGRLayerH layer) {
  switch (OGR_GT_Flatten(OGR_L_GetGeomType(layer))) {
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbCurve:
    case wkbMultiCurve:
      return GeometryKind::line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbSurface:
    case wkbMultiSurface:
    case wkbPolyhedralSurface:
    case wkbTIN:
    case wkbTriangle:
      return GeometryKind::polygon;
    default:
      return GeometryKind::point;
  }
}

}  // namespace cartouche::source_internal
