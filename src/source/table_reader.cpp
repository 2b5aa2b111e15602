#include "cartouche/source/table_reader.h"

#include <algorithm>

#include "archive.h"
#include "cartouche/source/admin_express.h"
#include "coordinates.h"
#include "csv.h"
#include "missing_words.h"
#include "ogr_read.h"
#include "paths.h"
#include "place_check.h"
#include "retype.h"
#include "selection.h"
#include "wkt_column.h"

namespace cartouche {

using namespace source_internal;

namespace {

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

// The spatial filter of a source whose places are columns.
void keep_within(Table& table, const Box& bounds) {
  const GeometryArray& shapes = table.geometry()->shapes;
  std::vector<GeometryArray::Index> rows;
  for (std::size_t row = 0; row < shapes.size(); ++row)
    if (bounds.intersects(shapes.box(row))) rows.push_back(static_cast<GeometryArray::Index>(row));
  table = table.take(rows);
}

}  // namespace

struct TableReader::Data {
  ReadOptions options;
  Diagnostics diagnostics;
  std::optional<CsvReader> csv;
  std::optional<OgrReader> ogr;
  std::optional<PointPlacer> placer;
  std::optional<WktPlacer> wkt;
  std::optional<PlaceCheck> check;
  std::size_t before = 0, latest = 0;  // rows handed out

  explicit Data(ReadOptions asked) : options(out_of_archive(std::move(asked))) {
    require_source(options.path, options.asked_at);
    if (options.skip > 0 && !is_read_as_text(options))
      throw usage_error(options.asked_at, "'skip' is for delimited text and workbooks");
    if (is_read_as_text(options))
      csv.emplace(options, diagnostics);
    else
      ogr.emplace(options);
    const std::string coordinates = options.x + options.y + options.lat_lon + options.xy;
    if (!coordinates.empty()) placer.emplace(options);
    if (!options.wkt.empty()) wkt.emplace(options);
  }

  Table read(std::size_t rows) {
    if (csv) return csv->next(rows);
    Table table = ogr->next(rows);
    if (!options.missing.empty()) leave_out(MissingWords(options.missing), table);
    for (const std::string& name : names_of(table))
      if (const auto type = stated_type(options, name))
        table.set_column(retyped(table.column(name), *type, shown(options.path), before));
    return table;
  }

  void place(Table& table) {
    const bool own_geometry = table.geometry().has_value();
    if (wkt) wkt->place(table, before);
    if (placer) {
      placer->place(table, before);
      if (options.bounds && !own_geometry) keep_within(table, *options.bounds);
    } else if (wkt) {
      if (options.bounds) keep_within(table, *options.bounds);
    } else if (own_geometry && table.geometry()->crs.definition().empty()) {
      throw usage_error(options.asked_at, "'" + shown(options.path) + "' does not say its CRS",
                        options.crs_hint.empty() ? "state it with crs: EPSG:…" : options.crs_hint);
    }
    if (!table.geometry()) return;
    if (!check) check.emplace(shown(options.path), table.geometry()->crs);
    check->add(table.geometry()->shapes);
  }

  // A batch that the bounds emptied is not the end.
  Table next(std::size_t rows) {
    before += latest;
    while (true) {
      Table table = read(rows);
      const bool is_end = table.row_count() == 0;
      if (table.find(options.id) != nullptr) table.set_id_column(options.id);  // for messages from here on
      place(table);
      if (table.row_count() == 0 && !is_end) continue;
      latest = table.row_count();
      const std::string layer = options.layer.empty() ? table.name() : options.layer;
      add_admin_express_names(table, admin_express_aliases(names_of(table), layer));
      drop_unasked(table, options);
      if (!options.id.empty()) table.set_id_column(options.id);
      return table;
    }
  }
};

TableReader::TableReader(ReadOptions options) : data_(std::make_unique<Data>(std::move(options))) {}
TableReader::~TableReader() = default;

Table TableReader::next(std::size_t rows) {
  return data_->next(rows);
}

std::size_t TableReader::first_row() const {
  return data_->before;
}

std::optional<SqlDialect> TableReader::dialect() const {
  if (!data_->ogr) return std::nullopt;
  return data_->ogr->dialect();
}

std::vector<std::string> TableReader::plain_columns() const {
  return data_->ogr ? data_->ogr->plain_columns() : std::vector<std::string>();
}

void TableReader::report(Diagnostics& diagnostics) const {
  diagnostics.append(data_->diagnostics);
  if (data_->ogr) data_->ogr->report(diagnostics);
  if (data_->wkt) data_->wkt->report(diagnostics);
  if (data_->placer) data_->placer->check(diagnostics);
  if (data_->check) data_->check->report(diagnostics, data_->placer.has_value());
}

}  // namespace cartouche
