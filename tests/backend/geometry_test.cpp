// Pure helpers of the backends: hatches and dots, lines of text, path data.

#include <gmock/gmock.h>

#include <cmath>

#include "../../src/backend/pattern_lines.h"
#include "../../src/backend/svg_path.h"
#include "../../src/backend/svg_thin.h"
#include "../../src/backend/text_lines.h"

namespace cartouche::backend {
namespace {

using display::Node;
using display::Text;

/// A wave of `n` vertices, wide enough to be an outline.
std::vector<Point> wave(int n, double height) {
  std::vector<Point> points;
  for (int i = 0; i < n; ++i) points.push_back({i * 0.5, i % 2 * height});
  return points;
}

TEST(LongOutline, HasManyStraightLinesAndIsWiderThanAMarker) {
  EXPECT_TRUE(is_long_outline(Path::polygon(wave(60, 1))));
  EXPECT_FALSE(is_long_outline(Path::polygon(wave(10, 30))));
  EXPECT_FALSE(is_long_outline(Path::polygon(wave(20, 1))));
  EXPECT_FALSE(is_long_outline(Path::circle({0, 0}, 100)));
}

TEST(Thinned, LeavesOutOnlyWhatLiesWithinTheTolerance) {
  EXPECT_EQ(thinned(Path::polyline(wave(600, 0.2)), 0.1).points().size(), 600u);
  EXPECT_LT(thinned(Path::polyline(wave(600, 0.05)), 0.1).points().size(), 10u);
  EXPECT_EQ(thinned(Path::polygon(wave(600, 0.05)), 0.1).points().size(), 4u);
  const Path triangle = Path::polygon(std::vector<Point>{{0, 0}, {1, 0}, {0.5, 0.01}});
  EXPECT_EQ(thinned(triangle, 0.1), triangle);
}

TEST(PathData, OfALongOutlineStandsInTenths) {
  EXPECT_TRUE(path_data(Path::polyline(wave(60, 1.234))).starts_with("m0 0 .5 1.2.5-1.2.5 1.2"));
}

TEST(HatchLines, LieHalfwayBetweenMultiplesOfTheSpacingFromThePagesOrigin) {
  const auto lines = hatch_lines({0, 3, 0.5}, {{10, 10}, {20, 20}});
  ASSERT_EQ(lines.size(), 4u);  // y = 10.5, 13.5, 16.5, 19.5
  EXPECT_NEAR(lines[0].from.y, 10.5, 1e-9);
  EXPECT_NEAR(lines[3].to.y, 19.5, 1e-9);
}

TEST(HatchLines, RunCounterClockwiseAsSeen) {
  for (const Segment& line : hatch_lines({30, 4, 1}, {{0, 0}, {50, 50}})) {
    const double angle = std::atan2(line.from.y - line.to.y, line.to.x - line.from.x);
    EXPECT_NEAR(angle * 180 / std::acos(-1), 30, 1e-9);
  }
}

TEST(HatchLines, OfTwoNeighboursAreTheSameLines) {
  const display::Hatch hatch{45, 3, 0.5};
  const auto left = hatch_lines(hatch, {{0, 0}, {100, 100}});
  for (const Segment& line : hatch_lines(hatch, {{30, 20}, {50, 60}})) {
    const auto across = [](const Segment& one) { return (one.from.x + one.from.y) / std::sqrt(2.0); };
    EXPECT_TRUE(std::any_of(left.begin(), left.end(), [&](const Segment& other) {
      return std::abs(across(line) - across(other)) < 1e-9;
    }));
  }
}

TEST(Patterns, OfNoSpacingOrNoAreaAreEmpty) {
  EXPECT_TRUE(hatch_lines({45, 0, 1}, {{0, 0}, {1, 1}}).empty());
  EXPECT_TRUE(hatch_lines({45, 1, 1}, Box{}).empty());
  EXPECT_TRUE(dot_centers({0, 1}, {{0, 0}, {1, 1}}).empty());
  EXPECT_TRUE(dot_centers({1, 1}, Box{}).empty());
}

TEST(DotCenters, AreStaggeredAsTheTileSays) {
  EXPECT_THAT(dot_centers({4, 0.5}, {{0, 0}, {4, 4}}), ::testing::ElementsAre(Point{1, 1}, Point{3, 3}));
  EXPECT_THAT(dot_centers({4, 0.5}, {{-4, -4}, {0, 0}}),
              ::testing::ElementsAre(Point{-3, -3}, Point{-1, -1}));
}

TEST(DotCenters, IncludeThoseThatOnlyReachIn) {
  EXPECT_TRUE(dot_centers({4, 0.5}, {{1.6, 0.9}, {1.9, 1.1}}).empty());
  EXPECT_EQ(dot_centers({4, 0.7}, {{1.6, 0.9}, {1.9, 1.1}}).size(), 1u);
}

Node run(const char* string, double x, double advance) {
  Text text;
  text.string = string;
  text.run.advance = advance;
  text.at = Affine::translation(x, 10);
  return {text};
}

TEST(TextLine, GoesOnWhereTheRunBeforeEnds) {
  EXPECT_EQ(text_line_end({run("a", 0, 5), run("b", 5, 2), run("c", 7, 1)}, 0), 3u);
  EXPECT_EQ(text_line_end({run("a", 0, 5), run("b", 5.2, 2)}, 0), 1u);
  EXPECT_EQ(text_line_end({run("a", 0, 5), {display::Shape{}}, run("b", 5, 2)}, 0), 1u);
  Node red = run("b", 5, 2);
  std::get<Text>(red.value).color = {255, 0, 0, 255};
  EXPECT_EQ(text_line_end({run("a", 0, 5), red}, 0), 1u);
}

TEST(TextLine, CountsLetterSpacingBetweenRuns) {
  Node left = run("a", 0, 5);
  Node right = run("b", 5.5, 2);
  std::get<Text>(left.value).run.spacing = std::get<Text>(right.value).run.spacing = 0.5;
  EXPECT_EQ(text_line_end({left, right}, 0), 2u);
}

Path polygon(std::initializer_list<Point> points) {
  return Path::polygon(std::vector<Point>(points));
}
Path polyline(std::initializer_list<Point> points) {
  return Path::polyline(std::vector<Point>(points));
}

TEST(PathData, IsRelativeAndShort) {
  EXPECT_EQ(path_data(polygon({{1, 2}, {3, 2}, {3, 5.5}, {2.25, 5}})), "m1 2h2v3.5l-.75-.5z");
  EXPECT_EQ(path_data(polyline({{0.5, 0.25}, {0.75, 0.5}, {1, 1.5}})), "m.5.25.25.25.25 1");
  EXPECT_EQ(path_data(Path()), "");
  Path curve;
  curve.move_to({0, 0});
  curve.cubic_to({1, 0}, {2, 1}, {2, 2});
  EXPECT_EQ(path_data(curve), "m0 0c1 0 2 1 2 2");
}

TEST(PathData, StartsEachRingFromTheLast) {
  Path two = polygon({{0, 0}, {4, 0}, {4, 4}});
  two.append(polygon({{1, 1}, {2, 1}, {2, 2}}));
  EXPECT_EQ(path_data(two), "m0 0h4v4zm1 1h1v1z");
}

TEST(PathData, DoesNotDriftOverManySmallSteps) {
  std::vector<Point> points;
  for (int i = 0; i <= 1000; ++i) points.push_back({i * 0.0149, 0});
  // Steps of 0.0149 round to 0.01 each; the end must still be at 14.9.
  const std::string data = path_data(Path::polyline(points));
  double x = 0;
  for (std::size_t at = data.find('h') + 1; at < data.size();) {
    std::size_t used = 0;
    std::string number = data.substr(at);
    if (number[0] == ' ') number.erase(0, 1), ++at;
    const std::size_t point = number.find('.', 1);
    const std::size_t space = number.find(' ');
    number = number.substr(0, std::min(point, space));
    x += std::stod(number, &used);
    at += used;
  }
  EXPECT_NEAR(x, 14.9, 1e-9);
}

TEST(PathData, LeavesOutWhatRoundsToNothingButKeepsADot) {
  EXPECT_EQ(path_data(polyline({{1, 1}, {1.001, 1}, {2, 1}})), "m1 1h1");
  EXPECT_EQ(path_data(polyline({{1, 1}, {1.001, 1}})), "m1 1h0");
}

Path square(double x, double y, double side) {
  return polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

TEST(SplitPath, KeepsHolesWithTheirRing) {
  Path many;
  for (int i = 0; i < 10; ++i) many.append(square(i * 10, 0, 8));
  for (int i = 0; i < 10; ++i) many.append(square(i * 10 + 2, 2, 3));
  const std::vector<Path> pieces = split_path(many, true, 20);
  EXPECT_EQ(pieces.size(), 5u);
  std::size_t points = 0;
  for (const Path& piece : pieces) {
    points += piece.points().size();
    EXPECT_LE(piece.points().size(), 20u);
    // A ring and its hole side by side: each piece is as wide as the rings it holds.
    EXPECT_NEAR(piece.box().width(), 18, 1e-9);
  }
  EXPECT_EQ(points, many.points().size());
}

TEST(SplitPath, CutsAStrokedLineWithoutAGap) {
  std::vector<Point> points;
  for (int i = 0; i < 50; ++i) points.push_back({static_cast<double>(i), 0});
  const std::vector<Path> pieces = split_path(Path::polyline(points), false, 20);
  ASSERT_EQ(pieces.size(), 3u);
  for (std::size_t i = 1; i < pieces.size(); ++i)
    EXPECT_EQ(pieces[i].points().front(), pieces[i - 1].points().back());
  EXPECT_EQ(pieces.back().points().back(), points.back());
}

TEST(SplitPath, LeavesASmallPathAlone) {
  EXPECT_EQ(split_path(square(0, 0, 1), true).size(), 1u);
}

}  // namespace
}  // namespace cartouche::backend
