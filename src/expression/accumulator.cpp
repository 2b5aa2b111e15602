#include "accumulator.h"

#include <algorithm>
#include <cmath>

namespace cartouche::expression {
namespace {

using Kind = Aggregate::Kind;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

template <typename T>
void keep_extreme(Value& best, const T& value, bool greatest) {
  const T* known = std::get_if<T>(&best);
  if (known == nullptr || (greatest ? *known < value : value < *known)) best = value;
}

}  // namespace

void Accumulator::Sum::add(double value) {
  const double next = sum + value;
  lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
  sum = next;
}

double Accumulator::Sum::value() const {
  return std::isfinite(sum) ? sum + lost : sum;
}

void Accumulator::grow(std::size_t groups) {
  if (groups <= counts_.size()) return;
  counts_.resize(groups);
  switch (kind_) {
    case Kind::count:
      break;
    case Kind::count_distinct:
      if (type_ == Type::text)
        texts_.resize(groups);
      else if (type_ == Type::real)
        reals_.resize(groups);
      else
        integers_.resize(groups);
      break;
    case Kind::sum:
    case Kind::mean:
    case Kind::share:
      totals_.resize(groups);
      sums_.resize(groups);
      break;
    case Kind::min:
    case Kind::max:
      extremes_.resize(groups);
      break;
    case Kind::median:
      lists_.resize(groups);
      break;
  }
}

void Accumulator::add(const Column* values, std::span<const GeometryArray::Index> rows,
                      const std::uint32_t* group_of, std::size_t groups) {
  grow(groups);
  for (const auto row : rows) {
    const std::size_t group = group_of == nullptr ? 0 : group_of[row];
    ++counts_[group];
    switch (kind_) {
      case Kind::count:
        break;
      case Kind::count_distinct:
        add_distinct(*values, row, group);
        break;
      case Kind::sum:
        add_sum(*values, row, group);
        break;
      case Kind::mean:
      case Kind::share:
        sums_[group].add(values->number(row));
        break;
      case Kind::min:
      case Kind::max:
        add_extreme(*values, row, group);
        break;
      case Kind::median:
        lists_[group].push_back(values->number(row));
        break;
    }
  }
}

void Accumulator::add_sum(const Column& values, GeometryArray::Index row, std::size_t group) {
  if (type_ == Type::real) return sums_[group].add(values.reals()[row]);
  const std::int64_t value = type_ == Type::integer ? values.integers()[row] : values.booleans()[row];
  overflowed_ |= __builtin_add_overflow(totals_[group], value, &totals_[group]);
}

void Accumulator::add_distinct(const Column& values, GeometryArray::Index row, std::size_t group) {
  switch (type_) {
    case Type::text:
      texts_[group].insert(values.texts()[row]);
      break;
    case Type::real:
      reals_[group].insert(values.reals()[row]);
      break;
    case Type::integer:
      integers_[group].insert(values.integers()[row]);
      break;
    case Type::boolean:
      integers_[group].insert(values.booleans()[row]);
      break;
  }
}

void Accumulator::add_extreme(const Column& values, GeometryArray::Index row, std::size_t group) {
  const bool greatest = kind_ == Kind::max;
  if (type_ == Type::text)
    keep_extreme(extremes_[group], values.texts()[row], greatest);
  else if (type_ == Type::integer)
    keep_extreme(extremes_[group], values.integers()[row], greatest);
  else
    keep_extreme(extremes_[group], values.reals()[row], greatest);
}

Value Accumulator::value(std::size_t group) const {
  const bool known = group < counts_.size();
  const std::int64_t count = known ? counts_[group] : 0;
  switch (kind_) {
    case Kind::count:
      return count;
    case Kind::count_distinct: {
      if (!known) return std::int64_t{0};
      const std::size_t size = type_ == Type::text   ? texts_[group].size()
                               : type_ == Type::real ? reals_[group].size()
                                                     : integers_[group].size();
      return static_cast<std::int64_t>(size);
    }
    case Kind::sum:
      if (type_ == Type::real) return known ? sums_[group].value() : 0.0;
      return known ? totals_[group] : 0;
    default:
      break;
  }
  if (count == 0) return {};
  if (kind_ == Kind::median) return median(lists_[group]);
  if (kind_ == Kind::min || kind_ == Kind::max) return extremes_[group];
  return sums_[group].value() / static_cast<double>(count);  // mean, and share: the mean of 0 and 1
}

}  // namespace cartouche::expression
