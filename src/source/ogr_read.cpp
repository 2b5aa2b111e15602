#include "ogr_read.h"

#include <algorithm>

#include "gdal.h"
#include "ogr_layer.h"
#include "ogr_rows.h"
#include "paths.h"
#include "selection.h"

namespace cartouche::source_internal {
namespace {

std::vector<std::string> names_of(const std::vector<OgrField>& fields) {
  std::vector<std::string> names;
  for (const OgrField& field : fields) names.push_back(field.name);
  return names;
}

void filter(OGRLayerH layer, const ReadOptions& options) {
  GdalMessages messages;
  if (!options.where.empty() &&
      (OGR_L_SetAttributeFilter(layer, options.where.c_str()) != OGRERR_NONE || messages.failed()))
    throw usage_error(options.asked_at, "the filter '" + options.where + "' is not understood",
                      messages.failure());
  if (options.bounds)
    OGR_L_SetSpatialFilterRect(layer, options.bounds->min.x, options.bounds->min.y, options.bounds->max.x,
                               options.bounds->max.y);
}

// The driver need not read what nobody asked for. A filter may need any field, so it keeps them all.
void ignore_others(OGRLayerH layer, const std::vector<OgrField>& fields, const std::vector<bool>& selected,
                   const ReadOptions& options) {
  if (!options.where.empty() || OGR_L_TestCapability(layer, OLCIgnoreFields) == 0) return;
  std::vector<const char*> ignored;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!selected[i] && fields[i].name != OGR_L_GetFIDColumn(layer))
      ignored.push_back(fields[i].name.c_str());
  if (ignored.empty()) return;
  ignored.push_back(nullptr);
  OGR_L_SetIgnoredFields(layer, ignored.data());
}

RowSink make_sink(OGRLayerH layer, const std::vector<OgrField>& fields, const std::vector<bool>& selected,
                  const std::string& file, Diagnostics& diagnostics) {
  RowSink sink;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!selected[i]) continue;
    if (fields[i].type == OFTBinary) {
      diagnostics.add(Severity::note, "binary-field", "the binary field '" + fields[i].name + "' is left out",
                      {file});
      continue;
    }
    sink.fields.push_back(fields[i]);
    sink.columns.emplace_back(fields[i].name, type_of(fields[i]));
  }
  if (OGR_L_GetGeomType(layer) != wkbNone) sink.shapes.emplace(file, declared_kind(layer));
  return sink;
}

void read_rows(OGRLayerH layer, RowSink& sink, const std::string& file, RowReading reading, bool filtered) {
  const GdalMessages messages;
  const GIntBig expected = filtered ? -1 : OGR_L_GetFeatureCount(layer, 0);
  // GDAL 3.6 hands out empty batches without end of a FlatGeobuf without features.
  if (expected == 0) return;
  if (reading == RowReading::features || !read_batches(layer, sink, file)) read_features(layer, sink);
  if (messages.failed()) throw data_error({file}, "cannot be read: " + messages.failure());
  if (expected >= 0 && sink.rows < static_cast<std::size_t>(expected))
    throw data_error({file}, "the file is cut off: " + std::to_string(sink.rows) + " of " +
                                 std::to_string(expected) + " rows can be read");
}

// A stated CRS wins over the source's own: GeoJSON, for one, has no way to say the truth of its own.
Crs layer_crs(OGRLayerH layer, const ReadOptions& options, Diagnostics& diagnostics) {
  const Location file{shown(options.path)};
  OGRSpatialReferenceH own = OGR_L_GetSpatialRef(layer);
  if (options.crs.empty()) return crs_of(own, file);
  Crs stated = Crs::from_text(options.crs, options.place("crs"));
  const char* name = own == nullptr ? nullptr : OSRGetName(own);
  if (own != nullptr && OSRIsSame(own, reference_of(stated).get()) == 0)
    diagnostics.add(
        Severity::note, "crs-stated",
        "read as " + stated.definition() + " as stated, not as its own " + std::string(name ? name : "CRS"),
        file);
  return stated;
}

void note_recoded(const RowSink& sink, const std::string& file, Diagnostics& diagnostics) {
  std::size_t recoded = 0;
  std::vector<std::string> columns;
  for (const ColumnBuilder& column : sink.columns) {
    recoded += column.recoded();
    if (column.recoded() > 0) columns.push_back(column.name());
  }
  if (recoded > 0)
    diagnostics.add(Severity::note, "read-as-latin1",
                    std::to_string(recoded) + " texts are not UTF-8 and were read as Latin-1", {file},
                    columns);
}

void refuse_duplicates(std::vector<std::string> names, const std::string& file) {
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) throw data_error({file}, "the field '" + *twice + "' is there twice");
}

}  // namespace

Table read_ogr(ReadOptions options, Diagnostics& diagnostics, RowReading reading) {
  const DatasetPtr dataset = open_dataset(options.path, options.encoding, options.asked_at);
  OGRLayerH layer = find_layer(dataset.get(), options.path, options.layer, options.place("layer"));
  options.layer = OGR_L_GetName(layer);
  const std::string file = shown(options.path);
  const std::vector<OgrField> fields = fields_of(dataset.get(), layer);
  refuse_duplicates(names_of(fields), file);
  check_names(options, names_of(fields));
  const std::vector<bool> selected = selected_columns(options, names_of(fields));
  filter(layer, options);
  ignore_others(layer, fields, selected, options);
  RowSink sink = make_sink(layer, fields, selected, file, diagnostics);
  read_rows(layer, sink, file, reading, !options.where.empty() || options.bounds.has_value());
  note_recoded(sink, file, diagnostics);
  Table table(options.layer);
  for (ColumnBuilder& column : sink.columns) table.set_column(column.take());
  if (sink.shapes)
    table.set_geometry({sink.shapes->take(diagnostics), layer_crs(layer, options, diagnostics)});
  return table;
}

}  // namespace cartouche::source_internal
