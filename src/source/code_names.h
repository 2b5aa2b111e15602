#pragma once
// Which columns hold codes, told by their names.

#include <string_view>

namespace cartouche::source_internal {

/// True where a word of the name says that the values are codes (insee, siren, id, dep …) and none says that
/// they are quantities (nb, population, taux …): codes stay text even where all of them look like numbers.
/// Words are split at '_', '-', spaces, digits and from lower to upper case: "codeInsee", "INSEE_COM",
/// "dep1".
bool looks_like_code(std::string_view column);

}  // namespace cartouche::source_internal
