#pragma once
// Tables from literals, and recipes run over them.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/geometry/wkt.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"

namespace cartouche::testing_recipes {

using Words = std::vector<std::string>;

/// A column of text ("" = missing), of whole numbers or of numbers.
inline Column words(const std::string& name, const Words& values) {
  Column column(name, Type::text);
  for (const std::string& value : values) column.push_back(value.empty() ? Value() : Value(value));
  return column;
}
inline Column integers(const std::string& name, Column::Integers values) {
  return Column(name, std::move(values));
}
inline Column reals(const std::string& name, Column::Reals values) {
  return Column(name, std::move(values));
}

inline Table table_of(const std::vector<Column>& columns, const std::string& id = "") {
  Table table;
  for (const Column& column : columns) table.set_column(column);
  if (!id.empty()) table.set_id_column(id);
  return table;
}

inline GeometryColumn shapes(GeometryKind kind, const Words& wkt, const std::string& crs = "EPSG:2154") {
  GeometryArray array(kind);
  for (const std::string& one : wkt) {
    if (one.empty())
      array.add_missing();
    else
      append_wkt(array, one);
  }
  return {std::move(array), Crs::from_text(crs)};
}

/// The same table with geometry.
inline Table with(Table table, GeometryColumn geometry) {
  table.set_geometry(std::move(geometry));
  return table;
}

/// A square of side `size` with its lower left corner at (x, y).
inline std::string square(double x, double y, double size) {
  const auto point = [](double a, double b) { return std::to_string(a) + " " + std::to_string(b); };
  return "POLYGON ((" + point(x, y) + ", " + point(x + size, y) + ", " + point(x + size, y + size) + ", " +
         point(x, y + size) + ", " + point(x, y) + "))";
}

struct Outcome {
  Tables tables;
  Diagnostics diagnostics;

  const Table& operator[](const std::string& name) const { return *tables.at(name); }
  /// Those with a code, in order.
  std::vector<Diagnostic> said(const std::string& code) const {
    std::vector<Diagnostic> found;
    for (const Diagnostic& one : diagnostics.all())
      if (one.code == code) found.push_back(one);
    return found;
  }
};

using Sources = std::map<std::string, Table>;

/// Runs `recipes` (the YAML of the `tables:` section, indented by two) over the sources.
inline Outcome run(const Sources& sources, const std::string& recipes, const Words& wanted = {},
                   unsigned threads = 1) {
  std::string yaml = "cartouche: 1\nparameters: { seuil: 5 }\nsources:\n";
  for (const auto& [name, table] : sources) yaml += "  " + name + ": { path: " + name + ".csv }\n";
  yaml += "tables:\n" + recipes;
  const project::Project project = project::parse_project(project::parse_yaml(yaml, "p.yaml"), "p.yaml");
  const auto read = [&](const project::Source& source, Diagnostics&) {
    return sources.at(source.name.value);
  };
  Outcome result;
  result.tables = build_tables(project, wanted, read, threads, result.diagnostics);
  return result;
}

/// The error that running the recipes gives.
inline Error error_of(const Sources& sources, const std::string& recipes) {
  try {
    run(sources, recipes);
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    return error;
  }
  ADD_FAILURE() << "no error from: " << recipes;
  return usage_error({}, "no error");
}

/// A column's values as text, "" = missing.
inline Words texts(const Table& table, const std::string& column) {
  Words result;
  for (std::size_t row = 0; row < table.row_count(); ++row) result.push_back(table.column(column).text(row));
  return result;
}

inline bool says(const Error& error, const std::string& words) {
  return std::string(error.what()).find(words) != std::string::npos;
}

}  // namespace cartouche::testing_recipes
