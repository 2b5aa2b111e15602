#pragma once
// Options that questions of files and of a database read alike.

#include <string>
#include <utility>
#include <vector>

#include "cartouche/base/words.h"
#include "cartouche/query/question.h"

namespace cartouche::cli {

/// The words every source takes, and these.
std::vector<std::string> words_and(std::initializer_list<std::string> more);

/// "NAME=rest" where NAME is a plain word, else {"", whole}.
std::pair<std::string, std::string> split_name(const std::string& text);

/// --predicate [NAME=]PREDICATE, for the question or the set of that name.
template <class Set>
void set_predicates(const std::vector<std::string>& texts, query::Question& question,
                    std::vector<Set>& sets) {
  for (const std::string& text : texts) {
    const auto [name, rest] = split_name(text);
    const query::Predicate predicate = query::parse_predicate(rest, {"--predicate", 0, 0});
    if (name.empty()) {
      question.predicate = predicate;
      continue;
    }
    std::vector<std::string> names;
    bool found = false;
    for (Set& set : sets) {
      names.push_back(set.name);
      if (set.name != name) continue;
      set.predicate = predicate;
      found = true;
    }
    if (!found)
      throw usage_error({"--predicate", 0, 0}, "no zones called '" + name + "'", suggestion(name, names));
  }
}

}  // namespace cartouche::cli
