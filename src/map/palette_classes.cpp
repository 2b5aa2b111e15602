#include "palette_classes.h"

#include <map>
#include <set>

#include "cartouche/geometry/adjacency.h"

namespace cartouche::map {
namespace {

// Groups numbered in order of their text, so that the colours do not depend on the order of rows.
std::map<std::string, Index> number_groups(const std::vector<std::string>& groups) {
  std::map<std::string, Index> numbers;
  for (const std::string& group : groups) numbers.emplace(group, 0);
  Index next = 0;
  for (auto& [text, number] : numbers) number = next++;
  return numbers;
}

std::vector<std::pair<Index, Index>> group_edges(const Table& table, const std::vector<Index>& group_of_row) {
  std::set<std::pair<Index, Index>> edges;
  if (table.geometry() && table.geometry()->shapes.kind() == GeometryKind::polygon)
    for (const auto& [a, b] : adjacency(table.geometry()->shapes)) {
      const auto [low, high] = std::minmax(group_of_row[a], group_of_row[b]);
      if (low != high) edges.emplace(low, high);
    }
  return {edges.begin(), edges.end()};
}

}  // namespace

std::vector<std::uint32_t> color_rows(const Table& table, const std::vector<std::string>& groups,
                                      std::size_t colors) {
  const std::map<std::string, Index> numbers = number_groups(groups);
  std::vector<Index> group_of_row;
  group_of_row.reserve(groups.size());
  for (const std::string& group : groups) group_of_row.push_back(numbers.at(group));
  const std::vector<int> color_of_group =
      greedy_coloring(numbers.size(), group_edges(table, group_of_row), colors);
  std::vector<std::uint32_t> result;
  result.reserve(groups.size());
  for (const Index group : group_of_row) result.push_back(static_cast<std::uint32_t>(color_of_group[group]));
  return result;
}

}  // namespace cartouche::map
