#include "cartouche/table/row_label.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cartouche {
namespace {

bool reads_like_a_name(const std::string& column) {
  static constexpr std::array<std::string_view, 6> kNames{"nom",     "name",  "lib",
                                                          "libelle", "label", "entreprise"};
  return std::find(kNames.begin(), kNames.end(), column) != kNames.end() || column.starts_with("lib_") ||
         column.starts_with("nom_");
}

}  // namespace

std::string row_label(const Table& table, std::size_t row, const std::string& id) {
  for (const Column& column : table.columns()) {
    if (column.type() != Type::text || !reads_like_a_name(column.name())) continue;
    const std::string name = column.text(row);
    if (!name.empty() && name != id) return name + " (" + id + ")";
  }
  return id;
}

std::string row_label(const Table& table, std::size_t row) {
  return row_label(table, row, table.row_id(row));
}

}  // namespace cartouche
