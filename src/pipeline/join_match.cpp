#include "join_match.h"

#include <algorithm>

#include "cartouche/base/finding_codes.h"
#include "columns.h"
#include "join_codes.h"

namespace cartouche::pipeline {
namespace {

// One level with its table's index.
struct Lookup {
  const JoinLevel& level;
  KeyColumns left;
  KeyIndex index;
  std::optional<KeyMerge> merge;

  Lookup(const Table& table, const JoinLevel& spec, const StepContext& context)
      : level(spec), left(table, spec.left), index(context.get(spec.table), spec.right) {
    if (spec.through) merge.emplace(context.get(spec.through->table), *spec.through);
  }

  // The right row of a left row; noted where a merge led to it.
  Index find(std::size_t row, JoinMatches& matches) const {
    const auto key = left.key(row);
    if (!key) return Column::kNoRow;
    const Index direct = index.find(*key);
    if (direct != Column::kNoRow || !merge) return direct;
    const auto now = merge->find(*key);
    if (!now) return Column::kNoRow;
    const Index found = index.find(*now);
    if (found != Column::kNoRow) note_merge(*key, *now, matches);
    return found;
  }
};

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

std::string quoted_tables(const std::vector<JoinLevel>& levels) {
  std::vector<std::string> names;
  for (const JoinLevel& level : levels) names.push_back("'" + level.table.value + "'");
  return joined(names, ", ");
}

void report_unmatched(const Table& left, const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                      Unmatched unmatched, StepContext& context) {
  if (matches.unmatched.empty()) return;
  const KeyColumns keys(left, levels.front().left);
  std::vector<std::string> ids;
  for (const Index row : matches.unmatched) ids.push_back(row_label(left, row, keys.shown(row)));
  const std::string rows = counted(ids.size(), "row", "rows") + " of '" + context.table + "'";
  const std::string message =
      (ids.size() == 1 ? " matches" : " match") + std::string(" nothing in ") + quoted_tables(levels);
  if (unmatched == Unmatched::error)
    throw data_error(context.where, rows + message + ": " + joined(first_few(ids), ", "));
  const bool dropped = unmatched == Unmatched::drop;
  context.diagnostics.add(dropped ? finding("dropped-rows") : finding("unmatched-rows"),
                          rows + message + (dropped ? " and are left out" : ""), context.where, ids);
}

void report_unused(const JoinLevel& level, const std::vector<bool>& is_used, StepContext& context) {
  const Table& table = context.get(level.table);
  std::vector<std::string> ids;
  std::size_t count = 0;
  constexpr std::size_t kFew = 10;
  for (std::size_t row = 0; row < is_used.size(); ++row) {
    if (is_used[row]) continue;
    ++count;
    if (ids.size() < kFew) ids.push_back(row_label(table, row));
  }
  if (count == 0) return;
  context.diagnostics.add(finding("unused-rows"),
                          counted(count, "row", "rows") + " of '" + level.table.value + "' " +
                              (count == 1 ? "meets" : "meet") + " no row of '" + context.table + "'",
                          context.where, std::move(ids));
}

}  // namespace

Unmatched read_unmatched(Reader& in, Unmatched fallback) {
  const auto word = in.optional_text("unmatched");
  if (!word) return fallback;
  if (word->value == "report") return Unmatched::report;
  if (word->value == "drop") return Unmatched::drop;
  if (word->value == "error") return Unmatched::error;
  throw usage_error(word->where, "no way '" + word->value + "' to treat unmatched rows",
                    "expected one of: report, drop, error");
}

JoinMatches match_levels(const Table& left, const std::vector<JoinLevel>& levels, StepContext& context) {
  JoinMatches matches;
  matches.level.assign(left.row_count(), Column::kNoRow);
  matches.row.assign(left.row_count(), Column::kNoRow);
  std::vector<Lookup> lookups;
  lookups.reserve(levels.size());
  for (const JoinLevel& level : levels) {
    lookups.emplace_back(left, level, context);
    matches.is_used.emplace_back(context.get(level.table).row_count(), false);
  }
  std::unordered_set<std::string> repeated;
  for (std::size_t row = 0; row < left.row_count(); ++row) {
    for (std::size_t i = 0; i < lookups.size() && matches.row[row] == Column::kNoRow; ++i) {
      const Index found = lookups[i].find(row, matches);
      if (found == Column::kNoRow) continue;
      matches.level[row] = static_cast<Index>(i);
      matches.row[row] = found;
      matches.is_used[i][found] = true;
      if (lookups[i].index.is_repeated(found)) {
        std::string key = lookups[i].left.shown(row);
        if (repeated.insert(key).second) matches.repeated.push_back(std::move(key));
      }
    }
    if (matches.row[row] == Column::kNoRow) matches.unmatched.push_back(static_cast<Index>(row));
  }
  return matches;
}

void report_matches(const Table& left, const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                    Unmatched unmatched, StepContext& context) {
  report_unmatched(left, levels, matches, unmatched, context);
  if (!matches.repeated.empty())
    context.diagnostics.add(finding("duplicate-keys"),
                            counted(matches.repeated.size(), "key stands", "keys stand") +
                                " on several rows of " + quoted_tables(levels) + "; the first row is taken",
                            context.where, matches.repeated);
  report_merges(matches, "matched", context);
  for (const JoinLevel& level : levels) report_alike(left, level, matches.unmatched, context);
  for (std::size_t i = 0; i < levels.size(); ++i) report_unused(levels[i], matches.is_used[i], context);
}

}  // namespace cartouche::pipeline
