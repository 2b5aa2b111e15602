#pragma once
// Which expressions give codes or years, which are printed digit by digit.

#include "cartouche/expression/code_or_year.h"
#include "syntax.h"

namespace cartouche::expression {

bool gives_codes_or_years(const Syntax& syntax);

}  // namespace cartouche::expression
