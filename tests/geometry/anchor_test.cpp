#include "cartouche/geometry/anchor.h"

#include <gtest/gtest.h>

#include <cmath>

#include "cartouche/geometry/measure.h"
#include "coverage_samples.h"

namespace cartouche {
namespace {

struct Case {
  const char* name;
  const char* wkt;
  double aspect;
  Point at;
  double clearance;
};

TEST(LabelAnchor, IsThePoleOfInaccessibility) {
  const Case cases[] = {
      {"square", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 1, {5, 5}, 5},
      {"orientation does not matter", "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))", 1, {5, 5}, 5},
      {"L: the corner is widest",
       "POLYGON ((0 0, 20 0, 20 4, 6 4, 6 20, 0 20, 0 0))",
       1,
       {3.0718, 3.0718},
       3.0718},
      {"a hole pushes it aside",
       "POLYGON ((0 0, 30 0, 30 10, 0 10, 0 0), (1 1, 18 1, 18 9, 1 9, 1 1))",
       1,
       {25, 5},
       5},
      {"the largest of all parts",
       "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((50 50, 58 50, 58 58, 50 58, 50 50)))",
       1,
       {54, 54},
       4},
      {"a wide text in a wide arm", "POLYGON ((0 0, 6 0, 6 14, 30 14, 30 18, 0 18, 0 0))", 5, {15, 16}, 2},
  };
  for (const auto& c : cases) {
    const auto polygon = samples::polygons({c.wkt});
    const auto anchor = label_anchor(polygon, 0, c.aspect, 1e-3);
    EXPECT_NEAR(anchor.clearance, c.clearance, 0.02) << c.name;
    if (c.aspect == 1) {
      EXPECT_NEAR(distance_to_boundary(polygon, 0, anchor.at), c.clearance, 0.02) << c.name;
      EXPECT_NEAR(anchor.at.x, c.at.x, 1.1) << c.name;
    }
    EXPECT_NEAR(anchor.at.y, c.at.y, 0.1) << c.name;
  }
}

TEST(LabelAnchor, AWideTextMovesToTheWideArm) {
  // A tall tower of width 6 on a flat base of height 4: a round label goes up, a wide one down.
  const auto polygon = samples::polygons({"POLYGON ((0 0, 40 0, 40 4, 6 4, 6 40, 0 40, 0 0))"});
  EXPECT_GT(label_anchor(polygon, 0, 0.5, 0.01).at.y, 4);
  const auto wide = label_anchor(polygon, 0, 6, 0.01);
  EXPECT_LT(wide.at.y, 4);
  EXPECT_NEAR(wide.clearance, 2, 0.6);
}

TEST(LabelAnchor, OfNothingOrOfALineIsHarmless) {
  const auto shapes = samples::polygons({"POLYGON EMPTY", "POLYGON ((0 0, 4 0, 2 0, 0 0))"});
  EXPECT_TRUE(is_missing(label_anchor(shapes, 0, 1, 0.1).at));
  const auto flat = label_anchor(shapes, 1, 1, 0.1);
  EXPECT_EQ(flat.at, (Point{2, 0}));
  EXPECT_EQ(flat.clearance, 0);
}

TEST(LabelAnchor, LiesInsideAndBeatsEveryRandomPoint) {
  const auto cells = samples::jittered_grid(4, 9, 6);
  std::mt19937_64 random(1);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto anchor = label_anchor(cells, i, 1, 1e-4);
    EXPECT_NEAR(distance_to_boundary(cells, i, anchor.at), anchor.clearance, 1e-12);
    const Box box = cells.box(i);
    for (int k = 0; k < 300; ++k) {
      const Point p{box.min.x + samples::uniform(random) * box.width(),
                    box.min.y + samples::uniform(random) * box.height()};
      GeometryArray point;
      point.add_point(p);
      const Anchor deeper{p, distance_to_boundary(cells, i, p)};
      if (deeper.clearance <= anchor.clearance + 1e-3) continue;
      // Deeper only where p is outside.
      const auto ring = cells.ring(static_cast<GeometryArray::Index>(i));
      bool inside = false;
      for (std::size_t e = 0; e + 1 < ring.size(); ++e) {
        const auto [a, b] = std::pair(ring[e], ring[e + 1]);
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
          inside = !inside;
      }
      EXPECT_FALSE(inside) << i;
    }
  }
}

}  // namespace
}  // namespace cartouche
