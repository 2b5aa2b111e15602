#pragma once
// The program's names for the fields of IGN's ADMIN EXPRESS, in both of its generations.
//
//   COG ≤ 3.2 (shapefiles): INSEE_COM, INSEE_DEP, INSEE_REG, SIREN_EPCI, NOM; EPCI: CODE_SIREN, NOM, NATURE
//   COG ≥ 4.0 (GeoPackage): code_insee, nom_officiel, code_siren, codes_siren_des_epci …
//
// Both give: insee, nom, siren, epci, ept, dep, reg, arr, canton, nature, statut, population.

#include <span>
#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche {

/// `name` is made from `field`.
struct Alias {
  std::string name;
  std::string field;
  bool operator==(const Alias&) const = default;
};

/// The aliases for a source with these fields: none unless one of them is a field that only ADMIN EXPRESS has
/// (INSEE_COM, code_insee …), and none for a name that is a field already. `layer` tells what a bare
/// `code_insee` is the code of: a département's is `dep`, a region's `reg`, otherwise `insee`.
std::vector<Alias> admin_express_aliases(std::span<const std::string> fields, const std::string& layer);

/// Adds the columns of the aliases whose field the table has. "NR" is a missing value. Where a commune lies
/// in several EPCI (codes joined by '/', Grand Paris), `epci` is the métropole's SIREN and `ept` the other.
void add_admin_express_names(Table& table, std::span<const Alias> aliases);

}  // namespace cartouche
