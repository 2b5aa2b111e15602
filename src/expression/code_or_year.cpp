#include "code_or_year.h"

#include <algorithm>
#include <array>

#include "cartouche/table/code_names.h"

namespace cartouche {
namespace expression {
namespace {

// Functions that give one of their arguments as it is.
constexpr std::array<std::string_view, 6> kChoosing = {"min", "max", "least", "greatest", "coalesce", "if"};

// "page.annee" → "annee", "depuis.value" → "depuis": the name that says what the number is.
std::string_view telling_name(std::string_view name) {
  if (name.ends_with(".value")) name.remove_suffix(std::string_view(".value").size());
  return name.substr(name.rfind('.') + 1);
}

}  // namespace

bool gives_codes_or_years(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  const auto any = [&](const auto& is_so) {
    return std::any_of(syntax.children.begin(), syntax.children.end(),
                       [&](const SyntaxPtr& child) { return is_so(*child); });
  };
  const auto gives = [](const Syntax& child) { return gives_codes_or_years(child); };
  if (syntax.kind == Kind::name) return names_a_code_or_year(telling_name(syntax.text));
  if (syntax.kind == Kind::call)
    return std::find(kChoosing.begin(), kChoosing.end(), syntax.text) != kChoosing.end() && any(gives);
  // The year after another is one, the difference of two is none.
  const bool moves = syntax.kind == Kind::binary && (syntax.text == "+" || syntax.text == "-");
  return moves && any(gives) && any([](const Syntax& child) { return child.kind == Kind::literal; });
}

}  // namespace expression

bool gives_codes_or_years(std::string_view expression, const Location& where) {
  const auto syntax = expression::parse({std::string(expression), where}, expression::Dialect::row);
  return expression::gives_codes_or_years(*syntax);
}

}  // namespace cartouche
