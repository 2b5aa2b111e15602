#pragma once
// Which zones of one set each point meets.

#include <span>
#include <vector>

#include "cartouche/query/question.h"
#include "distance_index.h"
#include "frames.h"

namespace cartouche::query {

struct Matches {
  std::vector<std::uint64_t> ends;  ///< of each point's run in `zones`
  std::vector<Index> zones;         ///< ascending within a run
  std::vector<double> metres;  ///< least distance of each point, NaN where none; empty unless it measures
  std::vector<double> part;    ///< share inside of each line or polygon; empty for points
  std::span<const Index> of(std::size_t row) const {
    const std::uint64_t begin = row == 0 ? 0 : ends[row - 1];
    return std::span(zones).subspan(begin, ends[row] - begin);
  }
};

Matches match(const GeometryColumn& points, const Frames& frames, const GeometryColumn& zones,
              const Predicate& predicate, unsigned threads);

/// Lines and polygons as points (shapes.cpp).
Matches match_shapes(const GeometryColumn& subjects, const Frames& frames, const GeometryColumn& zones,
                     const Predicate& predicate, unsigned threads);

}  // namespace cartouche::query
