// Lines and polygons as points, and coverages, against a count of whole squares: everything lies on a grid of
// kilometres, so that borders, corners and edges meet often, and what is expected is exact.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "samples.h"

namespace cartouche::query {
namespace {

using testing::texts;

constexpr int kSide = 12;
constexpr double kLeft = 600000, kBottom = 6600000, kStep = 1000;

struct Rectangle {
  int x0, y0, x1, y1;
  bool holds(int x, int y) const { return x0 <= x && x < x1 && y0 <= y && y < y1; }  // the square at (x, y)
  bool meets(const Rectangle& other) const {
    return x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1;
  }
  bool within(const Rectangle& other) const {
    return other.x0 <= x0 && x1 <= other.x1 && other.y0 <= y0 && y1 <= other.y1;
  }
};

Point at(double x, double y) {
  return {kLeft + kStep * x, kBottom + kStep * y};
}

Box box_of(const Rectangle& r) {
  return {at(r.x0, r.y0), at(r.x1, r.y1)};
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  Rectangle rectangle() {
    const int x = below(kSide), y = below(kSide);
    return {x, y, x + 1 + below(kSide - x), y + 1 + below(kSide - y)};
  }
  std::vector<Rectangle> rectangles(int count) {
    std::vector<Rectangle> all;
    for (int i = 0; i < count; ++i) all.push_back(rectangle());
    return all;
  }
  std::mt19937_64& engine() { return engine_; }

 private:
  std::mt19937_64 engine_;
};

Table table_of(const std::vector<Rectangle>& all) {
  std::vector<std::pair<std::string, Box>> named;
  for (std::size_t i = 0; i < all.size(); ++i)
    named.emplace_back(std::string(1, static_cast<char>('a' + i)), box_of(all[i]));
  return testing::boxes(named, "EPSG:2154");
}

std::vector<ZoneSet> set_of(const std::vector<Rectangle>& zones) {
  std::vector<ZoneSet> sets;
  sets.push_back({"zone", table_of(zones), "code", std::nullopt});
  return sets;
}

bool in_union(const std::vector<Rectangle>& zones, int x, int y) {
  return std::any_of(zones.begin(), zones.end(), [&](const Rectangle& zone) { return zone.holds(x, y); });
}

Table answer_of(Table subjects, const std::vector<Rectangle>& zones, const char* predicate,
                unsigned threads = 1) {
  Question question;
  question.predicate = parse_predicate(predicate);
  question.threads = threads;
  Diagnostics notes;
  return ask(std::move(subjects), set_of(zones), question, notes);
}

TEST(Polygons, MeetLieInAndShareWithZonesAsASquareCountSays) {
  int touching = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const std::vector<Rectangle> zones = random.rectangles(5), subjects = random.rectangles(8);
    Table asked = table_of(subjects);
    asked.set_id_column("code");
    const Table met = answer_of(asked, zones, "intersects"), inside = answer_of(asked, zones, "within");
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const Rectangle& subject = subjects[i];
      std::string touched, holding;
      for (std::size_t k = 0; k < zones.size(); ++k) {
        const std::string key(1, static_cast<char>('a' + k));
        if (subject.meets(zones[k])) touched += (touched.empty() ? "" : "/") + key;
        if (subject.within(zones[k])) holding += (holding.empty() ? "" : "/") + key;
      }
      int squares = 0, shared = 0;
      for (int x = subject.x0; x < subject.x1; ++x)
        for (int y = subject.y0; y < subject.y1; ++y, ++squares) shared += in_union(zones, x, y);
      touching += shared == 0 && !touched.empty();
      EXPECT_EQ(met.column("zone").text(i), touched) << "seed " << seed << " row " << i;
      EXPECT_EQ(inside.column("zone").text(i), holding) << "seed " << seed << " row " << i;
      EXPECT_NEAR(met.column("part_zone").number(i), static_cast<double>(shared) / squares, 1e-9)
          << "seed " << seed << " row " << i;
    }
  }
  EXPECT_GT(touching, 0) << "the cases are no test when none meet in a border alone";
}

