#include "cartouche/label/along_line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "cartouche/label/label.h"

namespace cartouche {
namespace {

using Line = std::vector<Point>;
constexpr double kDegree = std::numbers::pi / 180;
constexpr double kSize = 8;
constexpr TurnBounds kAny{360 * kDegree, 360 * kDegree};

std::vector<LetterSpan> letters(int count, double width = 5) {
  std::vector<LetterSpan> all;
  for (int i = 0; i < count; ++i) all.push_back({i * width, width});
  return all;
}

Line reversed(const Line& line) {
  return {line.rbegin(), line.rend()};
}
Line mirrored(Line line) {
  for (Point& p : line) p.x = -p.x;
  return line;
}
Line wave(double length, double height, double waves) {
  Line line;
  for (double x = 0; x <= length; x += 2)
    line.push_back({x, height * std::sin(2 * std::numbers::pi * waves * x / length)});
  return line;
}
Line half_circle(double radius) {
  Line line;
  for (int i = 0; i <= 90; ++i)
    line.push_back({-radius * std::cos(i * 2 * kDegree), -radius * std::sin(i * 2 * kDegree)});
  return line;
}

std::optional<NameAlongLine> set(const Line& line, double offset, double middle,
                                 const TurnBounds& bounds = kAny, int count = 6) {
  AlongFault fault{};
  return Baseline(line, offset).set(letters(count), middle, kSize, bounds, fault);
}

double distance_to(const Line& line, Point p) {
  double least = 1e9;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1], b = line[i];
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    least = std::min(least, std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y));
  }
  return least;
}

Point foot(const LetterPlace& letter, double width = 5) {
  return {letter.at.x + width / 2 * std::cos(letter.angle), letter.at.y + width / 2 * std::sin(letter.angle)};
}

TEST(JoinedLines, MakeOneOfWhatMeetsEndToEndWhicheverWayItRuns) {
  const auto joined = joined_lines({{{0, 0}, {1, 0}}, {{2, 0}, {1, 0}}, {{2, 0}, {3, 0}}});
  ASSERT_EQ(joined.size(), 1u);
  EXPECT_EQ(joined[0], (Line{{0, 0}, {1, 0}, {2, 0}, {3, 0}}));
}

TEST(JoinedLines, StopWhereThreeMeetAndCloseRings) {
  EXPECT_EQ(joined_lines({{{0, 0}, {1, 0}}, {{1, 0}, {2, 1}}, {{1, 0}, {2, -1}}}).size(), 3u);
  const auto ring = joined_lines({{{0, 0}, {1, 0}}, {{1, 0}, {1, 1}, {0, 0}}});
  ASSERT_EQ(ring.size(), 1u);
  EXPECT_EQ(ring[0].front(), ring[0].back());
  EXPECT_EQ(ring[0].size(), 4u);
}

TEST(SmoothedLine, KeepsItsEndsAndAStraightLineAndEvensOutShortBends) {
  const Line straight = smoothed_line({{0, 0}, {100, 0}}, 16, 0.5);
  for (const Point p : straight) EXPECT_NEAR(p.y, 0, 1e-12);
  Line jagged;
  for (int i = 0; i <= 100; ++i) jagged.push_back({i * 1.0, i % 2 == 0 ? 1.0 : -1.0});
  const Line smooth = smoothed_line(jagged, 16, 0.5);
  EXPECT_EQ(smooth.front(), jagged.front());
  EXPECT_EQ(smooth.back(), jagged.back());
  for (std::size_t i = smooth.size() / 4; i < smooth.size() * 3 / 4; ++i)
    EXPECT_LT(std::abs(smooth[i].y), 0.1);
}

TEST(Baseline, EachLetterStandsOnTheLineWithinATenthOfAPoint) {
  for (const double offset : {0.0, 3.0, -6.0})
    for (double middle = 20; middle < 180; middle += 7) {
      const Line line = smoothed_line(wave(200, 15, 1.5), 16, 0.5);
      const auto name = set(line, offset, middle);
      ASSERT_TRUE(name);
      for (const LetterPlace& letter : name->letters)
        EXPECT_NEAR(distance_to(line, foot(letter)), std::abs(offset), 0.1);
    }
}

TEST(Baseline, PutsAPositiveOffsetAboveALineReadToTheRight) {
  const auto name = set({{0, 0}, {100, 0}}, 3, 50);
  ASSERT_TRUE(name);
  EXPECT_EQ(name->letters.size(), 6u);
  EXPECT_DOUBLE_EQ(name->letters[0].at.x, 35);
  for (const LetterPlace& letter : name->letters) {
    EXPECT_DOUBLE_EQ(letter.at.y, -3);
    EXPECT_DOUBLE_EQ(letter.angle, 0);
  }
}

