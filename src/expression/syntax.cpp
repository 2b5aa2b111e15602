#include "syntax.h"

#include <algorithm>

#include "spatial_functions.h"

namespace cartouche::expression {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

const SpatialFunction* spatial_function(const Syntax& syntax) {
  return syntax.kind == Syntax::Kind::call ? find_spatial_function(syntax.text) : nullptr;
}

void collect_names(const Syntax& syntax, std::vector<std::string>& names) {
  if (syntax.kind == Syntax::Kind::name) add_once(names, syntax.text);
  const SpatialFunction* spatial = spatial_function(syntax);
  for (std::size_t i = spatial ? spatial->limit_place() : 0; i < syntax.children.size(); ++i)
    collect_names(*syntax.children[i], names);
}

void collect_tables(const Syntax& syntax, std::vector<std::string>& tables) {
  if (syntax.aggregate) {
    add_once(tables, syntax.aggregate->table);
    if (syntax.aggregate->argument) collect_tables(*syntax.aggregate->argument, tables);
    if (syntax.aggregate->condition) collect_tables(*syntax.aggregate->condition, tables);
  }
  if (spatial_function(syntax) && !syntax.children.empty() &&
      syntax.children.front()->kind == Syntax::Kind::name)
    add_once(tables, syntax.children.front()->text);
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
