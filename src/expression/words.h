#pragma once
// The words of an expression, held against what they may be; what an error says of one that stands for
// nothing.

#include <string>
#include <vector>

#include "cartouche/expression/expression.h"
#include "functions.h"
#include "syntax.h"

namespace cartouche::expression {

/// Throws a usage error for the first function, name or table that cannot be right, whatever the tables hold.
/// `rows` is the table of the aggregates that name none.
void check_words(const SourceText& source, const Syntax& syntax, const Vocabulary& vocabulary,
                 const std::string& rows = "");

/// Of a name that is none of `names`; `has_columns`: some of them are columns.
Error unknown_name(const SourceText& source, const Syntax& name, const std::vector<std::string>& names,
                   bool has_columns);

/// The function that is called, with as many arguments as it takes; a usage error otherwise.
const Function& called_function(const SourceText& source, const Syntax& call, bool has_columns);

}  // namespace cartouche::expression
