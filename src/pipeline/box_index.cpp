#include "box_index.h"

#include <algorithm>
#include <cmath>

namespace cartouche::pipeline {
namespace {

constexpr std::size_t kFanOut = 16;

}  // namespace

BoxIndex::BoxIndex(const std::vector<Box>& boxes) {
  std::vector<Entry> leaves;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    if (!boxes[i].empty()) leaves.push_back({boxes[i], static_cast<Index>(i)});
  const auto by_x = [](const Entry& a, const Entry& b) {
    const double x = a.box.center().x, y = b.box.center().x;
    return x != y ? x < y : a.index < b.index;
  };
  const auto by_y = [](const Entry& a, const Entry& b) {
    const double x = a.box.center().y, y = b.box.center().y;
    return x != y ? x < y : a.index < b.index;
  };
  std::sort(leaves.begin(), leaves.end(), by_x);
  const double groups = std::ceil(static_cast<double>(leaves.size()) / kFanOut);
  const std::size_t slice = static_cast<std::size_t>(std::ceil(std::sqrt(groups))) * kFanOut;
  for (std::size_t begin = 0; begin < leaves.size(); begin += slice) {
    const auto first = leaves.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, leaves.begin() + static_cast<std::ptrdiff_t>(std::min(begin + slice, leaves.size())),
              by_y);
  }
  levels_.push_back(std::move(leaves));
  while (levels_.back().size() > kFanOut) {
    std::vector<Entry> above;
    const std::vector<Entry>& below = levels_.back();
    for (std::size_t first = 0; first < below.size(); first += kFanOut) {
      Entry entry{{}, static_cast<Index>(first)};
      for (std::size_t i = first; i < std::min(first + kFanOut, below.size()); ++i)
        entry.box.extend(below[i].box);
      above.push_back(entry);
    }
    levels_.push_back(std::move(above));
  }
}

void BoxIndex::find_in(std::size_t level, std::size_t first, const Box& box,
                       std::vector<Index>& found) const {
  const std::vector<Entry>& entries = levels_[level];
  for (std::size_t i = first; i < std::min(first + kFanOut, entries.size()); ++i) {
    if (!entries[i].box.intersects(box)) continue;
    if (level == 0)
      found.push_back(entries[i].index);
    else
      find_in(level - 1, entries[i].index, box, found);
  }
}

void BoxIndex::find(const Box& box, std::vector<Index>& found) const {
  found.clear();
  if (box.empty()) return;
  find_in(levels_.size() - 1, 0, box, found);
  std::sort(found.begin(), found.end());
}

}  // namespace cartouche::pipeline
