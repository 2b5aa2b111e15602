#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "operators.h"
#include "program.h"

namespace cartouche::expression {
namespace {

// Operators work on a few thousand rows at a time: long enough for tight loops, short enough for the
// intermediate values to stay in the processor's cache and for memory not to grow with the table.
constexpr std::size_t kBatchRows = 2048;

// Membership in a list of constants.
template <typename T>
class ValueSet {
 public:
  ValueSet(std::vector<T> values) : values_(std::move(values)) { std::sort(values_.begin(), values_.end()); }
  bool contains(const T& value) const {
    constexpr std::size_t kScanned = 8;
    if (values_.size() <= kScanned) return std::find(values_.begin(), values_.end(), value) != values_.end();
    return std::binary_search(values_.begin(), values_.end(), value);
  }

 private:
  std::vector<T> values_;
};
using AnySet = std::variant<ValueSet<Text>, ValueSet<Integer>, ValueSet<Real>, ValueSet<Boolean>>;

class Evaluator {
 public:
  /// At most `rows` rows are asked for at a time.
  Evaluator(const Program& program, const Table* table, std::size_t rows, const Parameters& parameters)
      : program_(program),
        parameters_(parameters),
        capacity_(std::min(rows, kBatchRows)),
        table_(table),
        columns_(program.nodes.size()),
        spatial_(program.nodes.size()),
        constants_(program.nodes.size()),
        sets_(program.nodes.size()) {
    for (std::size_t i = 0; i < program.nodes.size(); ++i)
      if (program.nodes[i].op == Op::column) columns_[i] = bind(program.nodes[i], table);
  }

  std::size_t capacity() const { return capacity_; }

  /// Valid until the next call.
  Vector rows(std::size_t begin, std::size_t count) {
    texts_.reset();
    begin_ = begin;
    batch_ = {count, &texts_};
    return value_of(static_cast<int>(program_.nodes.size()) - 1);
  }

 private:
  const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }

  Error error(const Node& node, const std::string& message) const {
    return program_.source.error(node.range, message);
  }

  const Column* bind(const Node& node, const Table* table) const {
    const Column* column = table ? table->find(node.name) : nullptr;
    if (!column) throw error(node, "no column '" + node.name + "'");
    if (column->type() != node.type)
      throw error(node, "the column '" + node.name + "' is " + type_name(column->type()) + " and not " +
                            type_name(node.type) + " as before");
    return column;
  }

  Vector value_of(int index) {
    if (!node(index).is_constant) return compute(index);
    std::optional<Vector>& constant = constants_[static_cast<std::size_t>(index)];
    if (!constant) {
      const Batch batch = std::exchange(batch_, {capacity_, &constant_texts_});
      constant = compute(index);
      batch_ = batch;
    }
    return constant->borrowed();
  }

  Vector compute(int index) {
    const Node& now = node(index);
    switch (now.op) {
      case Op::constant:
        return filled(now, now.value);
      case Op::column:
        return column(now, *columns_[static_cast<std::size_t>(index)], begin_);
      case Op::spatial:
        return spatial(index);
      case Op::parameter:
        return parameter(now);
      case Op::in_list:
        return in_list(index);
      case Op::choice:
        return choice(now);
      default:
        break;
    }
    std::vector<Vector> arguments;
    arguments.reserve(now.children.size());
    for (const int child : now.children) arguments.push_back(value_of(child));
    return apply(now, arguments);
  }

  Vector apply(const Node& now, std::span<Vector> args) {
    bool overflow = false;
    Vector result = apply(now, args, overflow);
    if (overflow)
      throw Error(ExitCode::data, program_.source.at(now.range.begin),
                  "a result of «" + program_.source.text + "» does not fit into 64 bits",
                  "compute with reals, as in 1.0 * x");
    return result;
  }

  Vector apply(const Node& now, std::span<Vector> args, bool& overflow) const {
    switch (now.op) {
      case Op::to_real:
        return map<Real, Integer>(batch_, args, [](Integer a) { return static_cast<Real>(a); });
      case Op::negate:
        return negate(batch_, args, overflow);
      case Op::logic_not:
        return logic_not(batch_, args);
      case Op::logic_and:
        return logic_and(batch_, args[0], args[1]);
      case Op::logic_or:
        return logic_or(batch_, args[0], args[1]);
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide:
      case Op::modulo:
        return arithmetic(now.op, batch_, args, overflow);
      case Op::concat:
        return concat(batch_, args);
      case Op::like:
        return map<Boolean, Text, Text>(batch_, args, [](Text a, Text pattern) { return like(a, pattern); });
      case Op::is_null:
        return is_null(batch_, args[0]);
      case Op::call:
        return now.function->evaluate(batch_, args);
      default:
        return compare(now.op, batch_, args);
    }
  }

