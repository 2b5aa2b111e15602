#pragma once
// Tables of a few rows, written as text in the test that draws them.

#include <map>
#include <sstream>
#include <stdexcept>

#include "cartouche/geometry/wkt.h"
#include "cartouche/pipeline/pipeline.h"

namespace cartouche::testing {

inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

inline GeometryKind kind_of_wkt(const std::string& wkt) {
  if (wkt.starts_with("POINT")) return GeometryKind::point;
  return wkt.starts_with("LINESTRING") ? GeometryKind::line : GeometryKind::polygon;
}

/// A line of column names, then a line a row; `;` between cells, an empty cell is a missing value.
/// `name:real` is a column of numbers, any other is text; `wkt` is the geometry, in EPSG:2154. The first
/// column is the id.
inline Table table_of_text(const std::string& name, const std::string& text) {
  Table table(name);
  std::vector<std::string> lines = split(text, '\n');
  const std::vector<std::string> heads = split(lines.at(0), ';');
  lines.erase(lines.begin());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto cell = [&](const std::string& line) {
      const auto cells = split(line, ';');
      return i < cells.size() ? cells[i] : std::string();
    };
    if (heads[i] == "wkt") {
      GeometryArray shapes(kind_of_wkt(cell(lines.at(0))));
      for (const std::string& line : lines) append_wkt(shapes, cell(line));
      table.set_geometry({std::move(shapes), Crs::from_text("EPSG:2154")});
      continue;
    }
    const bool real = heads[i].ends_with(":real");
    Column column(heads[i].substr(0, heads[i].find(':')), real ? Type::real : Type::text);
    for (const std::string& line : lines) {
      const std::string value = cell(line);
      if (value.empty())
        column.push_missing();
      else
        column.push_back(real ? Value(std::stod(value)) : Value(value));
    }
    table.set_column(std::move(column));
  }
  table.set_id_column(table.columns().front().name());
  return table;
}

/// Reads the sources of a project from texts by their names instead of files.
inline ReadSource sources_of_text(std::map<std::string, std::string> texts) {
  return [texts = std::move(texts)](const project::Source& source, Diagnostics&) {
    Table table = table_of_text(source.name.value, texts.at(source.name.value));
    if (source.credit) table.add_credits({*source.credit});
    return table;
  };
}

}  // namespace cartouche::testing
