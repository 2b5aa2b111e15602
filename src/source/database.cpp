#include "cartouche/source/database.h"

#include <algorithm>

#include "gdal.h"
#include "ogr_layer.h"
#include "ogr_rows.h"
#include "paths.h"

namespace cartouche {

using namespace source_internal;

namespace {

std::string in_quotes(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

struct ReleaseResult {
  GDALDatasetH dataset;
  void operator()(void* layer) const { GDALDatasetReleaseResultSet(dataset, static_cast<OGRLayerH>(layer)); }
};

// "atlas.zones(geom)" → "atlas"."zones". OGR leaves out the schema that the connection looks in first.
std::string relation_of(std::string layer, const std::string& geometry) {
  const std::string suffix = "(" + geometry + ")";
  if (layer.ends_with(suffix)) layer.resize(layer.size() - suffix.size());
  const std::size_t dot = layer.find('.');
  if (dot == std::string::npos) return in_quotes(layer);
  return in_quotes(layer.substr(0, dot)) + "." + in_quotes(layer.substr(dot + 1));
}

Table rows_of(GDALDatasetH dataset, const std::string& sql, const std::string& shown_path) {
  const GdalMessages messages;
  const std::unique_ptr<void, ReleaseResult> result(
      GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr), {dataset});
  if (!result || messages.failed())
    throw data_error({shown_path}, "the database refuses: " + messages.failure("it gives no rows"));
  OGRLayerH layer = result.get();
  RowSink sink;
  for (const OgrField& field : fields_of(dataset, layer)) {
    sink.fields.push_back(field);
    sink.columns.emplace_back(field.name, type_of(field));
  }
  const auto cursor = feature_cursor(layer);
  while (cursor->read(sink)) {
  }
  if (messages.failed()) throw data_error({shown_path}, "the database refuses: " + messages.failure());
  Table table;
  for (ColumnBuilder& column : sink.columns) table.set_column(column.take());
  return table;
}

// A table keeps its rows' places, a view has none; the first geometry tells the SRID, which a view's column
// need not.
void look_up(GDALDatasetH dataset, const std::string& shown_path, DatabaseRelation& found) {
  std::string name = "'";
  for (const char c : found.relation) name.append(c == '\'' ? 2 : 1, c);
  name += "'::regclass";
  const Table kind = rows_of(
      dataset, "select relkind in ('r', 'm') as is_table from pg_class where oid = " + name, shown_path);
  found.is_table = kind.row_count() == 1 && kind.column("is_table").booleans().front() != 0;
  if (found.geometry.empty()) return;
  const std::string column = in_quotes(found.geometry);
  const Table srid = rows_of(dataset,
                             "select ST_SRID(" + column + ") as srid from " + found.relation + " where " +
                                 column + " is not null limit 1",
                             shown_path);
  found.srid = -1;
  if (srid.row_count() == 1) found.srid = static_cast<int>(srid.column("srid").integers().front());
}

}  // namespace

DatabaseRelation describe_relation(const std::string& connection, const std::string& layer_name) {
  const DatasetPtr dataset = open_dataset(connection, "", {});
  OGRLayerH layer = find_layer(dataset.get(), connection, layer_name, {});
  DatabaseRelation found;
  found.name = OGR_L_GetName(layer);
  found.geometry = OGR_L_GetGeometryColumn(layer);
  found.relation = relation_of(found.name, found.geometry);
  found.columns = Table(found.name);
  for (const OgrField& field : fields_of(dataset.get(), layer))
    if (field.type != OFTBinary) found.columns.set_column(Column(field.name, type_of(field)));
  look_up(dataset.get(), shown(connection), found);
  if (found.geometry.empty()) return found;
  const Crs crs = crs_of(OGR_L_GetSpatialRef(layer), {shown(connection)});
  found.columns.set_geometry({GeometryArray(declared_kind(layer)), crs});
  return found;
}

Table read_sql(const std::string& connection, const std::string& sql) {
  const DatasetPtr dataset = open_dataset(connection, "", {});
  return rows_of(dataset.get(), sql, shown(connection));
}

bool is_database(const std::string& source) {
  return source.starts_with("PG:") || source.starts_with("postgresql://") ||
         source.starts_with("postgres://");
}

}  // namespace cartouche
