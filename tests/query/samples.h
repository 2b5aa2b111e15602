#pragma once
// Small points and zones, in longitude and latitude unless said otherwise.

#include "cartouche/geometry/wkt.h"
#include "cartouche/query/question.h"

namespace cartouche::testing {

inline GeometryColumn column_of(const GeometryArray& shapes, const char* crs = "EPSG:4326") {
  return {shapes, Crs::from_text(crs)};
}

inline Table points_at(const std::vector<Point>& places, const char* crs = "EPSG:4326") {
  Table table("projets");
  GeometryArray shapes;
  Column::Texts ids;
  Column::Integers jobs;
  for (const Point p : places) {
    shapes.add_point(p);
    ids.push_back("p" + std::to_string(ids.size() + 1));
    jobs.push_back(static_cast<std::int64_t>(10 * ids.size()));
  }
  table.set_column(Column("id", ids));
  table.set_column(Column("emplois", jobs));
  table.set_geometry(column_of(shapes, crs));
  table.set_id_column("id");
  return table;
}

/// Axis-parallel boxes with the keys given.
inline Table boxes(const std::vector<std::pair<std::string, Box>>& all, const char* crs = "EPSG:4326") {
  Table table("zones");
  GeometryArray shapes(GeometryKind::polygon);
  Column::Texts keys, names;
  for (const auto& [key, box] : all) {
    const std::vector<Point> ring{box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}, box.min};
    shapes.add_ring(ring);
    shapes.end_part();
    shapes.end_feature();
    keys.push_back(key);
    names.push_back("Zone " + key);
  }
  table.set_column(Column("code", keys));
  table.set_column(Column("nom", names));
  table.set_geometry(column_of(shapes, crs));
  return table;
}

inline std::vector<std::string> texts(const Table& table, const std::string& column) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < table.row_count(); ++row) all.push_back(table.column(column).text(row));
  return all;
}

}  // namespace cartouche::testing
