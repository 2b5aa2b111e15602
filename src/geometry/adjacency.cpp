#include "cartouche/geometry/adjacency.h"

#include <numeric>
#include <set>
#include <tuple>

#include "cartouche/geometry/coverage.h"

namespace cartouche {
namespace {

using Index = GeometryArray::Index;

class Colouring {
 public:
  Colouring(std::size_t count, std::span<const Neighbours> edges, int colours)
      : colours_(static_cast<std::size_t>(std::max(colours, 1))),
        begin_(count + 1, 0),
        colour_(count, -1),
        taken_(count * colours_, 0),
        saturation_(count, 0),
        used_(colours_, 0) {
    for (const auto& [a, b] : edges) {
      if (a == b) continue;
      ++begin_[a + 1];
      ++begin_[b + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    neighbours_.resize(begin_.back());
    std::vector<Index> fill(begin_.begin(), begin_.end() - 1);
    for (const auto& [a, b] : edges) {
      if (a == b) continue;
      neighbours_[fill[a]++] = b;
      neighbours_[fill[b]++] = a;
    }
  }

  std::vector<int> run() {
    for (Index node = 0; node < colour_.size(); ++node) waiting_.insert(rank(node));
    while (!waiting_.empty()) {
      const Index node = std::get<2>(*waiting_.begin());
      waiting_.erase(waiting_.begin());
      paint(node, best_colour(node));
    }
    return colour_;
  }

 private:
  /// Most colours among its neighbours first, then most neighbours, then the lowest number.
  using Rank = std::tuple<int, int, Index>;
  Rank rank(Index node) const {
    return {-saturation_[node], -static_cast<int>(begin_[node + 1] - begin_[node]), node};
  }

  std::size_t best_colour(Index node) const {
    std::size_t best = 0;
    for (std::size_t c = 1; c < colours_; ++c) {
      if (std::pair(taken(node, c), used_[c]) < std::pair(taken(node, best), used_[best])) best = c;
    }
    return best;
  }

  void paint(Index node, std::size_t colour) {
    colour_[node] = static_cast<int>(colour);
    ++used_[colour];
    for (Index i = begin_[node]; i < begin_[node + 1]; ++i) {
      const Index other = neighbours_[i];
      Index& times = taken_[other * colours_ + colour];
      if (times++ > 0 || colour_[other] >= 0) continue;
      waiting_.erase(rank(other));
      ++saturation_[other];
      waiting_.insert(rank(other));
    }
  }

  Index taken(Index node, std::size_t colour) const { return taken_[node * colours_ + colour]; }

  std::size_t colours_;
  std::vector<Index> begin_;
  std::vector<Index> neighbours_;
  std::vector<int> colour_;
  std::vector<Index> taken_;  // by node and colour: how many neighbours have it
  std::vector<int> saturation_;
  std::vector<std::size_t> used_;
  std::set<Rank> waiting_;
};

}  // namespace

std::vector<Neighbours> adjacency(const GeometryArray& polygons) {
  return Coverage(polygons).adjacency();
}

std::vector<int> greedy_coloring(std::size_t count, std::span<const Neighbours> edges, int colours) {
  return Colouring(count, edges, colours).run();
}

}  // namespace cartouche
