#include "groups.h"

#include <algorithm>
#include <numeric>

namespace cartouche::query {
namespace {

bool before(const Value& a, const Value& b) {
  const bool a_missing = std::holds_alternative<std::monostate>(a);
  const bool b_missing = std::holds_alternative<std::monostate>(b);
  if (a_missing || b_missing) return !a_missing && b_missing;
  return a < b;
}

}  // namespace

Groups::Groups(const Table& plan, const std::vector<std::string>& by) : joined_(by.size()) {
  for (const std::string& name : by) by_.push_back({name, plan.column(name).type(), {}, {}, {}, {}, -1});
}

template <class Map, class Key>
std::uint32_t Groups::Values::number(Map& map, const Key& key, const Column& column, std::size_t row) {
  const auto [entry, is_new] = map.try_emplace(key, static_cast<std::uint32_t>(all.size()));
  if (is_new) all.push_back(column.value(row));
  return entry->second;
}

std::uint32_t Groups::Values::number(const Column& column, std::size_t row) {
  if (!column.is_valid(row)) {
    if (missing < 0) {
      missing = static_cast<std::int64_t>(all.size());
      all.emplace_back();
    }
    return static_cast<std::uint32_t>(missing);
  }
  switch (type) {
    case Type::text:
      return number(texts, column.texts()[row], column, row);
    case Type::integer:
      return number(integers, column.integers()[row], column, row);
    case Type::boolean:
      return number(integers, std::int64_t{column.booleans()[row]}, column, row);
    case Type::real:
      break;
  }
  return number(reals, column.reals()[row], column, row);
}

std::vector<std::uint32_t> Groups::of(const Table& rows) {
  std::vector<std::uint32_t> group_of(rows.row_count(), 0);
  if (by_.empty()) return group_of;
  std::vector<const Column*> columns;
  for (const Values& values : by_) columns.push_back(&rows.column(values.name));
  std::vector<std::uint32_t> numbers(by_.size());
  for (std::size_t row = 0; row < group_of.size(); ++row) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < by_.size(); ++i) {
      numbers[i] = by_[i].number(*columns[i], row);
      const std::uint64_t key = std::uint64_t{group} << 32U | numbers[i];
      group = joined_[i].try_emplace(key, static_cast<std::uint32_t>(joined_[i].size())).first->second;
    }
    if (group == groups_.size()) groups_.push_back(numbers);
    group_of[row] = group;
  }
  return group_of;
}

std::vector<std::uint32_t> Groups::in_order() const {
  std::vector<std::uint32_t> order(size());
  std::iota(order.begin(), order.end(), 0U);
  if (by_.empty()) return order;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::size_t i = 0; i < by_.size(); ++i) {
      const Value& one = by_[i].all[groups_[a][i]];
      const Value& other = by_[i].all[groups_[b][i]];
      if (before(one, other)) return true;
      if (before(other, one)) return false;
    }
    return false;
  });
  return order;
}

std::vector<Column> Groups::keys(const std::vector<std::uint32_t>& groups) const {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < by_.size(); ++i) {
    Column column(by_[i].name, by_[i].type);
    for (const std::uint32_t group : groups) column.push_back(by_[i].all[groups_[group][i]]);
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace cartouche::query