  // The same value in every row.
  Vector filled(const Node& now, const Value& value) const {
    return with_type(now.type, [&](auto zero) {
      using T = decltype(zero);
      const std::optional<T> constant = constant_as<T>(now, value);
      Vector result{Buffer<T>(batch_.size, constant.value_or(T())), {}};
      if (!constant) result.valid = Buffer<Boolean>(batch_.size, 0);
      return result;
    });
  }

  template <typename T>
  std::optional<T> constant_as(const Node& now, const Value& value) const {
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    const auto* real = std::get_if<double>(&value);
    if (real && std::isnan(*real)) return std::nullopt;
    if constexpr (std::is_same_v<T, Text>) {
      if (const auto* text = std::get_if<std::string>(&value)) return Text(*text);
    } else if constexpr (std::is_same_v<T, Boolean>) {
      if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? Boolean{1} : Boolean{0};
    } else {
      if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<T>(*integer);
      if constexpr (std::is_same_v<T, Real>)
        if (real) return *real;
    }
    throw error(now, "the parameter '" + now.name + "' is not " + type_name(now.type) + " as before");
  }

  Vector parameter(const Node& now) const {
    const auto found = parameters_.find(now.name);
    if (found == parameters_.end()) throw error(now, "the parameter '" + now.name + "' has no value");
    return filled(now, found->second);
  }

  Vector column(const Node& now, const Column& column, std::size_t begin) const {
    Vector result;
    switch (now.type) {
      case Type::text: {
        result = Vector::of_size<Text>(batch_.size);
        const std::string* from = column.texts().data() + begin;
        Text* to = result.writable<Text>();
        for (std::size_t i = 0; i < batch_.size; ++i) to[i] = from[i];
        break;
      }
      case Type::integer:
        result.values = Buffer<Integer>::borrowed(column.integers().data() + begin);
        break;
      case Type::real:
        result.values = Buffer<Real>::borrowed(column.reals().data() + begin);
        break;
      case Type::boolean:
        result.values = Buffer<Boolean>::borrowed(column.booleans().data() + begin);
        break;
    }
    if (!column.validity().empty())
      result.valid = Buffer<Boolean>::borrowed(column.validity().data() + begin);
    return result;
  }

  // Asked for all rows at once, or where one row is wanted for that one.
  Vector spatial(int index) {
    const Node& now = node(index);
    std::optional<Column>& known = spatial_[static_cast<std::size_t>(index)];
    const bool one_row = capacity_ == 1;
    if (!known || one_row) {
      if (!table_ || !table_->geometry() || !parameters_.places)
        throw error(now, "the rows have no geometry, or no tables are in reach, as before");
      double metres = std::numeric_limits<double>::infinity();
      if (!now.children.empty()) metres = limit(now);
      const GeometryColumn& rows = *table_->geometry();
      const std::vector<GeometryArray::Index> one{static_cast<GeometryArray::Index>(begin_)};
      known = evaluate_spatial(*now.spatial, metres,
                               one_row ? GeometryColumn{rows.shapes.take(one), rows.crs} : rows,
                               *parameters_.places);
    }
    return column(now, *known, one_row ? 0 : begin_);
  }

  double limit(const Node& now) {
    const Vector metres = value_of(now.children.front());
    const double value = metres.data<Real>()[0];
    if (!metres.is_valid(0) || !(value >= 0))
      throw Error(ExitCode::data, program_.source.at(now.range.begin),
                  "a distance in «" + program_.source.text + "» is no number of metres, 0 or more");
    return value;
  }

  Vector in_list(int index) {
    const Node& now = node(index);
    const std::span<const int> items = std::span(now.children).subspan(1);
    Vector pair[2];
    pair[0] = value_of(now.children[0]);
    const bool constant =
        std::all_of(items.begin(), items.end(), [this](int item) { return node(item).is_constant; });
    if (constant) return in_set(index, items, pair[0]);
    Vector found;
    for (std::size_t k = 0; k < items.size(); ++k) {
      pair[1] = value_of(items[k]);
      Vector same = compare(Op::equal, batch_, pair);
      found = k == 0 ? std::move(same) : logic_or(batch_, found, same);
    }
    return found;
  }

