#pragma once
// What a legend says of classes of values. Private to the module.

#include <span>
#include <string>
#include <vector>

namespace cartouche::map {

/// Limits rounded to the least number of decimals, `decimals` at least, for which each class still holds the
/// same values, so that what is printed is true of every one of them. `decimals` < 0: from none on.
struct PrintedLimits {
  std::vector<double> limits;
  int decimals = 0;
};
PrintedLimits printed_limits(std::span<const double> breaks, std::span<const double> values, int decimals);

/// One text a class, which says on which side its limits belong: "0 à 12,5 %", then "plus de 12,5 à 28,3 %".
/// A class of one value is that value.
std::vector<std::string> range_texts(std::span<const double> breaks, std::span<const double> values,
                                     int decimals, const std::string& unit);

}  // namespace cartouche::map
