#pragma once
// Which expressions give codes or years, which are printed digit by digit: 2021, 200040715.

#include <string_view>

namespace cartouche {

struct Location;

/// By the names of the columns that an expression takes its value from (see names_a_code_or_year): annee,
/// page.annee, annee - 1, max(annee, 2015). Throws a usage error at `where` where it is none.
bool gives_codes_or_years(std::string_view expression, const Location& where);

}  // namespace cartouche
