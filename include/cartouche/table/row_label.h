#pragma once
// How a finding names a row: by its name, with the id behind it.

#include <string>

#include "cartouche/table/table.h"

namespace cartouche {

/// "Annecy (74010)" where the table has a column of names (nom, name, lib, libelle, label, entreprise, nom_…,
/// lib_…), else the id alone. `id` is what names the row where that is not Table::row_id.
std::string row_label(const Table& table, std::size_t row, const std::string& id);
std::string row_label(const Table& table, std::size_t row);

}  // namespace cartouche
