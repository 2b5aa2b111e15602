#include "cartouche/source/source.h"
#include "csv.h"
#include "gdal.h"
#include "ogr_layer.h"
#include "ogr_read.h"
#include "paths.h"

namespace cartouche {

using namespace source_internal;

namespace {

std::string field_type(const OgrField& field) {
  switch (field.type) {
    case OFTDate:
      return "date";
    case OFTTime:
      return "time";
    case OFTDateTime:
      return "date and time";
    case OFTBinary:
      return "binary";
    case OFTStringList:
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
      return "list";
    default:
      return type_name(type_of(field));
  }
}

std::string crs_label(OGRSpatialReferenceH reference, const Location& where) {
  if (reference == nullptr) return "";
  try {
    const Crs crs = crs_of(reference, where);
    const bool has_code = crs.definition().size() < 32;
    return has_code ? crs.definition() + " (" + crs.name() + ")" : crs.name();
  } catch (const Error&) {
    const char* name = OSRGetName(reference);  // what the file says is worth showing though we cannot use it
    return name == nullptr ? "not understood" : std::string(name) + " (not understood)";
  }
}

std::string geometry_name(OGRLayerH layer) {
  const OGRwkbGeometryType type = OGR_L_GetGeomType(layer);
  if (type == wkbNone) return "";
  if (type == wkbUnknown) return "any";
  std::string name = OGRGeometryTypeToName(OGR_GT_Flatten(type));  // "Multi Polygon"
  std::erase(name, ' ');
  return name;
}

LayerInfo describe(GDALDatasetH dataset, OGRLayerH layer, const Location& where) {
  LayerInfo info;
  info.name = OGR_L_GetName(layer);
  info.geometry = geometry_name(layer);
  info.count = OGR_L_GetFeatureCount(layer, 1);
  info.crs = crs_label(OGR_L_GetSpatialRef(layer), where);
  OGREnvelope envelope{};
  if (!info.geometry.empty() && info.count > 0 && OGR_L_GetExtent(layer, &envelope, 1) == OGRERR_NONE)
    info.extent = Box{{envelope.MinX, envelope.MinY}, {envelope.MaxX, envelope.MaxY}};
  for (const OgrField& field : fields_of(dataset, layer))
    info.fields.push_back({field.name, field_type(field)});
  return info;
}

SourceInfo inspect_text(const ReadOptions& options, Diagnostics& diagnostics) {
  const Table table = read_csv(options, diagnostics);
  if (!options.layer.empty() && options.layer != table.name())
    throw usage_error({}, "'" + options.path + "' has no layer '" + options.layer + "'",
                      "delimited text has none to name");
  LayerInfo info;
  info.name = table.name();
  info.count = static_cast<std::int64_t>(table.row_count());
  for (const Column& column : table.columns())
    info.fields.push_back({column.name(), type_name(column.type())});
  return {shown(options.path), "CSV", {info}};
}

// What its rows have to say is heard from the first of them: a layer may hold millions.
void read_some(const ReadOptions& options, const std::string& layer, Diagnostics& diagnostics) {
  constexpr std::size_t kRows = 200'000;
  ReadOptions one = options;
  one.layer = layer;
  OgrReader reader(one);
  reader.next(kRows);
  reader.report(diagnostics);
}

}  // namespace

SourceInfo inspect(const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string& path = options.path;
  require_source(path, {});
  if (is_delimited_text(path)) return inspect_text(options, diagnostics);
  const DatasetPtr dataset = open_dataset(path, options.encoding, {});
  const GdalMessages messages;
  const Location where{shown(path)};
  SourceInfo info{shown(path), GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())), {}};
  if (!options.layer.empty()) {
    info.layers.push_back(describe(dataset.get(), find_layer(dataset.get(), path, options.layer, {}), where));
  } else {
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i)
      info.layers.push_back(describe(dataset.get(), GDALDatasetGetLayer(dataset.get(), i), where));
  }
  if (messages.failed()) throw data_error(where, "cannot be read: " + messages.failure());
  if (!is_connection(path))
    for (const LayerInfo& layer : info.layers) read_some(options, layer.name, diagnostics);
  return info;
}

}  // namespace cartouche
