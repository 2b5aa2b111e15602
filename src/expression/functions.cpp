#include "functions.h"

#include <algorithm>

namespace cartouche::expression {
namespace {

using enum Accepts;
constexpr int kAny = Function::kAnyNumber;

constexpr std::array kFunctions = {
    Function{"abs", "abs(number)", {number}, 1, 1, Gives::type_of_first, number_functions::abs},
    Function{"ceil", "ceil(number)", {number}, 1, 1, Gives::type_of_first, number_functions::ceil},
    Function{
        "coalesce", "coalesce(a, b, …)", {common}, 1, kAny, Gives::common_type, choice_functions::coalesce},
    Function{
        "contains", "contains(text, part)", {text, text}, 2, 2, Gives::boolean, text_functions::contains},
    Function{
        "ends_with", "ends_with(text, end)", {text, text}, 2, 2, Gives::boolean, text_functions::ends_with},
    Function{"floor", "floor(number)", {number}, 1, 1, Gives::type_of_first, number_functions::floor},
    Function{"fold", "fold(text)", {text}, 1, 1, Gives::text, text_functions::fold},
    Function{
        "format", "format(number[, decimals])", {real, integer}, 1, 2, Gives::text, text_functions::format},
    Function{
        "greatest", "greatest(a, b, …)", {common}, 2, kAny, Gives::common_type, choice_functions::greatest},
    Function{"has", "has(list, item)", {text, text}, 2, 2, Gives::boolean, text_functions::has},
    Function{"if",
             "if(condition, a, b)",
             {boolean, common, common},
             3,
             3,
             Gives::common_type,
             choice_functions::choose},
    Function{"least", "least(a, b, …)", {common}, 2, kAny, Gives::common_type, choice_functions::least},
    Function{"length", "length(text)", {text}, 1, 1, Gives::integer, text_functions::length},
    Function{"lower", "lower(text)", {text}, 1, 1, Gives::text, text_functions::lower},
    Function{
        "lpad", "lpad(value, length, fill)", {any, integer, text}, 3, 3, Gives::text, text_functions::lpad},
    Function{"max", "max(a, b, …)", {common}, 2, kAny, Gives::common_type, choice_functions::greatest},
    Function{"min", "min(a, b, …)", {common}, 2, kAny, Gives::common_type, choice_functions::least},
    Function{
        "replace", "replace(text, from, to)", {text, text, text}, 3, 3, Gives::text, text_functions::replace},
    Function{"round",
             "round(number[, decimals])",
             {number, integer},
             1,
             2,
             Gives::type_of_first,
             number_functions::round},
    Function{"split_part",
             "split_part(text, separator, n)",
             {text, text, integer},
             3,
             3,
             Gives::text,
             text_functions::split_part},
    Function{"starts_with",
             "starts_with(text, start)",
             {text, text},
             2,
             2,
             Gives::boolean,
             text_functions::starts_with},
    Function{"substr",
             "substr(text, start[, count])",
             {text, integer, integer},
             2,
             3,
             Gives::text,
             text_functions::substr},
    Function{"to_number", "to_number(value)", {any}, 1, 1, Gives::real, text_functions::to_number},
    Function{"to_text", "to_text(value)", {any}, 1, 1, Gives::text, text_functions::to_text},
    Function{"trim", "trim(text)", {text}, 1, 1, Gives::text, text_functions::trim},
    Function{"upper", "upper(text)", {text}, 1, 1, Gives::text, text_functions::upper},
};

}  // namespace

Accepts Function::parameter(std::size_t index) const {
  if (index < parameters.size() && parameters[index] != nothing) return parameters[index];
  const auto last = std::find(parameters.begin(), parameters.end(), nothing);
  return *std::prev(last);
}

const Function* find_function(std::string_view name) {
  const auto* found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                   [name](const Function& one) { return one.name == name; });
  return found == kFunctions.end() ? nullptr : found;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function& function : kFunctions) names.emplace_back(function.name);
  return names;
}

}  // namespace cartouche::expression
