#pragma once
// A batch of values: what the operators of an expression take and give. Loops run over plain arrays; missing
// values are told by a second array, and hold any value of the type in the first.

#include <cmath>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::expression {

/// Keeps the texts that functions make until the batch is done.
class Arena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* place = allocate(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }
  /// Room for `size` > 0 bytes.
  char* allocate(std::size_t size) {
    while (block_ < blocks_.size() && blocks_[block_].size() - used_ < size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) blocks_.emplace_back(std::max(size, kBlock));
    char* place = blocks_[block_].data() + used_;
    used_ += size;
    return place;
  }
  /// Forgets all texts; keeps the room.
  void reset() { block_ = used_ = 0; }

 private:
  static constexpr std::size_t kBlock = 1 << 14;
  std::vector<std::vector<char>> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

/// An array that is owned, or borrowed from a column or a constant.
template <typename T>
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : own_(size), data_(own_.data()) {}
  Buffer(std::size_t size, T value) : own_(size, value), data_(own_.data()) {}
  static Buffer borrowed(const T* data) {
    Buffer buffer;
    buffer.data_ = data;
    return buffer;
  }
  Buffer(Buffer&&) noexcept = default;
  Buffer& operator=(Buffer&&) noexcept = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() = default;

  const T* data() const { return data_; }
  /// Only of an owned buffer.
  T* writable() { return own_.data(); }
  bool empty() const { return data_ == nullptr; }

 private:
  std::vector<T> own_;
  const T* data_ = nullptr;
};

using Text = std::string_view;
using Integer = std::int64_t;
using Real = double;
using Boolean = std::uint8_t;

/// The order of the variant is that of Type.
struct Vector {
  std::variant<Buffer<Text>, Buffer<Integer>, Buffer<Real>, Buffer<Boolean>> values;
  Buffer<Boolean> valid;  ///< empty: all present

  Type type() const { return static_cast<Type>(values.index()); }
  template <typename T>
  const T* data() const {
    return std::get<Buffer<T>>(values).data();
  }
  template <typename T>
  T* writable() {
    return std::get<Buffer<T>>(values).writable();
  }
  bool is_valid(std::size_t i) const { return valid.empty() || valid.data()[i] != 0; }

  template <typename T>
  static Vector of_size(std::size_t size) {
    return {Buffer<T>(size), {}};
  }
  /// The same values, owned by somebody who lives longer.
  Vector borrowed() const {
    Vector view;
    std::visit(
        [&view](const auto& buffer) {
          view.values = std::decay_t<decltype(buffer)>::borrowed(buffer.data());
        },
        values);
    view.valid = Buffer<Boolean>::borrowed(valid.data());
    return view;
  }
};
static_assert(static_cast<int>(Type::text) == 0 && static_cast<int>(Type::integer) == 1 &&
              static_cast<int>(Type::real) == 2 && static_cast<int>(Type::boolean) == 3);

/// What an operator knows of the batch it works on.
struct Batch {
  std::size_t size = 0;
  Arena* arena = nullptr;
};

/// Present where all of them are; empty where all always are.
inline Buffer<Boolean> all_valid(const Batch& batch, std::span<const Vector> vectors) {
  Buffer<Boolean> valid;
  for (const Vector& vector : vectors) {
    if (vector.valid.empty()) continue;
    if (valid.empty()) valid = Buffer<Boolean>(batch.size, 1);
    const Boolean* from = vector.valid.data();
    Boolean* to = valid.writable();
    for (std::size_t i = 0; i < batch.size; ++i) to[i] &= from[i];
  }
  return valid;
}

/// A NaN is a missing value.
inline void mark_nan(const Batch& batch, Vector& reals) {
  const Real* values = reals.data<Real>();
  bool any = false;
  for (std::size_t i = 0; i < batch.size; ++i) any |= std::isnan(values[i]);
  if (!any) return;
  if (reals.valid.empty()) reals.valid = Buffer<Boolean>(batch.size, 1);
  Boolean* valid = reals.valid.writable();
  for (std::size_t i = 0; i < batch.size; ++i) valid[i] &= std::isnan(values[i]) ? 0 : 1;
}

/// f over one, two or three arrays; missing where an argument is.
template <typename Out, typename A, typename F>
Vector map(const Batch& batch, std::span<const Vector> args, F f) {
  Vector result{Buffer<Out>(batch.size), all_valid(batch, args.first(1))};
  const A* a = args[0].data<A>();
  Out* out = result.writable<Out>();
  for (std::size_t i = 0; i < batch.size; ++i) out[i] = f(a[i]);
  return result;
}
template <typename Out, typename A, typename B, typename F>
Vector map(const Batch& batch, std::span<const Vector> args, F f) {
  Vector result{Buffer<Out>(batch.size), all_valid(batch, args.first(2))};
  const A* a = args[0].data<A>();
  const B* b = args[1].data<B>();
  Out* out = result.writable<Out>();
  for (std::size_t i = 0; i < batch.size; ++i) out[i] = f(a[i], b[i]);
  return result;
}
template <typename Out, typename A, typename B, typename C, typename F>
Vector map(const Batch& batch, std::span<const Vector> args, F f) {
  Vector result{Buffer<Out>(batch.size), all_valid(batch, args.first(3))};
  const A* a = args[0].data<A>();
  const B* b = args[1].data<B>();
  const C* c = args[2].data<C>();
  Out* out = result.writable<Out>();
  for (std::size_t i = 0; i < batch.size; ++i) out[i] = f(a[i], b[i], c[i]);
  return result;
}

/// A function of the value's C++ type: with_type(type, [](auto zero) { using T = decltype(zero); … }).
template <typename F>
auto with_type(Type type, F f) {
  switch (type) {
    case Type::text:
      return f(Text());
    case Type::integer:
      return f(Integer());
    case Type::real:
      return f(Real());
    case Type::boolean:
      break;
  }
  return f(Boolean());
}

}  // namespace cartouche::expression
