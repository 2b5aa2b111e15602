#pragma once
// Upper and lower case of the Latin letters of Europe (U+0000 to U+017F); others stay as they are.

#include <string>
#include <string_view>

namespace cartouche::expression {

void append_upper(std::string& result, std::string_view utf8);
void append_lower(std::string& result, std::string_view utf8);

}  // namespace cartouche::expression
