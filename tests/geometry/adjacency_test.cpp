#include "cartouche/geometry/adjacency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "coverage_samples.h"

namespace cartouche {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(GreedyColoring, NeighboursDifferAndColoursGetAboutTheSameShare) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto cells = samples::jittered_grid(15, seed);
    const auto edges = adjacency(cells);
    EXPECT_EQ(edges.size(), 2U * 15 * 14);
    for (const int colours : {4, 6}) {
      const auto colour = greedy_coloring(cells.size(), edges, colours);
      ASSERT_EQ(colour.size(), cells.size());
      for (const auto& [a, b] : edges) EXPECT_NE(colour[a], colour[b]);
      std::vector<int> share(static_cast<std::size_t>(colours), 0);
      for (const int c : colour) ++share.at(static_cast<std::size_t>(c));
      const auto [least, most] = std::minmax_element(share.begin(), share.end());
      EXPECT_LE(*most - *least, 225 / colours / 3);
    }
  }
}

TEST(GreedyColoring, AWheelOfFivePetalsNeedsFourColours) {
  const std::vector<Neighbours> wheel{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5},
                                      {1, 2}, {2, 3}, {3, 4}, {4, 5}, {1, 5}};
  const auto colour = greedy_coloring(6, wheel, 4);
  for (const auto& [a, b] : wheel) EXPECT_NE(colour[a], colour[b]);
}

TEST(GreedyColoring, TooFewColoursAreStillSpreadOut) {
  const std::vector<Neighbours> complete{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
  auto colour = greedy_coloring(4, complete, 2);
  std::sort(colour.begin(), colour.end());
  EXPECT_THAT(colour, ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(greedy_coloring(4, complete, 1), Each(0));
}

TEST(GreedyColoring, LonelyNodesTakeColoursInTurnAndLoopsAreIgnored) {
  EXPECT_THAT(greedy_coloring(5, {}, 3), ElementsAre(0, 1, 2, 0, 1));
  const std::vector<Neighbours> loop{{0, 0}};
  EXPECT_THAT(greedy_coloring(1, loop, 2), ElementsAre(0));
  EXPECT_THAT(greedy_coloring(0, {}, 3), IsEmpty());
}

}  // namespace
}  // namespace cartouche
