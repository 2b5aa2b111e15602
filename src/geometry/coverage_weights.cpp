#include <algorithm>
#include <cmath>

#include "coverage_data.h"

namespace cartouche {
namespace {

/// Area of triangle abc, weighted by the angle at b: a sharp tip counts for less than its area (down to 0.3),
/// a flat bend for more (up to 1.7), so that lines come out smooth rather than spiky. The weighting is that
/// of Bloch & Harrower's MapShaper (AutoCarto 2006), 1 − 0.7·cos.
double weighted_area(Point a, Point b, Point c) {
  const double ux = a.x - b.x;
  const double uy = a.y - b.y;
  const double vx = c.x - b.x;
  const double vy = c.y - b.y;
  const double area = std::abs(ux * vy - uy * vx) / 2;
  const double lengths = std::sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
  return lengths > 0 ? area * (1 - 0.7 * (ux * vx + uy * vy) / lengths) : 0;
}

/// One arc at a time; keeps its working memory from arc to arc.
class ArcWeigher {
 public:
  void weigh(std::span<const Point> arc, std::span<double> weight, bool closed) {
    std::fill(weight.begin(), weight.end(), CoverageData::kAlways);
    // A closed arc keeps a triangle: its start and two more.
    const std::size_t spare = closed ? 2 : 0;
    if (arc.size() < 3 + spare) return;
    link(arc);
    double reached = 0;
    for (std::size_t left = arc.size() - 2; left > spare; --left) {
      const std::uint32_t i = pop_least();
      reached = std::max(reached, area_[i]);
      weight[i] = reached;
      removed_[i] = 1;
      next_[before_[i]] = next_[i];
      before_[next_[i]] = before_[i];
      for (const std::uint32_t j : {before_[i], next_[i]}) {
        if (j != 0 && j + 1 != arc.size()) push(arc, j);
      }
    }
  }

 private:
  struct Entry {
    double area;
    Point at;
    std::uint32_t vertex;
    /// Heap order: the smallest area first, ties by coordinate.
    bool operator<(const Entry& other) const {
      if (area != other.area) return area > other.area;
      return other.at < at;
    }
  };

  void link(std::span<const Point> arc) {
    const std::size_t n = arc.size();
    before_.resize(n);
    next_.resize(n);
    area_.assign(n, 0);
    removed_.assign(n, 0);
    heap_.clear();
    for (std::uint32_t i = 0; i < n; ++i) {
      before_[i] = i == 0 ? 0 : i - 1;
      next_[i] = i + 1;
    }
    for (std::uint32_t i = 1; i + 1 < n; ++i) {
      area_[i] = weighted_area(arc[i - 1], arc[i], arc[i + 1]);
      heap_.push_back({area_[i], arc[i], i});
    }
    std::make_heap(heap_.begin(), heap_.end());
  }

  void push(std::span<const Point> arc, std::uint32_t i) {
    area_[i] = weighted_area(arc[before_[i]], arc[i], arc[next_[i]]);
    heap_.push_back({area_[i], arc[i], i});
    std::push_heap(heap_.begin(), heap_.end());
  }

  /// Entries whose area has been computed anew since are stale and passed over.
  std::uint32_t pop_least() {
    while (true) {
      std::pop_heap(heap_.begin(), heap_.end());
      const Entry entry = heap_.back();
      heap_.pop_back();
      if (removed_[entry.vertex] == 0 && area_[entry.vertex] == entry.area) return entry.vertex;
    }
  }

  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> next_;
  std::vector<double> area_;
  std::vector<char> removed_;
  std::vector<Entry> heap_;
};

}  // namespace

void weigh_vertices(CoverageData& data) {
  data.weight.resize(data.points.size());
  ArcWeigher weigher;
  for (std::size_t arc = 0; arc < data.arc_count(); ++arc) {
    const CoverageData::Index begin = data.arc_begin(arc);
    const std::size_t size = data.arc_ends[arc] - begin;
    weigher.weigh(std::span(data.points).subspan(begin, size), std::span(data.weight).subspan(begin, size),
                  data.vertex[begin] == data.vertex[begin + size - 1]);
  }
}

}  // namespace cartouche
