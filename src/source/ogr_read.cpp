#include "ogr_read.h"

#include <algorithm>
#include <limits>

#include "cartouche/base/finding_codes.h"
#include "gdal.h"
#include "ogr_layer.h"
#include "ogr_rows.h"
#include "open_source.h"
#include "paths.h"
#include "selection.h"
#include "wkt_column.h"

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
                  const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string file = shown(options.path);
  RowSink sink;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!selected[i]) continue;
    if (fields[i].type == OFTBinary) {
      diagnostics.add(finding("binary-field"), "the binary field '" + fields[i].name + "' is left out",
                      {file});
      continue;
    }
    sink.fields.push_back(fields[i]);
    sink.columns.emplace_back(fields[i].name, type_of(fields[i]));
  }
  if (OGR_L_GetGeomType(layer) != wkbNone) sink.shapes.emplace(file, declared_kind(layer), options.kind);
  return sink;
}

SqlDialect dialect_of(GDALDatasetH dataset) {
  const std::string driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
  if (driver == "PostgreSQL") return SqlDialect::postgresql;
  return driver == "GPKG" ? SqlDialect::sqlite : SqlDialect::ogr;
}

// The columns that a filter sees as we do.
std::vector<std::string> names_as_read(const std::vector<OgrField>& fields, const ReadOptions& options) {
  std::vector<std::string> names;
  for (const OgrField& field : fields) {
    const bool known = field.type == OFTInteger || field.type == OFTInteger64 || field.type == OFTReal ||
                       field.type == OFTString;
    if (known && field.subtype == OFSTNone && !stated_type(options, field.name)) names.push_back(field.name);
  }
  return names;
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
        finding("crs-stated"),
        "read as " + stated.definition() + " as stated, not as its own " + std::string(name ? name : "CRS"),
        file);
  return stated;
}

// Texts of Latin-1 among others of UTF-8 are a fault of the file; nothing but Latin-1 is its encoding.
void note_recoded(const RowSink& sink, const std::string& file, Diagnostics& diagnostics) {
  std::size_t recoded = 0;
  bool has_utf8 = false;
  std::vector<std::string> columns;
  for (const ColumnBuilder& column : sink.columns) {
    recoded += column.recoded();
    has_utf8 = has_utf8 || column.has_utf8();
    if (column.recoded() > 0) columns.push_back(column.name() + ": " + column.first_recoded());
  }
  if (recoded == 0) return;
  diagnostics.add(has_utf8 ? finding("mixed-encoding") : finding("read-as-latin1"),
                  std::to_string(recoded) + (recoded == 1 ? " text is" : " texts are") + " not UTF-8" +
                      (has_utf8 ? " as the others are" : "") + " and " + (recoded == 1 ? "was" : "were") +
                      " read as Latin-1",
                  {file}, columns);
}

void refuse_duplicates(std::vector<std::string> names, const std::string& file) {
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) throw data_error({file}, "the field '" + *twice + "' is there twice");
}

}  // namespace

struct OgrReader::Data {
  std::string file;
  OpenSource source;
  std::string layer_name;
  SqlDialect dialect = SqlDialect::ogr;
  std::vector<std::string> plain;
  RowSink sink;
  Crs crs;
  GIntBig expected = -1;              // rows; -1 = not known
  std::unique_ptr<RowCursor> cursor;  // null after the last row
  Diagnostics diagnostics;

  Data(ReadOptions options, RowReading reading) : file(shown(options.path)) {
    source = open_source(options, diagnostics);
    GDALDatasetH dataset = source.dataset.get();
    OGRLayerH layer = source.layer;
    layer_name = options.layer = OGR_L_GetName(layer);
    const std::vector<OgrField> fields = fields_of(dataset, layer);
    refuse_duplicates(names_of(fields), file);
    check_names(options, names_of(fields));
    const std::vector<bool> selected = selected_columns(options, names_of(fields));
    filter(layer, options);
    ignore_others(layer, fields, selected, options);
    sink = make_sink(layer, fields, selected, options, diagnostics);
    if (sink.shapes) crs = layer_crs(layer, options, diagnostics);
    dialect = dialect_of(dataset);
    plain = names_as_read(fields, options);
    const GdalMessages messages;
    const bool filtered = !options.where.empty() || options.bounds.has_value();
    if (!filtered) expected = OGR_L_GetFeatureCount(layer, 0);
    if (reading == RowReading::batches) cursor = batch_cursor(layer, sink, file);
    if (!cursor) cursor = feature_cursor(layer);
    refuse(messages);
  }

  void refuse(const GdalMessages& messages) const {
    if (messages.failed()) throw data_error({file}, "cannot be read: " + messages.failure());
  }

  void read(std::size_t rows) {
    const GdalMessages messages;
    const std::size_t before = sink.rows;
    const auto wants_more = [&] {
      return sink.rows - before < rows || (sink.shapes && !sink.shapes->knows_kind());
    };
    while (cursor && wants_more())
      if (!cursor->read(sink)) cursor.reset();
    refuse(messages);
    if (!cursor && expected >= 0 && sink.rows < static_cast<std::size_t>(expected))
      throw data_error({file}, "the file is cut off: " + std::to_string(sink.rows) + " of " +
                                   std::to_string(expected) + " rows can be read");
  }
};

OgrReader::OgrReader(ReadOptions options, RowReading reading)
    : data_(std::make_unique<Data>(std::move(options), reading)) {}

OgrReader::~OgrReader() = default;

Table OgrReader::next(std::size_t rows) {
  // A batch whose rows are all of another kind is not the end.
  while (true) {
    data_->read(rows);
    Table table(data_->layer_name);
    for (ColumnBuilder& column : data_->sink.columns) table.set_column(column.take());
    if (data_->sink.shapes) table = with_shapes(std::move(table), *data_->sink.shapes, data_->crs);
    if (table.row_count() > 0 || !data_->cursor) return table;
  }
}

SqlDialect OgrReader::dialect() const {
  return data_->dialect;
}

const std::vector<std::string>& OgrReader::plain_columns() const {
  return data_->plain;
}

void OgrReader::report(Diagnostics& diagnostics) const {
  diagnostics.append(data_->diagnostics);
  note_recoded(data_->sink, data_->file, diagnostics);
  if (data_->sink.shapes) data_->sink.shapes->report(diagnostics);
}

Table read_ogr(ReadOptions options, Diagnostics& diagnostics, RowReading reading) {
  OgrReader reader(std::move(options), reading);
  Table table = reader.next(std::numeric_limits<std::size_t>::max());
  reader.report(diagnostics);
  return table;
}

}  // namespace cartouche::source_internal
