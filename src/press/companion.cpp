#include "companion.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "cartouche/geometry/anchor.h"
#include "cartouche/layout/page.h"
#include "cartouche/source/source.h"

namespace cartouche::press {
namespace {

using Index = GeometryArray::Index;

// Of the legend, where the page has one: what it does not name is ground, not data.
bool is_told(const map::Map& map, std::size_t layer) {
  return !map.legend || map::in_legend(map, layer);
}

// The place of a row in the CRS of its table.
Point place_of(const GeometryArray& shapes, Index row) {
  if (shapes.is_missing(row) || shapes.kind() == GeometryKind::line) return kMissingPoint;
  if (shapes.kind() == GeometryKind::point) return shapes.points()[row];
  return label_anchor(shapes, row, 1, 0).at;
}

// Degrees to about a centimetre.
double rounded(double degrees) {
  return std::round(degrees * 1e7) / 1e7;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "/") + name;
  return text;
}

struct OwnColumns {
  Column layer{"couche", Type::text}, legend{"classe", Type::text}, frames{"cadre", Type::text},
      id{"id", Type::text}, lon{"lon", Type::real}, lat{"lat", Type::real};
};

Table rows_of(const LaidOutPage& page, const layout::DrawnLayer& drawn) {
  const map::FeatureLayer& layer = map::common(page.map.layers[drawn.layer]);
  const GeometryColumn& geometry = *layer.table->geometry();
  const Transform to_lon_lat(geometry.crs, Crs::from_text("EPSG:4326"));
  OwnColumns own;
  std::vector<Index> rows;
  for (const layout::DrawnRow& one : drawn.rows) {
    rows.push_back(one.row);
    own.layer.push_back(layer.label);
    own.legend.push_back(drawn.classes[one.legend]);
    own.frames.push_back(joined(one.frames));
    own.id.push_back(one.id);
    const Point place = to_lon_lat(place_of(geometry.shapes, one.row));
    own.lon.push_back(rounded(place.x));
    own.lat.push_back(rounded(place.y));
  }
  Table table(layer.id);
  for (Column* column : {&own.layer, &own.legend, &own.frames, &own.id, &own.lon, &own.lat})
    table.set_column(std::move(*column));
  const Table data = layer.table->take(rows);
  for (const Column& column : data.columns())
    if (!table.find(column.name())) table.set_column(column);
  table.set_geometry(*data.geometry());
  return table;
}

std::vector<Table> companion_tables(const LaidOutPage& page) {
  std::vector<Table> tables;
  for (const layout::DrawnLayer& drawn : page.layout.drawn.layers)
    if (is_told(page.map, drawn.layer)) tables.push_back(rows_of(page, drawn));
  return tables;
}

std::string harmless(const std::string& text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  return !text.empty() && kFormula.find(text.front()) != std::string_view::npos ? "'" + text : text;
}

// A column of all tables: its own type where they agree, text where they do not.
Column united(const std::string& name, const std::vector<Table>& tables) {
  std::set<Type> types;
  for (const Table& table : tables)
    if (const Column* column = table.find(name)) types.insert(column->type());
  const bool text = types.size() != 1 || types.contains(Type::text);
  Column result(name, text ? Type::text : *types.begin());
  for (const Table& table : tables) {
    const Column* column = table.find(name);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (!column || !column->is_valid(row))
        result.push_missing();
      else if (!text)
        result.push_back(column->value(row));
      else if (column->type() == Type::text)
        result.push_back(harmless(column->text(row)));
      else
        result.push_back(column->text(row));
    }
  }
  return result;
}

}  // namespace

std::string companion_csv(const LaidOutPage& page) {
  const std::vector<Table> tables = companion_tables(page);
  Table all;
  for (const Table& table : tables)
    for (const Column& column : table.columns())
      if (!all.find(harmless(column.name()))) {
        Column whole = united(column.name(), tables);
        whole.rename(harmless(column.name()));
        all.set_column(std::move(whole));
      }
  return write_table_to_string(all, "csv");
}

std::string companion_geopackage(const LaidOutPage& page) {
  std::vector<Table> tables = companion_tables(page);
  std::erase_if(tables, [](const Table& table) { return table.row_count() == 0; });
  return to_geopackage(tables, page.map.file + ".gpkg");
}

}  // namespace cartouche::press
