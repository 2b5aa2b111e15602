#include "join_codes.h"

#include "cartouche/base/finding_codes.h"
#include "cartouche/table/code_match.h"
#include "columns.h"

namespace cartouche::pipeline {
namespace {

CodeComparison comparison_with(const Column& known, const std::string& table, const std::string& column,
                               const StepContext& context) {
  CodeComparison comparison({context.table, column}, {table, known.name()});
  for (std::size_t row = 0; row < known.size(); ++row) comparison.add_known(known.text(row));
  return comparison;
}

}  // namespace

void note_merge(const std::string& key, const std::string& now, JoinMatches& matches) {
  const std::string from = departement_of(key), to = departement_of(now);
  const bool elsewhere = !from.empty() && !to.empty() && from != to;
  (elsewhere ? matches.elsewhere : matches.merged).push_back(key + " → " + now);
}

void report_merges(const JoinMatches& matches, const char* verb, StepContext& context) {
  const auto rows = [&](std::size_t count) {
    return counted(count, "row of '", "rows of '") + context.table + "' " + verb;
  };
  if (!matches.merged.empty())
    context.diagnostics.add(finding("matched-through-merge"),
                            rows(matches.merged.size()) + " by the code that followed theirs", context.where,
                            matches.merged);
  if (!matches.elsewhere.empty())
    context.diagnostics.add(
        finding("other-departement"),
        rows(matches.elsewhere.size()) +
            " by a code of another département: are theirs codes of communes, or postal codes?",
        context.where, matches.elsewhere);
}

void report_alike(const Table& left, const JoinLevel& level, const std::vector<Index>& unmatched,
                  StepContext& context) {
  if (unmatched.empty()) return;
  const Table& right = context.get(level.table);
  for (std::size_t i = 0; i < level.left.size(); ++i) {
    const std::string& column = level.left[i].value;
    const Column& codes = left.column(column);
    CodeComparison direct =
        comparison_with(right.column(level.right[i].value), level.table.value, column, context);
    std::vector<Index> others;
    for (const Index row : unmatched)
      if (!direct.add_unmatched(codes.text(row))) others.push_back(row);
    direct.report(context.where, context.diagnostics);
    if (!level.through) continue;
    const Table& merges = context.get(level.through->table);
    CodeComparison former = comparison_with(merges.column(level.through->from.value),
                                            level.through->table.value, column, context);
    for (const Index row : others) former.add_unmatched(codes.text(row));
    former.report(context.where, context.diagnostics);
  }
}

}  // namespace cartouche::pipeline
