#include "duplicate_ids.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "columns.h"

namespace cartouche::pipeline {
namespace {

// The ids of several rows with their number, as text.
std::map<std::string, std::size_t> duplicates_of(const Table& table) {
  std::map<std::string, std::size_t> several;
  const Column* ids = table.id_column().empty() ? nullptr : table.find(table.id_column());
  if (ids == nullptr) return several;
  std::unordered_map<std::string, std::size_t> counts;
  counts.reserve(ids->size());
  for (std::size_t row = 0; row < ids->size(); ++row)
    if (std::string id = ids->text(row); !id.empty())
      if (const std::size_t count = ++counts[id]; count > 1) several[std::move(id)] = count;
  return several;
}

}  // namespace

void report_duplicate_ids(const Table& table, const Location& where, Diagnostics& diagnostics) {
  constexpr std::size_t kNamed = 100;
  const auto several = duplicates_of(table);
  if (several.empty()) return;
  std::vector<std::string> names;
  for (const auto& [id, count] : several)
    if (names.size() < kNamed) names.push_back(id + " (" + std::to_string(count) + " rows)");
  diagnostics.add(finding("duplicate-ids"),
                  counted(several.size(), "id", "ids") + " of '" + table.name() + "' (column '" +
                      table.id_column() + "') " + (several.size() == 1 ? "stands" : "stand") +
                      " on several rows: duplicate ids name no row",
                  where, std::move(names));
}

}  // namespace cartouche::pipeline