  Vector in_set(int index, std::span<const int> items, const Vector& tested) {
    return with_type(tested.type(), [&](auto zero) {
      using T = decltype(zero);
      std::optional<AnySet>& set = sets_[static_cast<std::size_t>(index)];
      if (!set) set = AnySet(std::in_place_type<ValueSet<T>>, constants<T>(items));
      const ValueSet<T>& values = std::get<ValueSet<T>>(*set);
      return map<Boolean, T>(batch_, std::span(&tested, 1),
                             [&](const T& value) { return values.contains(value); });
    });
  }

  // A missing parameter in the list is never equal: it is left out.
  template <typename T>
  std::vector<T> constants(std::span<const int> items) {
    std::vector<T> values;
    for (const int item : items) {
      const Vector constant = value_of(item);
      if (capacity_ > 0 && constant.is_valid(0)) values.push_back(constant.data<T>()[0]);
    }
    return values;
  }

  // From the last branch to the first: each overwrites where its condition is true.
  Vector choice(const Node& now) {
    Vector result = value_of(now.children.back());
    for (std::size_t k = now.children.size() - 1; k >= 2; k -= 2) {
      const Vector condition = value_of(now.children[k - 2]);
      const Vector value = value_of(now.children[k - 1]);
      result = choose_between(batch_, condition, value, result);
    }
    return result;
  }

  const Program& program_;
  const Parameters& parameters_;
  std::size_t capacity_;
  std::size_t begin_ = 0;
  Batch batch_;
  Arena texts_;
  Arena constant_texts_;
  const Table* table_;
  std::vector<const Column*> columns_;
  std::vector<std::optional<Column>> spatial_;
  std::vector<std::optional<Vector>> constants_;
  std::vector<std::optional<AnySet>> sets_;
};

// Calls use(begin, count, vector) for batch after batch.
template <typename Use>
void for_each_batch(const Program& program, const Table& table, const Parameters& parameters, Use use) {
  Evaluator evaluator(program, &table, table.row_count(), parameters);
  for (std::size_t begin = 0; begin < table.row_count();) {
    const std::size_t count = std::min(evaluator.capacity(), table.row_count() - begin);
    use(begin, count, evaluator.rows(begin, count));
    begin += count;
  }
}

template <typename T>
Column evaluate_as(const Program& program, const Table& table, const Parameters& parameters) {
  using Values = std::conditional_t<std::is_same_v<T, Text>, Column::Texts, std::vector<T>>;
  Values values;
  values.reserve(table.row_count());
  Column::Validity valid;
  for_each_batch(program, table, parameters, [&](std::size_t begin, std::size_t count, const Vector& batch) {
    const T* from = batch.data<T>();
    if (!batch.valid.empty()) {
      valid.resize(begin, 1);
      valid.insert(valid.end(), batch.valid.data(), batch.valid.data() + count);
    } else if (!valid.empty()) {
      valid.resize(begin + count, 1);
    }
    values.insert(values.end(), from, from + count);
  });
  return Column(program.source.text, std::move(values), std::move(valid));
}

}  // namespace

Column evaluate(const Program& program, const Table& table, const Parameters& parameters) {
  return with_type(program.type(),
                   [&](auto zero) { return evaluate_as<decltype(zero)>(program, table, parameters); });
}

std::vector<GeometryArray::Index> select(const Program& program, const Table& table,
                                         const Parameters& parameters) {
  if (program.type() != Type::boolean)
    throw program.source.error({0, program.source.text.size()}, "a condition is expected but this is " +
                                                                    std::string(type_name(program.type())));
  std::vector<GeometryArray::Index> rows;
  for_each_batch(program, table, parameters, [&](std::size_t begin, std::size_t count, const Vector& batch) {
    const Boolean* chosen = batch.data<Boolean>();
    GeometryArray::Index found[kBatchRows];  // written without a branch, kept as far as rows were chosen
    std::size_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
      found[number] = static_cast<GeometryArray::Index>(begin + i);
      number += chosen[i] && batch.is_valid(i) ? 1 : 0;
    }
    rows.insert(rows.end(), found, found + number);
  });
  return rows;
}

Value evaluate_row(const Program& program, const Table* table, std::size_t row,
                   const Parameters& parameters) {
  Evaluator evaluator(program, table, 1, parameters);
  const Vector result = evaluator.rows(row, 1);
  if (!result.is_valid(0)) return {};
  return with_type(result.type(), [&](auto zero) {
    using T = decltype(zero);
    const T value = result.data<T>()[0];
    if constexpr (std::is_same_v<T, Text>) {
      return Value(std::string(value));
    } else if constexpr (std::is_same_v<T, Boolean>) {
      return Value(value != 0);
    } else {
      return Value(value);
    }
  });
}

}  // namespace cartouche::expression
