#include "locator_axis.h"

#include <cmath>
#include <limits>

namespace cartouche::locator {

namespace {

/// Cells and their number fit 16 bits.
constexpr double kMostBins = 65535;

double magnitude(Interval extent) {
  return std::max(std::abs(extent.low), std::abs(extent.high));
}

}  // namespace

double occupied_share(Interval extent, std::span<const Interval> occupied) {
  const double width = extent.high - extent.low;
  if (!(width > 0)) return 1;
  std::vector<Interval> sorted(occupied.begin(), occupied.end());
  std::sort(sorted.begin(), sorted.end(), [](Interval a, Interval b) { return a.low < b.low; });
  double covered = 0;
  double reached = extent.low;
  for (const Interval& one : sorted) {
    covered += std::max(0.0, one.high - std::max(one.low, reached));
    reached = std::max(reached, one.high);
  }
  return std::clamp(covered / width, 1e-6, 1.0);
}

Axis::Axis(Interval extent, std::span<const Interval> occupied, double cells) : min_(extent.low) {
  const double width = extent.high - extent.low;
  slack_ = 16 * std::numeric_limits<double>::epsilon() * magnitude(extent);
  // Bins far wider than the spacing of doubles, so that the middle of each lies in it.
  const double finest = slack_ > 0 ? width / (64 * slack_) : kMostBins;
  const double wanted = cells / occupied_share(extent, occupied);
  const auto bins =
      static_cast<std::uint32_t>(std::max(1.0, std::floor(std::min({wanted, finest, kMostBins}))));
  last_bin_ = bins - 1;
  bins_per_unit_ = bins > 1 ? bins / width : 0;

  std::vector<int> change(bins + 1, 0);
  for (const Interval& one : occupied) {
    ++change[bin(one.low)];
    --change[bin(one.high) + 1];
  }
  cell_of_bin_.resize(bins);
  int touching = 0;
  bool was_empty = false;
  for (std::uint32_t b = 0; b < bins; ++b) {
    touching += change[b];
    const bool empty = touching == 0;
    const double low = b == 0 ? extent.low : min_ + b / bins_per_unit_;
    const double high = b == last_bin_ ? extent.high : min_ + (b + 1) / bins_per_unit_;
    if (empty && was_empty) {
      bounds_.back().high = high + slack_;
    } else {
      bounds_.push_back({low - slack_, high + slack_});
      references_.push_back(low + (high - low) / 2);
    }
    was_empty = empty;
    cell_of_bin_[b] = static_cast<std::uint16_t>(bounds_.size() - 1);
  }
}

}  // namespace cartouche::locator
