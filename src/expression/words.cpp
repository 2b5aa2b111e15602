#include "words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cartouche/base/words.h"
#include "spatial_functions.h"

namespace cartouche::expression {
namespace {

using Kind = Syntax::Kind;

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_geometry_name(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames = {"geometry", "geom", "the_geom", "wkb_geometry"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::vector<std::string> aggregate_names() {
  return {kAggregates.begin(), kAggregates.end()};
}

// Words of other languages for an aggregate; "" where it is none.
std::string aggregate_meant(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords = {
      {{"avg", "mean"},
       {"average", "mean"},
       {"moyenne", "mean"},
       {"somme", "sum"},
       {"total", "sum"},
       {"nombre", "count"},
       {"nb", "count"},
       {"part", "share"}}};
  const auto found =
      std::find_if(kWords.begin(), kWords.end(), [&](const auto& one) { return one.first == word; });
  return found == kWords.end() ? "" : std::string(found->second);
}

// In a query of aggregates those come first, and alone where no word is near.
std::vector<std::string> nearest_of(const std::string& word, std::vector<std::string> functions) {
  std::vector<std::string> all = aggregate_names();
  all.insert(all.end(), functions.begin(), functions.end());
  return nearest_word(word, all).empty() ? aggregate_names() : all;
}

Range name_of(const Syntax& call) {
  return {call.range.begin, call.range.begin + call.text.size()};
}

Error unknown_function(const SourceText& source, const Syntax& call, bool has_columns) {
  // Queries of aggregates are compiled without any column.
  if (!has_columns)
    if (const std::string meant = aggregate_meant(call.text); !meant.empty())
      return source.error(name_of(call), "no function '" + call.text + "'", "did you mean '" + meant + "'?");
  if (std::find(kAggregates.begin(), kAggregates.end(), call.text) != kAggregates.end())
    return source.error(name_of(call), "'" + call.text + "' counts over a table, an expression sees one row",
                        "aggregates stand in a figure's query");
  std::vector<std::string> names = function_names();
  for (std::string& spatial : spatial_function_names()) names.push_back(std::move(spatial));
  if (!has_columns) names = nearest_of(call.text, std::move(names));
  return source.error(name_of(call), "no function '" + call.text + "'", suggestion(call.text, names));
}

// Walks the syntax tree once.
class WordCheck {
 public:
  WordCheck(const SourceText& source, const Vocabulary& vocabulary, const std::string& rows)
      : source_(source), vocabulary_(vocabulary), rows_(rows), has_rows_(vocabulary.has_rows) {}

  void check(const Syntax& syntax) {
    std::size_t first = 0;
    if (syntax.kind == Kind::name)
      name(syntax);
    else if (syntax.kind == Kind::aggregate)
      aggregate(*syntax.aggregate);
    else if (syntax.kind == Kind::call)
      first = call(syntax);
    for (std::size_t i = first; i < syntax.children.size(); ++i) check(*syntax.children[i]);
  }

 private:
  void name(const Syntax& syntax) const {
    if (contains(vocabulary_.names, syntax.text)) return;
    const bool of_page = syntax.text.starts_with("page.");
    const bool may_be = of_page ? vocabulary_.has_page : has_rows_ && !syntax.text.starts_with("param.");
    if (!may_be) throw unknown_name(source_, syntax, vocabulary_.names, has_rows_);
  }

  // The rows of the aggregate's table are in reach inside it.
  void aggregate(const AggregateSyntax& aggregate) {
    if (aggregate.table != rows_) table(aggregate.table, aggregate.table_range);
    const bool outer = std::exchange(has_rows_, true);
    if (aggregate.argument) check(*aggregate.argument);
    if (aggregate.condition) check(*aggregate.condition);
    has_rows_ = outer;
  }

  // Where the arguments begin that are values.
  std::size_t call(const Syntax& syntax) const {
    const SpatialFunction* spatial = find_spatial_function(syntax.text);
    if (!spatial) {
      called_function(source_, syntax, has_rows_);
      return 0;
    }
    check_spatial_arguments(source_, syntax, *spatial);
    if (!has_rows_) throw no_place_to_ask(source_, syntax);
    table(syntax.children.front()->text, syntax.children.front()->range);
    return spatial->limit_place();
  }

  void table(const std::string& name, Range range) const {
    if (!contains(vocabulary_.tables, name))
      throw source_.error(range, "no table '" + name + "'", suggestion(name, vocabulary_.tables));
  }

  const SourceText& source_;
  const Vocabulary& vocabulary_;
  const std::string& rows_;
  bool has_rows_;
};

}  // namespace

void check_words(const SourceText& source, const Syntax& syntax, const Vocabulary& vocabulary,
                 const std::string& rows) {
  WordCheck(source, vocabulary, rows).check(syntax);
}

Error unknown_name(const SourceText& source, const Syntax& name, const std::vector<std::string>& names,
                   bool has_columns) {
  std::string hint = suggestion(name.text, names);
  if (name.quoted && nearest_word(name.text, names).empty())
    hint = "a text stands in single quotes: '" + name.text + "'";
  if (is_geometry_name(name.text))
    hint = "the geometry is no column: within(zones), distance(zones) … ask where a row lies";
  const char* what = has_columns ? "no column '" : "no value '";
  if (!has_columns && names.empty()) {
    const std::string nearest = nearest_word(name.text, aggregate_names());
    hint = nearest.empty() ? "columns stand inside an aggregate: sum(" + name.text + ")"
                           : "did you mean '" + nearest + "'?";
  }
  if (name.text.find('.') != std::string::npos) what = "no parameter '";
  return source.error(name.range, what + name.text + "'", hint);
}

const Function& called_function(const SourceText& source, const Syntax& call, bool has_columns) {
  const Function* function = find_function(call.text);
  if (!function) throw unknown_function(source, call, has_columns);
  const int count = static_cast<int>(call.children.size());
  if (count < function->least || count > function->most)
    throw source.error(name_of(call),
                       "'" + call.text + "' does not take " + std::to_string(count) +
                           (count == 1 ? " argument" : " arguments"),
                       "it is " + std::string(function->usage));
  return *function;
}

}  // namespace cartouche::expression
