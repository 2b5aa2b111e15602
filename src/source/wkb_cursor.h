#pragma once
// Walks the bytes of a WKB geometry in either byte order.

#include <bit>
#include <cmath>
#include <cstring>

#include "wkb.h"

namespace cartouche::source_internal {

/// ISO codes of the linear types; what is above collection, curves and surfaces, is left to OGR.
enum WkbType : std::uint32_t {
  kWkbPoint = 1,
  kWkbLine = 2,
  kWkbPolygon = 3,
  kWkbMultiPoint = 4,
  kWkbMultiLine = 5,
  kWkbMultiPolygon = 6,
  kWkbCollection = 7,
  kWkbHighest = 17,
};

/// Every read past the end gives zeros and sets failed().
class WkbCursor {
 public:
  explicit WkbCursor(Bytes bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }
  std::size_t dimensions() const { return dimensions_; }

  /// Byte order, type and, in EWKB, the SRID of the geometry at hand.
  std::uint32_t header() {
    const unsigned char order = byte();
    if (order > 1) failed_ = true;
    swap_ = (order == 1) != (std::endian::native == std::endian::little);
    const std::uint32_t code = count();
    constexpr std::uint32_t kZ = 0x80000000U, kM = 0x40000000U, kSrid = 0x20000000U;
    if ((code & kSrid) != 0) count();
    const std::uint32_t iso = (code & 0x0FFFFFFFU) / 1000;
    const bool z = (code & kZ) != 0 || iso == 1 || iso == 3;
    const bool m = (code & kM) != 0 || iso == 2 || iso == 3;
    dimensions_ = 2U + (z ? 1U : 0U) + (m ? 1U : 0U);
    const std::uint32_t type = (code & 0x0FFFFFFFU) % 1000;
    if (type == 0 || type > kWkbHighest || iso > 3) failed_ = true;
    return type;
  }

  std::uint32_t count() {
    std::uint32_t value = 0;
    if (!take(&value, sizeof value)) return 0;
    return swap_ ? __builtin_bswap32(value) : value;
  }

  /// `n` points into `run`; false where one is not finite.
  bool points(std::size_t n, std::vector<Point>& run) {
    run.resize(n);
    bool finite = true;
    if (dimensions_ == 2 && !swap_) {
      static_assert(sizeof(Point) == 2 * sizeof(double));
      take(run.data(), n * sizeof(Point));
      for (const Point& p : run) finite = finite && std::isfinite(p.x) && std::isfinite(p.y);
      return finite;
    }
    for (Point& p : run) {
      p.x = coordinate();
      p.y = coordinate();
      skip((dimensions_ - 2) * sizeof(double));
      finite = finite && std::isfinite(p.x) && std::isfinite(p.y);
    }
    return finite;
  }

  void skip_points(std::uint64_t n) { skip(n * dimensions_ * sizeof(double)); }

 private:
  void skip(std::uint64_t size) {
    if (size > bytes_.size()) {
      failed_ = true;
      bytes_ = {};
    } else {
      bytes_ = bytes_.subspan(size);
    }
  }
  bool take(void* out, std::size_t size) {
    if (size > bytes_.size()) {
      failed_ = true;
      bytes_ = {};
      return false;
    }
    if (size > 0) std::memcpy(out, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
    return true;
  }
  unsigned char byte() {
    unsigned char value = 0;
    take(&value, 1);
    return value;
  }
  double coordinate() {
    std::uint64_t bits = 0;
    if (!take(&bits, sizeof bits)) return 0;
    return std::bit_cast<double>(swap_ ? __builtin_bswap64(bits) : bits);
  }

  Bytes bytes_;
  bool swap_ = false;
  bool failed_ = false;
  std::size_t dimensions_ = 2;
};

}  // namespace cartouche::source_internal
