#pragma once
// JSON whose integers are beyond 64 bits, which GDAL clamps: in memory, with these integers as texts.

#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"

namespace cartouche::source_internal {

/// Whether a file of JSON has numbers of so many digits that they may not fit 64 bits. (GDAL warns that it
/// clamped integers once in a process only.)
bool may_hold_big_integers(const std::string& file);

/// A copy in memory of a file of JSON, while it lives.
class QuotedIntegers {
 public:
  explicit QuotedIntegers(const std::string& file);
  ~QuotedIntegers();
  QuotedIntegers(QuotedIntegers&& other) noexcept;
  QuotedIntegers& operator=(QuotedIntegers&&) = delete;

  /// What GDAL opens instead of the file.
  const std::string& path() const { return path_; }
  /// Notes how many integers became texts, with the first of them.
  void report(Diagnostics& diagnostics) const;
  bool empty() const { return integers_.empty(); }

 private:
  std::string file_, path_, text_;
  std::vector<std::string> integers_;
};

}  // namespace cartouche::source_internal
