#include "syntax.h"

#include <algorithm>

namespace cartouche::expression {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void collect_names(const Syntax& syntax, std::vector<std::string>& names) {
  if (syntax.kind == Syntax::Kind::name) add_once(names, syntax.text);
  for (const SyntaxPtr& child : syntax.children) collect_names(*child, names);
}

void collect_tables(const Syntax& syntax, std::vector<std::string>& tables) {
  if (syntax.aggregate) {
    add_once(tables, syntax.aggregate->table);
    if (syntax.aggregate->argument) collect_tables(*syntax.aggregate->argument, tables);
    if (syntax.aggregate->condition) collect_tables(*syntax.aggregate->condition, tables);
  }
  for (const SyntaxPtr& child : syntax.children) collect_tables(*child, tables);
}

}  // namespace

std::vector<std::string> names_in(const Syntax& syntax) {
  std::vector<std::string> names;
  collect_names(syntax, names);
  return names;
}

std::vector<std::string> tables_in(const Syntax& syntax) {
  std::vector<std::string> tables;
  collect_tables(syntax, tables);
  return tables;
}

}  // namespace cartouche::expression
