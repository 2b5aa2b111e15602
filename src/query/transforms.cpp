#include "transforms.h"

#include <algorithm>

#include "cartouche/base/parallel.h"

namespace cartouche::query {
namespace {

// Below, a second thread costs more than it brings.
constexpr std::size_t kLeastSlice = 4096;

}  // namespace

void Transforms::apply(const Crs& from, const Crs& to, std::span<Point> points) {
  if (from == to || points.empty()) return;
  const std::size_t slices =
      std::clamp<std::size_t>(points.size() / kLeastSlice, 1, std::max<std::size_t>(threads_, 1));
  std::vector<Transform>& transforms = known_[{from.definition(), to.definition()}];
  while (transforms.size() < slices) transforms.emplace_back(from, to);
  const std::size_t size = (points.size() + slices - 1) / slices;
  parallel_for(slices, threads_, [&](std::size_t slice) {
    const std::size_t begin = std::min(slice * size, points.size());
    transforms[slice].apply(points.subspan(begin, std::min(size, points.size() - begin)));
  });
}

}  // namespace cartouche::query
