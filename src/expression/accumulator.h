#pragma once
// What an aggregate of many groups adds up to, row by row: the same whatever batches the rows come in.

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "aggregate.h"

namespace cartouche::expression {

class Accumulator {
 public:
  /// `type` is that of the argument.
  Accumulator(Aggregate::Kind kind, Type type) : kind_(kind), type_(type) {}

  /// Adds the named rows, whose values are all there; `values` is null where the rows themselves are counted.
  /// Row i belongs to group_of[i], or all rows to group 0 where group_of is null; `groups` is their number so
  /// far.
  void add(const Column* values, std::span<const GeometryArray::Index> rows, const std::uint32_t* group_of,
           std::size_t groups);
  /// Of a group that may have had no row.
  Value value(std::size_t group) const;
  /// A sum of whole numbers did not fit into 64 bits.
  bool overflowed() const { return overflowed_; }

 private:
  // Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974.
  struct Sum {
    double sum = 0, lost = 0;
    void add(double value);
    double value() const;
  };

  void grow(std::size_t groups);
  void add_sum(const Column& values, GeometryArray::Index row, std::size_t group);
  void add_distinct(const Column& values, GeometryArray::Index row, std::size_t group);
  void add_extreme(const Column& values, GeometryArray::Index row, std::size_t group);

  Aggregate::Kind kind_;
  Type type_;
  bool overflowed_ = false;
  std::vector<std::int64_t> counts_;
  std::vector<std::int64_t> totals_;  // of whole numbers
  std::vector<Sum> sums_;
  std::vector<Value> extremes_;
  std::vector<std::vector<double>> lists_;  // for medians
  // Only their sizes are used: the order of a hash table is nobody's concern.
  std::vector<std::unordered_set<std::string>> texts_;
  std::vector<std::unordered_set<std::int64_t>> integers_;
  std::vector<std::unordered_set<double>> reals_;
};

}  // namespace cartouche::expression
