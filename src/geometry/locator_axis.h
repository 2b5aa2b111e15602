#pragma once
// One axis of the point locator's grid: coordinates to cells.
//
// The extent is cut into equal bins. A bin that some ring's box touches is a cell; a run of bins that none
// touches is one cell together, so that oceans between territories cost nothing. cell() never decreases with
// its argument, which is all that exactness rests on.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::locator {

/// Closed range of coordinates along one axis.
struct Interval {
  double low = 0;
  double high = 0;
};

class Axis {
 public:
  /// About `cells` cells over `extent`, of which `occupied` are the ranges (inside of it) that hold edges.
  Axis(Interval extent, std::span<const Interval> occupied, double cells);

  std::uint32_t size() const { return static_cast<std::uint32_t>(references_.size()); }
  /// Cell of a coordinate of the extent.
  std::uint32_t cell(double v) const { return cell_of_bin_[bin(v)]; }
  /// A coordinate whose cell this is: where the locator knows who is inside.
  double reference(std::uint32_t cell) const { return references_[cell]; }
  /// Holds every coordinate of the cell, rounding included.
  Interval bounds(std::uint32_t cell) const { return bounds_[cell]; }
  /// More than the rounding error of any coordinate computed on this axis.
  double slack() const { return slack_; }

 private:
  std::uint32_t bin(double v) const {
    return std::min(last_bin_, static_cast<std::uint32_t>((v - min_) * bins_per_unit_));
  }

  double min_;
  double bins_per_unit_;
  double slack_;
  std::uint32_t last_bin_;
  std::vector<std::uint16_t> cell_of_bin_;
  std::vector<double> references_;
  std::vector<Interval> bounds_;
};

/// Share of the extent that the ranges cover, in (0, 1].
double occupied_share(Interval extent, std::span<const Interval> occupied);

}  // namespace cartouche::locator
