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

std::vector<Neighbours> group_edges(const std::vector<Neighbours>& neighbours,
                                    const std::vector<Index>& group_of_row) {
  std::set<Neighbours> edges;
  for (const auto& [a, b] : neighbours) {
    const auto [low, high] = std::minmax(group_of_row[a], group_of_row[b]);
    if (low != high) edges.emplace(low, high);
  }
  return {edges.begin(), edges.end()};
}

}  // namespace

std::vector<std::uint32_t> color_rows(const std::vector<Neighbours>& neighbours,
                                      const std::vector<std::string>& groups, std::size_t colors) {
  const std::map<std::string, Index> numbers = number_groups(groups);
  std::vector<Index> group_of_row;
  group_of_row.reserve(groups.size());
  for (const std::string& group : groups) group_of_row.push_back(numbers.at(group));
  const std::vector<int> color_of_group =
      greedy_coloring(numbers.size(), group_edges(neighbours, group_of_row), static_cast<int>(colors));
  std::vector<std::uint32_t> result;
  result.reserve(groups.size());
  for (const Index group : group_of_row) result.push_back(static_cast<std::uint32_t>(color_of_group[group]));
  return result;
}

}  // namespace cartouche::map
