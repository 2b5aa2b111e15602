#include "cartouche/source/source.h"

#include "archive.h"
#include "csv.h"
#include "gdal.h"
#include "ogr_layer.h"
#include "ogr_read.h"
#include "open_source.h"
#include "paths.h"
#include "place_check.h"

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
  const bool is_sheet = !is_delimited_text(options.path);
  if (!is_sheet && !options.layer.empty() && options.layer != table.name())
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
void read_some(const ReadOptions& options, Diagnostics& diagnostics) {
  constexpr std::size_t kRows = 200'000;
  OgrReader reader(options);
  const Table rows = reader.next(kRows);
  reader.report(diagnostics);
  if (!rows.geometry()) return;
  PlaceCheck check(shown(options.path), rows.geometry()->crs);
  check.add(rows.geometry()->shapes);
  check.report(diagnostics, false);
}

std::vector<std::string> layers_of(const ReadOptions& options, std::string& driver) {
  const DatasetPtr dataset = open_dataset(options.path, options.encoding, {});
  driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get()));
  if (!options.layer.empty()) return {options.layer};
  std::vector<std::string> names;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i)
    names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset.get(), i)));
  return names;
}

SourceInfo inspect_file(const ReadOptions& options, Diagnostics& diagnostics) {
  if (is_read_as_text(options)) return inspect_text(options, diagnostics);
  const Location where{shown(options.path)};
  SourceInfo info{shown(options.path), "", {}};
  for (const std::string& layer : layers_of(options, info.driver)) {
    ReadOptions one = options;
    one.layer = layer;
    Diagnostics said_by_reading;
    const OpenSource source = open_source(one, said_by_reading);
    const GdalMessages messages;
    info.layers.push_back(describe(source.dataset.get(), source.layer, where));
    if (messages.failed()) throw data_error(where, "cannot be read: " + messages.failure());
    if (!is_connection(options.path) || options.path.starts_with("/vsizip/")) read_some(one, diagnostics);
  }
  return info;
}

}  // namespace

SourceInfo inspect(const ReadOptions& options, Diagnostics& diagnostics) {
  if (!options.layer.empty() || options.path.empty() || archive_of(options.path) != options.path)
    return inspect_file(out_of_archive(options), diagnostics);
  SourceInfo info{options.path, "", {}};
  for (const std::string& file : sources_in(options.path)) {
    ReadOptions one = options;
    one.layer = file;
    SourceInfo part = inspect_file(out_of_archive(one), diagnostics);
    info.driver = part.driver;
    for (LayerInfo& layer : part.layers) info.layers.push_back(std::move(layer));
  }
  return info;
}

}  // namespace cartouche