/// Steps of a kilometre along the axes, never back over the step before.
std::vector<std::array<int, 2>> walk(Random& random) {
  constexpr std::array<std::array<int, 2>, 4> kSteps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
  std::vector<std::array<int, 2>> path{{random.below(kSide), random.below(kSide)}};
  int last = random.below(4);
  for (int i = 0; i < 9; ++i) {
    const int turn = (last + 3 + random.below(3)) % 4;
    const auto [x, y] = path.back();
    const int next_x = x + kSteps[static_cast<std::size_t>(turn)][0],
              next_y = y + kSteps[static_cast<std::size_t>(turn)][1];
    const bool visited =
        std::find(path.begin(), path.end(), std::array<int, 2>{next_x, next_y}) != path.end();
    if (visited || next_x < 0 || next_y < 0 || next_x > kSide || next_y > kSide) break;
    path.push_back({next_x, next_y});
    last = turn;
  }
  return path;
}

// A star of many edges around a point: borders wind around and through what lies there.
GeometryArray star(Random& random, Point middle) {
  std::vector<Point> ring;
  for (int i = 0; i < 300; ++i) {
    const double angle = 2 * std::numbers::pi * i / 300, radius = 1000 * (2 + random.below(9));
    ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
  }
  ring.push_back(ring.front());
  GeometryArray one(GeometryKind::polygon);
  one.add_ring(ring);
  one.end_part();
  one.end_feature();
  return one;
}

TEST(Polygons, ShareWithZonesOfManyEdgesTheAreaThatGeosFinds) {
  std::size_t between = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Random random(seed);
    const GeometryArray zone = star(random, at(6, 6));
    Table zones("zones");
    zones.set_column(Column("code", Column::Texts{"a"}));
    zones.set_geometry(testing::column_of(zone, "EPSG:2154"));
    std::vector<ZoneSet> sets;
    sets.push_back({"zone", zones, "code", std::nullopt});
    const std::vector<Rectangle> squares = random.rectangles(8);
    Question question;
    question.predicate = parse_predicate("intersects");
    Diagnostics notes;
    const Table subjects = table_of(squares);
    const Table answer = ask(subjects, std::move(sets), question, notes);
    const GeometryArray& shapes = subjects.geometry()->shapes;
    for (std::size_t i = 0; i < squares.size(); ++i) {
      const double whole = area(shapes, i), inside = intersection_area(shapes, i, zone, 0);
      EXPECT_NEAR(answer.column("part_zone").number(i), inside / whole, 1e-9)
          << "seed " << seed << " square " << i;
      between += inside > 0 && inside < whole ? 1 : 0;
    }
  }
  EXPECT_GT(between, 100U);
}

TEST(Lines, ShareWithZonesTheStepsThatRunInThemOrOnTheirBorder) {
  int tested = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const std::vector<Rectangle> zones = random.rectangles(4);
    const auto path = walk(random);
    if (path.size() < 2) continue;
    Table table("lignes");
    GeometryArray shapes(GeometryKind::line);
    std::vector<Point> line;
    for (const auto& [x, y] : path) line.push_back(at(x, y));
    shapes.add_ring(line);
    shapes.end_part();
    shapes.end_feature();
    table.set_geometry(testing::column_of(shapes, "EPSG:2154"));
    int inside = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
      const int x = std::min(path[i][0], path[i - 1][0]), y = std::min(path[i][1], path[i - 1][1]);
      const bool level = path[i][1] == path[i - 1][1];
      inside += in_union(zones, x, y) || (level ? in_union(zones, x, y - 1) : in_union(zones, x - 1, y));
    }
    const Table answer = answer_of(table, zones, "intersects");
    EXPECT_NEAR(answer.column("part_zone").number(0), inside / static_cast<double>(path.size() - 1), 1e-9)
        << "seed " << seed;
    ++tested;
  }
  EXPECT_GT(tested, 150);
}

