#include "matches.h"

#include <algorithm>
#include <functional>
#include <map>

#include "cartouche/base/parallel.h"
#include "metric_zones.h"
#include "transforms.h"

namespace cartouche::query {
namespace {

constexpr std::size_t kChunk = 1 << 14;

// One run of points, asked by one thread.
struct Chunk {
  std::vector<std::uint32_t> counts;
  std::vector<Index> zones;
};

using Ask = std::function<void(std::size_t row, std::vector<Index>& found)>;

// Asks chunk by chunk and puts the answers end to end. `asker` makes one asker a chunk, so that each has room
// of its own to work in.
Matches in_chunks(std::size_t rows, unsigned threads, const std::function<Ask()>& asker) {
  std::vector<Chunk> chunks((rows + kChunk - 1) / kChunk);
  parallel_for(chunks.size(), threads, [&](std::size_t c) {
    const Ask ask = asker();
    std::vector<Index> found;
    for (std::size_t row = c * kChunk; row < std::min(rows, (c + 1) * kChunk); ++row) {
      found.clear();
      ask(row, found);
      chunks[c].counts.push_back(static_cast<std::uint32_t>(found.size()));
      chunks[c].zones.insert(chunks[c].zones.end(), found.begin(), found.end());
    }
  });
  Matches matches;
  matches.ends.reserve(rows);
  std::uint64_t end = 0;
  for (const Chunk& chunk : chunks) {
    for (const std::uint32_t count : chunk.counts) matches.ends.push_back(end += count);
    matches.zones.insert(matches.zones.end(), chunk.zones.begin(), chunk.zones.end());
  }
  return matches;
}

// Zones that hold the point strictly; if there is none, the first on whose border it lies.
void keep_holders(const PointLocator& locator, Point point, std::vector<Index>& found) {
  if (found.size() < 2) return;
  const Index first = found.front();
  std::erase_if(found, [&](Index zone) { return locator.side(point, zone) != PointLocator::Side::inside; });
  if (found.empty()) found.push_back(first);
}

class TopologicalMatcher : public Matcher {
 public:
  TopologicalMatcher(const GeometryColumn& zones, const Predicate& predicate, unsigned threads)
      : crs_(zones.crs),
        locator_(zones.shapes, threads),
        strict_(predicate.kind == Predicate::Kind::within),
        threads_(threads),
        transforms_(threads) {}

  Matches match(const GeometryColumn& points, const Frames&) override {
    std::vector<Point> moved;
    std::span<const Point> at = points.shapes.points();
    if (!(points.crs == crs_)) {
      moved.assign(at.begin(), at.end());
      transforms_.apply(points.crs, crs_, moved);
      at = moved;
    }
    return in_chunks(at.size(), threads_, [&]() -> Ask {
      return [&](std::size_t row, std::vector<Index>& found) {
        if (is_missing(at[row])) return;
        locator_.locate_all(at[row], found);
        if (strict_) keep_holders(locator_, at[row], found);
      };
    });
  }

 private:
  Crs crs_;
  PointLocator locator_;
  bool strict_;
  unsigned threads_;
  Transforms transforms_;
};

// Zones are made ready for a territory when its first point comes.
class MetricMatcher : public Matcher {
 public:
  MetricMatcher(const GeometryColumn& zones, const Predicate& predicate, unsigned threads)
      : parts_(zones), predicate_(predicate), threads_(threads), transforms_(threads) {}

  Matches match(const GeometryColumn& points, const Frames& frames) override {
    for (const int territory : frames.territory)
      if (!by_territory_.contains(territory))
        by_territory_.emplace(std::piecewise_construct, std::forward_as_tuple(territory),
                              std::forward_as_tuple(parts_, territory));
    const std::vector<Point> at = in_territories(points, frames);
    std::vector<double> metres(at.size(), std::numeric_limits<double>::quiet_NaN());
    Matches matches = in_chunks(at.size(), threads_, [&]() -> Ask {
      return [&, hits = std::vector<Hit>()](std::size_t row, std::vector<Index>& found) mutable {
        if (is_missing(frames.lon_lat[row])) return;
        by_territory_.at(frames.territory[row]).find(at[row], frames.lon_lat[row], predicate_, hits);
        Hit best;
        for (const Hit& hit : hits) {
          found.push_back(hit.feature);
          if (hit.before(best)) best = hit;
        }
        if (best.found()) metres[row] = best.metres;
      };
    });
    matches.metres = std::move(metres);
    return matches;
  }

 private:
  // The points in the projected system of their territory; as they are in none.
  std::vector<Point> in_territories(const GeometryColumn& points, const Frames& frames) {
    const auto all = points.shapes.points();
    std::vector<Point> at(all.begin(), all.end());
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < at.size(); ++row)
      if (frames.territory[row] >= 0) rows[frames.territory[row]].push_back(row);
    for (const auto& [territory, members] : rows) {
      const Crs local = Crs::from_text(territories()[static_cast<std::size_t>(territory)].crs);
      if (local == points.crs) continue;
      std::vector<Point> some;
      some.reserve(members.size());
      for (const std::size_t row : members) some.push_back(at[row]);
      transforms_.apply(points.crs, local, some);
      for (std::size_t i = 0; i < members.size(); ++i) at[members[i]] = some[i];
    }
    return at;
  }

  ZoneParts parts_;
  Predicate predicate_;
  unsigned threads_;
  Transforms transforms_;
  std::map<int, MetricZones> by_territory_;
};

}  // namespace

std::unique_ptr<Matcher> make_matcher(const GeometryColumn& zones, const Predicate& predicate,
                                      GeometryKind points, unsigned threads) {
  if (points != GeometryKind::point) return make_shape_matcher(zones, predicate, threads);
  if (predicate.measures()) return std::make_unique<MetricMatcher>(zones, predicate, threads);
  return std::make_unique<TopologicalMatcher>(zones, predicate, threads);
}

Matches match(const GeometryColumn& points, const Frames& frames, const GeometryColumn& zones,
              const Predicate& predicate, unsigned threads) {
  return make_matcher(zones, predicate, points.shapes.kind(), threads)->match(points, frames);
}

}  // namespace cartouche::query
