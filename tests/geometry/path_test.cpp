#include "cartouche/geometry/path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "cartouche/geometry/to_path.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

using Verb = Path::Verb;
using testing::ElementsAre;

TEST(Path, ARectangleIsOneClosedSubpath) {
  const Path path = Path::rectangle({{1, 2}, {3, 5}});
  EXPECT_THAT(path.verbs(), ElementsAre(Verb::move, Verb::line, Verb::line, Verb::line, Verb::close));
  EXPECT_THAT(path.points(), ElementsAre(Point{1, 2}, Point{3, 2}, Point{3, 5}, Point{1, 5}));
  EXPECT_TRUE(Path::rectangle(Box{}).empty());
}

Point cubic_at(Point a, Point b, Point c, Point d, double t) {
  const double s = 1 - t;
  const double wa = s * s * s, wb = 3 * s * s * t, wc = 3 * s * t * t, wd = t * t * t;
  return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y};
}

TEST(Path, ACircleIsRoundWithinItsStatedError) {
  const Path path = Path::circle({10, 20}, 5);
  ASSERT_EQ(path.points().size(), 13U);
  double worst = 0;
  for (std::size_t i = 0; i + 3 < path.points().size(); i += 3) {
    for (int step = 0; step <= 100; ++step) {
      const Point p = cubic_at(path.points()[i], path.points()[i + 1], path.points()[i + 2],
                               path.points()[i + 3], step / 100.0);
      worst = std::max(worst, std::abs(std::hypot(p.x - 10, p.y - 20) / 5 - 1));
    }
  }
  EXPECT_LT(worst, 2.8e-4);
  EXPECT_EQ(path.box(), (Box{{5, 15}, {15, 25}}));
}

TEST(Path, CornersNeverOutgrowTheRectangle) {
  const Box box{{0, 0}, {10, 4}};
  EXPECT_EQ(Path::rounded_rectangle(box, 0), Path::rectangle(box));
  EXPECT_EQ(Path::rounded_rectangle(box, 100), Path::rounded_rectangle(box, 2));
  EXPECT_EQ(Path::rounded_rectangle(box, 1).box(), box);
}

TEST(Path, APolygonDropsItsRepeatedStart) {
  const std::vector<Point> open{{0, 0}, {1, 0}, {1, 1}};
  std::vector<Point> closed = open;
  closed.push_back(open.front());
  EXPECT_EQ(Path::polygon(open), Path::polygon(closed));
  EXPECT_THAT(Path::polygon(open).verbs(), ElementsAre(Verb::move, Verb::line, Verb::line, Verb::close));
  EXPECT_THAT(Path::polyline(open).verbs(), ElementsAre(Verb::move, Verb::line, Verb::line));
  EXPECT_TRUE(Path::polygon({}).empty());
}

TEST(Path, AppendAndTransformKeepTheVerbs) {
  Path path = Path::rectangle({{0, 0}, {1, 1}});
  path.append(path);
  EXPECT_EQ(path.verbs().size(), 10U);
  const Path moved = path.transformed(Affine::scaling(2, 3).then(Affine::translation(10, 20)));
  EXPECT_EQ(moved.box(), (Box{{10, 20}, {12, 23}}));
  EXPECT_TRUE(std::equal(moved.verbs().begin(), moved.verbs().end(), path.verbs().begin()));
}

TEST(ToPath, RingsAreClosedAndLinesAreOpen) {
  const Affine flip{1, 0, 0, -1, 0, 10};
  GeometryArray polygon(GeometryKind::polygon);
  append_wkt(polygon, "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))");
  const Path rings = to_path(polygon, 0, flip);
  EXPECT_THAT(rings.verbs(), ElementsAre(Verb::move, Verb::line, Verb::line, Verb::close, Verb::move,
                                         Verb::line, Verb::line, Verb::close));
  EXPECT_EQ(rings.points()[3], (Point{5, 8}));

  GeometryArray line(GeometryKind::line);
  append_wkt(line, "MULTILINESTRING ((0 0, 1 1), (2 2, 2 3, 2 2))");
  EXPECT_THAT(to_path(line, 0, flip).verbs(),
              ElementsAre(Verb::move, Verb::line, Verb::move, Verb::line, Verb::line));

  GeometryArray missing(GeometryKind::polygon);
  missing.add_missing();
  EXPECT_TRUE(to_path(missing, 0, flip).empty());
}

}  // namespace
}  // namespace cartouche