/// A rectangle cut again and again from side to side: a coverage with T-junctions.
void cut(Random& random, const Rectangle& r, std::vector<Rectangle>& pieces) {
  const int width = r.x1 - r.x0, height = r.y1 - r.y0;
  const bool upright = width >= height;
  const int length = upright ? width : height;
  if (length < 3 || pieces.size() > 18) {
    pieces.push_back(r);
    return;
  }
  const int middle = 1 + random.below(length - 1);
  const Rectangle first =
      upright ? Rectangle{r.x0, r.y0, r.x0 + middle, r.y1} : Rectangle{r.x0, r.y0, r.x1, r.y0 + middle};
  const Rectangle second =
      upright ? Rectangle{r.x0 + middle, r.y0, r.x1, r.y1} : Rectangle{r.x0, r.y0 + middle, r.x1, r.y1};
  cut(random, first, pieces);
  cut(random, second, pieces);
}

/// Points on all corners and borders of the grid, in its squares and beyond.
std::vector<Point> half_steps() {
  std::vector<Point> all;
  for (int x = -1; x <= 2 * kSide + 1; ++x)
    for (int y = -1; y <= 2 * kSide + 1; ++y) all.push_back(at(x / 2.0, y / 2.0));
  return all;
}

TEST(Coverage, HoldsEachPointOnceWhereverItLiesOnItsBorders) {
  const std::vector<Point> points = half_steps();
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Random random(seed);
    std::vector<Rectangle> zones;
    cut(random, {0, 0, kSide, kSide}, zones);
    const Table answer = answer_of(testing::points_at(points, "EPSG:2154"), zones, "within");
    const Box all{at(0, 0), at(kSide, kSide)};
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::string zone = answer.column("zone").text(i);
      EXPECT_EQ(zone.size(), all.contains(points[i]) ? 1u : 0u) << "seed " << seed << " point " << i;
      if (zone.empty()) continue;
      const Box held = box_of(zones[static_cast<std::size_t>(zone[0] - 'a')]);
      EXPECT_TRUE(held.contains(points[i])) << "seed " << seed << " point " << i;
    }
  }
}

TEST(Totals, AreThoseOfTheirGroupsInAnyOrderOfRowsAndOnAnyNumberOfThreads) {
  Random random(7);
  std::vector<Rectangle> zones;
  cut(random, {0, 0, kSide, kSide}, zones);
  std::vector<Point> places = half_steps();
  const auto totals = [&](const std::vector<std::string>& groups, unsigned threads) {
    Question question;
    question.predicate = parse_predicate("within");
    question.group_by = groups;
    question.aggregates = "count, mean(emplois) as moyenne, share(dans_zone) as part";
    question.threads = threads;
    Table points = testing::points_at(places, "EPSG:2154");
    Column::Integers jobs;  // by place, so that they go along when rows are shuffled
    for (const Point p : places)
      jobs.push_back(static_cast<std::int64_t>((p.x - kLeft + 7 * (p.y - kBottom)) / 500));
    points.set_column(Column("emplois", jobs));
    Diagnostics notes;
    return ask(std::move(points), set_of(zones), question, notes);
  };
  const Table whole = totals({}, 1), by_zone = totals({"zone"}, 1);
  double count = 0, jobs = 0;
  for (std::size_t row = 0; row < by_zone.row_count(); ++row) {
    count += by_zone.column("count").number(row);
    jobs += by_zone.column("count").number(row) * by_zone.column("moyenne").number(row);
  }
  EXPECT_EQ(count, static_cast<double>(places.size()));
  EXPECT_EQ(count, whole.column("count").number(0));
  EXPECT_NEAR(jobs / count, whole.column("moyenne").number(0), 1e-9);
  for (const unsigned threads : {1U, 2U, 3U}) {
    std::shuffle(places.begin(), places.end(), random.engine());
    const Table again = totals({"zone"}, threads);
    for (const char* column : {"zone", "count", "moyenne", "part"})
      EXPECT_EQ(texts(again, column), texts(by_zone, column)) << column << ' ' << threads;
  }
}

}  // namespace
}  // namespace cartouche::query
