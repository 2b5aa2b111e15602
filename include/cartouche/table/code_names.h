#pragma once
// Which columns hold codes, told by their names.

#include <string_view>

namespace cartouche {

/// True where a word of the name says that the values are codes (insee, siren, id, dep …) and none says that
/// they are quantities (nb, population, taux …): codes stay text even where all of them look like numbers.
/// Words are split at '_', '-', spaces, digits and from lower to upper case: "codeInsee", "INSEE_COM",
/// "dep1".
bool looks_like_code(std::string_view column);

/// True where the name says that its numbers are no quantities: codes (see looks_like_code) or years (annee,
/// year, millesime, exercice …, and no word of quantities). Such numbers are printed digit by digit: 2021,
/// 200040715.
bool names_a_code_or_year(std::string_view column);

}  // namespace cartouche
