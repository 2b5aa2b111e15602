#pragma once
// Groups of rows by the values of some columns, numbered as they come.

#include <string>
#include <unordered_map>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::query {

class Groups {
 public:
  /// `plan` has the columns; without any, all rows are one group.
  Groups(const Table& plan, const std::vector<std::string>& by);

  /// The group of each row.
  std::vector<std::uint32_t> of(const Table& rows);
  std::size_t size() const { return by_.empty() ? 1 : groups_.size(); }
  /// The groups ascending by their values: numbers or code points, missing ones last.
  std::vector<std::uint32_t> in_order() const;
  /// The columns of the values of these groups.
  std::vector<Column> keys(const std::vector<std::uint32_t>& groups) const;

 private:
  // The different values of one column, numbered as they come.
  struct Values {
    std::string name;
    Type type;
    std::unordered_map<std::string, std::uint32_t> texts;
    std::unordered_map<std::int64_t, std::uint32_t> integers;
    std::unordered_map<double, std::uint32_t> reals;
    std::vector<Value> all;
    std::int64_t missing = -1;

    std::uint32_t number(const Column& column, std::size_t row);
    template <class Map, class Key>
    std::uint32_t number(Map& map, const Key& key, const Column& column, std::size_t row);
  };

  std::vector<Values> by_;
  // Each column's number joined to the group of those before it.
  std::vector<std::unordered_map<std::uint64_t, std::uint32_t>> joined_;
  std::vector<std::vector<std::uint32_t>> groups_;  // a number a column
};

}  // namespace cartouche::query
