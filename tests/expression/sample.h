#pragma once
// The table that the tests of the language read, and its values as text.

#include <cmath>
#include <string>
#include <vector>

#include "cartouche/expression/expression.h"

namespace cartouche::test {

/// Four projects; the third has no jobs, the fourth no name, no amount and no answer.
inline Table projects() {
  Table table("projets");
  table.set_column(Column("code", Column::Texts{"01004", "2A004", "97411", "75056"}));
  table.set_column(Column("nom", Column::Texts{"Saint-Étienne", "L'Haÿ", "saint", ""}, {1, 1, 1, 0}));
  table.set_column(Column("emplois", Column::Integers{12, 0, 0, 7}, {1, 1, 0, 1}));
  table.set_column(Column("montant", Column::Reals{1.5, -2.5, 100, 0}, {1, 1, 1, 0}));
  table.set_column(Column("dans_ti", Column::Booleans{1, 0, 1, 0}, {1, 1, 1, 0}));
  table.set_column(Column("epci", Column::Texts{"200054781/200057867", "200054781", "NR", ""}));
  table.set_column(Column("nom officiel", Column::Texts{"a", "b", "c", "d"}));
  return table;
}

inline Parameters parameters() {
  return {{"page.code", std::string("84")}, {"page.reg", std::string("2A004")},
          {"param.seuil", std::int64_t{7}}, {"page.part", 0.25},
          {"page.vide", std::nan("")},      {"laureats", std::string("120")},
          {"laureats.value", 120.0},        {"page.rien", Value()}};
}

/// The values of a row each, "·" where missing.
inline std::vector<std::string> texts(const Column& column) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < column.size(); ++row)
    all.push_back(column.is_valid(row) ? column.text(row) : "·");
  return all;
}

inline std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) all += (i == 0 ? "" : " | ") + texts[i];
  return all;
}

/// "12 | 0 | · | 7"
inline std::string evaluated(const std::string& text) {
  const Table table = projects();
  const Expression expression = Expression::compile(text, {}, Schema::of(table, parameters()));
  return joined(texts(expression.evaluate(table, parameters())));
}

}  // namespace cartouche::test
