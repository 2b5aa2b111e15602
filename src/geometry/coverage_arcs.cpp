#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "cartouche/geometry/measure.h"
#include "coverage_data.h"
#include "point_index.h"

namespace cartouche {
namespace {

using Index = CoverageData::Index;
constexpr Index kNone = 0xFFFFFFFF;

class ArcCutter {
 public:
  explicit ArcCutter(const GeometryArray& polygons) : polygons_(polygons) {}

  CoverageData run() {
    number_vertices();
    find_nodes();
    for (std::size_t feature = 0; feature < polygons_.size(); ++feature) {
      const Index part_stop = polygons_.part_end(feature);
      for (Index part = polygons_.part_begin(feature); part < part_stop; ++part) {
        for (Index r = polygons_.ring_begin(part); r < polygons_.ring_end(part); ++r) {
          cut(run_of(r), static_cast<Index>(feature));
          data_.ring_ends.push_back(static_cast<Index>(data_.uses.size()));
          data_.ring_areas.push_back(std::abs(signed_area(polygons_.ring(r))));
        }
        data_.part_ends.push_back(polygons_.ring_end(part));
      }
      data_.feature_ends.push_back(part_stop);
    }
    list_users();
    data_.vertex_count = static_cast<Index>(index_.points().size());
    return std::move(data_);
  }

 private:
  /// Rings as vertex numbers, without repeated points and without the closing one.
  void number_vertices() {
    index_.reset(polygons_.points().size());
    runs_.reserve(polygons_.points().size());
    for (Index r = 0; r < polygons_.ring_count(); ++r) {
      const std::size_t begin = runs_.size();
      for (const Point p : polygons_.ring(r)) {
        const Index vertex = index_.number(p);
        if (runs_.size() == begin || runs_.back() != vertex) runs_.push_back(vertex);
      }
      while (runs_.size() > begin + 1 && runs_.back() == runs_[begin]) runs_.pop_back();
      run_ends_.push_back(static_cast<Index>(runs_.size()));
    }
  }

  std::span<const Index> run_of(Index ring) const {
    const Index begin = ring == 0 ? 0 : run_ends_[ring - 1];
    return std::span(runs_).subspan(begin, run_ends_[ring] - begin);
  }

  void find_nodes() {
    struct Neighbours {
      Index low = kNone;
      Index high = kNone;
    };
    std::vector<Neighbours> first(index_.points().size());
    is_node_.assign(first.size(), 0);
    for (Index r = 0; r < run_ends_.size(); ++r) {
      const auto run = run_of(r);
      for (std::size_t i = 0; i < run.size(); ++i) {
        const Index before = run[i == 0 ? run.size() - 1 : i - 1];
        const Index after = run[i + 1 == run.size() ? 0 : i + 1];
        const auto [low, high] = std::minmax(before, after);
        Neighbours& seen = first[run[i]];
        if (seen.low == kNone) seen = {low, high};
        // low == high is the tip of a spike: arcs turn back there.
        if (seen.low != low || seen.high != high || low == high) is_node_[run[i]] = 1;
      }
    }
  }

  void cut(std::span<const Index> run, Index feature) {
    if (run.size() < 2) return;
    std::size_t start = 0;
    while (start < run.size() && is_node_[run[start]] == 0) ++start;
    if (start == run.size()) {
      const auto points = index_.points();
      const auto smallest =
          std::min_element(run.begin(), run.end(), [&](Index a, Index b) { return points[a] < points[b]; });
      start = static_cast<std::size_t>(smallest - run.begin());
    }
    arc_.assign(1, run[start]);
    for (std::size_t i = 1; i <= run.size(); ++i) {
      const Index vertex = run[(start + i) % run.size()];
      arc_.push_back(vertex);
      if (is_node_[vertex] == 0 && i < run.size()) continue;
      use_arc(feature);
      arc_.assign(1, vertex);
    }
  }

  /// An arc is told by its first edge: its inner vertices are no nodes, so the rest follows.
  static std::uint64_t key(Index from, Index to) { return (std::uint64_t{from} << 32) | to; }

  void use_arc(Index feature) {
    arc_users_.push_back(feature);
    if (const auto found = by_first_edge_.find(key(arc_[0], arc_[1])); found != by_first_edge_.end()) {
      data_.uses.push_back({found->second, false});
      return;
    }
    const auto back = by_first_edge_.find(key(arc_[arc_.size() - 1], arc_[arc_.size() - 2]));
    if (back != by_first_edge_.end()) {
      data_.uses.push_back({back->second, true});
      return;
    }
    const auto arc = static_cast<Index>(data_.arc_ends.size());
    by_first_edge_.emplace(key(arc_[0], arc_[1]), arc);
    for (const Index vertex : arc_) {
      data_.vertex.push_back(vertex);
      data_.points.push_back(index_.points()[vertex]);
    }
    data_.arc_ends.push_back(static_cast<Index>(data_.points.size()));
    data_.uses.push_back({arc, false});
  }

  void list_users() {
    data_.user_begin.assign(data_.arc_count() + 1, 0);
    for (const auto& use : data_.uses) ++data_.user_begin[use.arc + 1];
    std::partial_sum(data_.user_begin.begin(), data_.user_begin.end(), data_.user_begin.begin());
    data_.users.resize(data_.uses.size());
    std::vector<Index> fill(data_.user_begin.begin(), data_.user_begin.end() - 1);
    for (std::size_t u = 0; u < data_.uses.size(); ++u) {
      data_.users[fill[data_.uses[u].arc]++] = arc_users_[u];
    }
  }

  const GeometryArray& polygons_;
  CoverageData data_;
  PointIndex index_;
  std::vector<Index> runs_;
  std::vector<Index> run_ends_;
  std::vector<char> is_node_;
  std::vector<Index> arc_;
  std::vector<Index> arc_users_;  // by use
  std::unordered_map<std::uint64_t, Index> by_first_edge_;
};

}  // namespace

CoverageData arcs_of(const GeometryArray& polygons) {
  return ArcCutter(polygons).run();
}

}  // namespace cartouche