TEST(Baseline, BoundsTheTurnFromLetterToLetterAndTheirSum) {
  const Line corner{{0, 0}, {50, 0}, {50, 50}};
  AlongFault fault{};
  EXPECT_FALSE(Baseline(corner, 0).set(letters(6), 50, kSize, {30 * kDegree, 360 * kDegree}, fault));
  EXPECT_EQ(fault, AlongFault::too_sharp);
  EXPECT_TRUE(Baseline(corner, 0).set(letters(6), 20, kSize, {30 * kDegree, 360 * kDegree}, fault));
  // Thirty points of text on a circle of that radius bend by the angle between the outer letters' middles.
  const Line arc = smoothed_line(half_circle(60), 0, 0.5);
  const double bend = 25.0 / 60;
  const double middle = 60 * std::numbers::pi / 2;
  EXPECT_NEAR(set(arc, 0, middle)->bend, bend, 0.02);
  EXPECT_TRUE(set(arc, 0, middle, {kAny.letter, bend * 1.1}));
  EXPECT_FALSE(set(arc, 0, middle, {kAny.letter, bend * 0.9}));
}

TEST(Baseline, RefusesWhatReachesBeyondItsEnds) {
  const Line line{{0, 0}, {40, 0}};
  AlongFault fault{};
  EXPECT_TRUE(Baseline(line, 0).set(letters(6), 20, kSize, kAny, fault));
  EXPECT_FALSE(Baseline(line, 0).set(letters(6), 10, kSize, kAny, fault));
  EXPECT_EQ(fault, AlongFault::too_short);
}

// On its head it would be read the other way round.
TEST(ReadsUpright, OneWayOfALineAtMostAndOneWayOfAGentleOne) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> slope(-1, 1);
  for (int i = 0; i < 500; ++i) {
    Line line{{0, 0}};
    const double turned = slope(random) * std::numbers::pi;
    double angle = turned;
    while (line.size() < 30) {
      angle += slope(random) * 0.1;
      line.push_back({line.back().x + 4 * std::cos(angle), line.back().y + 4 * std::sin(angle)});
    }
    const auto there = set(line, 0, 60), back = set(reversed(line), 0, Baseline(line, 0).line_length() - 60);
    ASSERT_TRUE(there && back);
    EXPECT_FALSE(reads_upright(*there) && reads_upright(*back)) << i;
    for (const auto& name : {there, back}) {
      if (!reads_upright(*name)) continue;
      for (const LetterPlace& letter : name->letters) EXPECT_LE(std::abs(letter.angle), 100 * kDegree);
    }
    const bool level = std::abs(std::cos(turned)) > 0.8;
    EXPECT_TRUE(!level || reads_upright(*there) || reads_upright(*back)) << i;
  }
}

TEST(ReadsUpright, UpwardsWhereTheLineIsVertical) {
  EXPECT_TRUE(reads_upright(*set({{0, 100}, {0, 0}}, 0, 50)));
  EXPECT_FALSE(reads_upright(*set({{0, 0}, {0, 100}}, 0, 50)));
}

TEST(ReadsUpright, AMirroredLineBearsItsNameMirroredAndUpright) {
  const Line line = smoothed_line(wave(200, 15, 1), 16, 0.5);
  const double length = Baseline(line, 0).line_length();
  const auto name = set(line, 3, length / 2 - 30);
  const auto other = set(reversed(mirrored(line)), 3, length / 2 + 30);
  ASSERT_TRUE(name && other);
  EXPECT_TRUE(reads_upright(*name));
  EXPECT_TRUE(reads_upright(*other));
  for (std::size_t i = 0; i < 6; ++i) {
    const Point a = foot(name->letters[i]), b = foot(other->letters[5 - i]);
    EXPECT_NEAR(a.x, -b.x, 1e-6);
    EXPECT_NEAR(a.y, b.y, 1e-6);
  }
}

Box box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y + height}};
}

TEST(PlaceParts, ALabelMayStandInTheHollowOfAnother) {
  LabelRequest bent{"a", 100, {{box(0, 0, 30, 30), 0, {box(0, 0, 10, 10), box(20, 20, 10, 10)}}}};
  const LabelRequest hollow{"b", 90, {{box(1, 15, 8, 8), 0}}}, hit{"b", 90, {{box(21, 21, 8, 8), 0}}};
  const PlacementOptions options{.gap = 0, .page = {}};
  EXPECT_EQ(place({bent, hollow}, {}, options).chosen, (std::vector{0, 0}));
  EXPECT_EQ(place({bent, hit}, {}, options).chosen, (std::vector{0, Placement::kUnplaced}));
  EXPECT_EQ(place({hit, bent}, {}, options).chosen, (std::vector{Placement::kUnplaced, 0}));
  // Two of parts each, and an obstacle.
  LabelRequest other{"b", 90, {{box(0, 0, 30, 30), 0, {box(20, 0, 9, 9), box(0, 20, 9, 9)}}}};
  EXPECT_EQ(place({bent, other}, {}, options).chosen, (std::vector{0, 0}));
  EXPECT_EQ(place({bent}, {{box(12, 1, 5, 5), -1}}, options).chosen, (std::vector{0}));
  EXPECT_EQ(place({bent}, {{box(8, 1, 5, 5), -1}}, options).chosen, (std::vector{Placement::kUnplaced}));
}

}  // namespace
}  // namespace cartouche
