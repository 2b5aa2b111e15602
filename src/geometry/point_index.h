#pragma once
// Numbers for points with equal coordinates, by open addressing. Private to this module.

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// Gives every distinct point the number of its first appearance: 0, 1, 2, …  Numbers depend on the order of
/// insertion only, never on the hash.
class PointIndex {
 public:
  /// Empties the index and makes room for `count` points.
  void reset(std::size_t count) {
    const std::size_t slots = std::bit_ceil(std::max<std::size_t>(count * 2, 16));
    slots_.assign(slots, kFree);
    mask_ = slots - 1;
    points_.clear();
    points_.reserve(count);
  }

  std::uint32_t number(Point p) {
    const Point key{p.x + 0.0, p.y + 0.0};  // −0 and +0 are one place
    for (std::size_t slot = hash(key) & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot] == kFree) {
        slots_[slot] = static_cast<std::uint32_t>(points_.size());
        points_.push_back(key);
        return slots_[slot];
      }
      if (points_[slots_[slot]] == key) return slots_[slot];
    }
  }

  /// The point of each number.
  std::span<const Point> points() const { return points_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  static std::size_t hash(Point p) {
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15U;
    h = (h ^ (h >> 32)) + std::bit_cast<std::uint64_t>(p.y);
    h *= 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(h ^ (h >> 32));
  }

  std::vector<std::uint32_t> slots_;
  std::size_t mask_ = 0;
  std::vector<Point> points_;
};

}  // namespace cartouche
