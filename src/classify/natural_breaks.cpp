#include "natural_breaks.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace cartouche::classify_internal {

namespace {

/// Sums over values 0 … i - 1, from which the cost of any run follows in constant time. Values are shifted by
/// the median, since sums of squares of large numbers would cancel.
class Cost {
 public:
  explicit Cost(std::span<const Counted> values)
      : count_(values.size() + 1), sum_(values.size() + 1), squares_(values.size() + 1) {
    const double shift = values[values.size() / 2].value;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double v = values[i].value - shift;
      count_[i + 1] = count_[i] + values[i].count;
      sum_[i + 1] = sum_[i] + values[i].count * v;
      squares_[i + 1] = squares_[i] + values[i].count * v * v;
    }
  }

  /// Sum of squared distances of values begin … end - 1 to their mean.
  double operator()(std::size_t begin, std::size_t end) const {
    const double sum = sum_[end] - sum_[begin];
    const double count = count_[end] - count_[begin];
    return std::max(0.0, squares_[end] - squares_[begin] - sum * sum / count);
  }

 private:
  std::vector<double> count_, sum_, squares_;
};

/// One more class: best[end] over the first `end` values from the row of one class fewer.
class NextRow {
 public:
  NextRow(const Cost& cost, const std::vector<double>& before, std::size_t class_index)
      : best(before.size(), std::numeric_limits<double>::infinity()),
        split(before.size(), 0),
        cost_(cost),
        before_(before) {
    // Every class holds a value, so the last of class_index + 1 begins at class_index or later.
    fill(class_index + 1, before.size() - 1, class_index, before.size() - 2);
  }

  std::vector<double> best;
  std::vector<std::size_t> split;  ///< where the last class begins

 private:
  void fill(std::size_t first_end, std::size_t last_end, std::size_t lowest, std::size_t highest) {
    if (first_end > last_end) return;
    const std::size_t end = first_end + (last_end - first_end) / 2;
    for (std::size_t begin = lowest; begin <= std::min(highest, end - 1); ++begin) {
      const double total = before_[begin] + cost_(begin, end);
      if (total < best[end]) {
        best[end] = total;
        split[end] = begin;
      }
    }
    fill(first_end, end - 1, lowest, split[end]);
    fill(end + 1, last_end, split[end], highest);
  }

  const Cost& cost_;
  const std::vector<double>& before_;
};

}  // namespace

std::vector<double> natural_breaks(std::span<const Counted> values, int classes) {
  const std::size_t rows = std::min(static_cast<std::size_t>(classes), values.size());
  const Cost cost(values);
  std::vector<double> best(values.size() + 1, 0);
  for (std::size_t end = 1; end < best.size(); ++end) best[end] = cost(0, end);
  std::vector<std::vector<std::size_t>> splits(1);
  for (std::size_t row = 1; row < rows; ++row) {
    NextRow next(cost, best, row);
    best = std::move(next.best);
    splits.push_back(std::move(next.split));
  }
  std::vector<double> highest(rows);
  std::size_t end = values.size();
  for (std::size_t row = rows; row-- > 0;) {
    highest[row] = values[end - 1].value;
    if (row > 0) end = splits[row][end];
  }
  return highest;
}

}  // namespace cartouche::classify_internal
