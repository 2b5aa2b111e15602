#pragma once
// Which zones of one set each point meets.

#include <memory>
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

/// Zones made ready for one batch of points after the other.
class Matcher {
 public:
  virtual ~Matcher() = default;
  virtual Matches match(const GeometryColumn& points, const Frames& frames) = 0;
};
/// `zones` must live as long as the matcher.
std::unique_ptr<Matcher> make_matcher(const GeometryColumn& zones, const Predicate& predicate,
                                      GeometryKind points, unsigned threads);
/// For lines and polygons as points (shapes.cpp).
std::unique_ptr<Matcher> make_shape_matcher(const GeometryColumn& zones, const Predicate& predicate,
                                            unsigned threads);
/// One batch.
Matches match(const GeometryColumn& points, const Frames& frames, const GeometryColumn& zones,
              const Predicate& predicate, unsigned threads);

}  // namespace cartouche::query
