// Steps that ask geometry: spatial_join, clip, dissolve, and the repair before them.

#include <random>

#include "cartouche/geometry/measure.h"
#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

// Two squares that share the edge x = 10, and one with a hole.
Table zones() {
  return with(table_of({words("zone", {"ouest", "est", "trouée"}), integers("rang", {1, 2, 3})}, "zone"),
              shapes(GeometryKind::polygon,
                     {square(0, 0, 10), square(10, 0, 10),
                      "POLYGON ((30 0, 40 0, 40 10, 30 10, 30 0), (34 4, 36 4, 36 6, 34 6, 34 4))"}));
}

Table points(const Words& wkt) {
  Words names;
  for (std::size_t i = 0; i < wkt.size(); ++i) names.push_back("p" + std::to_string(i));
  return with(table_of({words("id", names)}, "id"), shapes(GeometryKind::point, wkt));
}

const std::string kJoin =
    "  t:\n    - from: points\n    - spatial_join: { table: zones, predicate: within, take: [zone] }\n";

TEST(SpatialJoin, GivesEachPointTheZoneItLiesIn) {
  const Outcome result =
      run({{"zones", zones()},
           {"points", points({"POINT (5 5)", "POINT (15 5)", "POINT (25 5)", "POINT (32 2)"})}},
          kJoin);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"ouest", "est", "", "trouée"}));
}

TEST(SpatialJoin, APointOnASharedBorderBelongsToTheFirstZoneOnly) {
  const Outcome result =
      run({{"zones", zones()}, {"points", points({"POINT (10 5)", "POINT (0 0)"})}}, kJoin);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"ouest", "ouest"}));
}

TEST(SpatialJoin, APointInAHoleIsOutside) {
  const Outcome result = run({{"zones", zones()}, {"points", points({"POINT (35 5)"})}}, kJoin);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{""}));
}

TEST(SpatialJoin, ReportsPointsWithoutCoordinates) {
  const Outcome result = run({{"zones", zones()}, {"points", points({"", "POINT (5 5)"})}}, kJoin);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"", "ouest"}));
  const auto missing = result.said("missing-coordinates");
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].message, "1 row of 't' without coordinates lies nowhere");
  EXPECT_EQ(missing[0].ids, (Words{"p0"}));
}

TEST(SpatialJoin, TransformsPointsToTheZonesCrs) {
  Table degrees = with(table_of({words("id", {"a", "b"})}),
                       shapes(GeometryKind::point, {"POINT (3 46.5)", "POINT (3.1 46.5)"}, "EPSG:4326"));
  Table lambert = with(table_of({words("zone", {"centre"})}),
                       shapes(GeometryKind::polygon, {square(699000, 6599000, 2000)}));
  const Outcome result = run({{"zones", lambert}, {"points", degrees}}, kJoin);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"centre", ""}));
  EXPECT_EQ(result["t"].geometry()->crs.definition(), "EPSG:4326");
}

TEST(SpatialJoin, OverlappingZonesAreRefusedOnRequestButASharedBorderIsNot) {
  Table overlapping = with(table_of({words("zone", {"a", "b"})}, "zone"),
                           shapes(GeometryKind::polygon, {square(0, 0, 10), square(5, 0, 10)}));
  const std::string recipe =
      "  t:\n    - from: points\n    - spatial_join: { table: zones, take: [zone], match: error }\n";
  const Error error = error_of({{"zones", overlapping}, {"points", points({"POINT (7 5)"})}}, recipe);
  EXPECT_EQ(error.code(), ExitCode::data);
  EXPECT_TRUE(says(error, "p0 of 't' lies in several rows of 'zones': a, b")) << error.what();
  const Outcome result = run({{"zones", zones()}, {"points", points({"POINT (10 5)"})}}, recipe);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"ouest"}));
}

TEST(SpatialJoin, WithinWantsThePolygonWholeIntersectsAnyPartOfIt) {
  Table parcels = with(table_of({words("id", {"dedans", "à cheval", "dehors"})}),
                       shapes(GeometryKind::polygon, {square(1, 1, 2), square(-1, 1, 3), square(50, 50, 1)}));
  const std::string recipe =
      "  t:\n    - from: points\n    - spatial_join: { table: zones, take: { zone: dans } }\n"
      "    - spatial_join: { table: zones, predicate: intersects, take: { zone: touche } }\n";
  const Outcome result = run({{"zones", zones()}, {"points", parcels}}, recipe);
  EXPECT_EQ(texts(result["t"], "dans"), (Words{"ouest", "", ""}));
  EXPECT_EQ(texts(result["t"], "touche"), (Words{"ouest", "ouest", ""}));
}

// What a finding of a code names, "" where there is none.
std::string named(const Outcome& outcome, const std::string& code) {
  std::string names;
  for (const Diagnostic& one : outcome.diagnostics.all())
    if (one.code == code)
      for (const std::string& id : one.ids) names += (names.empty() ? "" : " ") + id;
  return names;
}

std::string joined(const std::string& options) {
  return "  t:\n    - from: points\n    - spatial_join: { table: zones, take: [zone]" + options + " }\n";
}

TEST(SpatialJoin, PolygonsThatOnlyTouchDoNotMeet) {
  Table parcels =
      with(table_of({words("id", {"bord", "coin", "éclat"})}, "id"),
           shapes(GeometryKind::polygon, {square(-5, 0, 5), square(-5, -5, 5), square(-4.9999999, 5, 5)}));
  const Outcome result = run({{"zones", zones()}, {"points", parcels}}, joined(", predicate: intersects"));
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"", "", ""}));
  EXPECT_EQ(named(result, "in-no-zone"), "bord coin éclat");
}

TEST(SpatialJoin, SaysWhichPolygonsLiePartlyInAZoneAndWhichInSeveral) {
  Table parcels = with(table_of({words("id", {"dedans", "dépasse", "entre", "dehors"})}, "id"),
                       shapes(GeometryKind::polygon,
                              {square(1, 1, 2), square(-0.001, 1, 3), square(8, 1, 3), square(50, 50, 1)}));
  const Outcome within = run({{"zones", zones()}, {"points", parcels}}, joined(""));
  EXPECT_EQ(texts(within["t"], "zone"), (Words{"ouest", "", "", ""}));
  EXPECT_EQ(named(within, "partly-in-zone"), "dépasse entre");
  EXPECT_EQ(named(within, "in-no-zone"), "dehors");
  const Outcome some = run({{"zones", zones()}, {"points", parcels}}, joined(", predicate: intersects"));
  EXPECT_EQ(texts(some["t"], "zone"), (Words{"ouest", "ouest", "ouest", ""}));
  EXPECT_EQ(named(some, "several-zones"), "entre");
}

TEST(SpatialJoin, TheLargestShareIsTheOneOfTheGreatestIntersection) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 30), size(1, 9);
  Words left, right, ids, names, expected;
  GeometryArray ours(GeometryKind::polygon), others(GeometryKind::polygon);
  for (int i = 0; i < 60; ++i) {
    right.push_back(square(place(random), place(random), size(random)));
    append_wkt(others, right.back());
    names.push_back("z" + std::to_string(i));
  }
  for (int i = 0; i < 80; ++i) {
    left.push_back(square(place(random), place(random), size(random)));
    append_wkt(ours, left.back());
    ids.push_back(std::to_string(i));
    // The oracle: squares share a rectangle.
    const Box a = ours.box(static_cast<std::size_t>(i));
    double most = 0;
    std::string best;
    for (std::size_t k = 0; k < names.size(); ++k) {
      const Box b = others.box(k);
      const double width = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
      const double height = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
      if (width <= 0 || height <= 0 || width * height <= most * (1 + 1e-9)) continue;
      most = width * height;
      best = names[k];
    }
    expected.push_back(best);
  }
  const Sources sources{
      {"zones", with(table_of({words("zone", names)}), shapes(GeometryKind::polygon, right))},
      {"points", with(table_of({words("id", ids)}), shapes(GeometryKind::polygon, left))}};
  const Outcome result = run(sources, joined(", predicate: intersects, match: largest"));
  EXPECT_EQ(texts(result["t"], "zone"), expected);
}

TEST(SpatialJoin, LinesIntersect) {
  Table roads = with(table_of({words("id", {"a", "b"})}),
                     shapes(GeometryKind::line, {"LINESTRING (-5 5, 5 5)", "LINESTRING (-5 50, 5 50)"}));
  const Outcome result = run({{"zones", zones()}, {"points", roads}},
                             "  t:\n    - from: points\n    - spatial_join: { table: zones, predicate: "
                             "intersects, take: [zone] }\n");
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"ouest", ""}));
  EXPECT_TRUE(says(error_of({{"zones", zones()}, {"points", roads}}, kJoin), "use predicate: intersects"));
}

TEST(SpatialJoin, TheBoxIndexFindsWhatLookingAtEveryPairFinds) {
  std::mt19937 random(20210924);
  std::uniform_real_distribution<double> place(0, 100), size(0.5, 8);
  Words left, right, expected, names;
  std::vector<Box> boxes;
  for (int i = 0; i < 400; ++i) {
    const double x = place(random), y = place(random), s = size(random);
    right.push_back(square(x, y, s));
    names.push_back("z" + std::to_string(i));
    GeometryArray one(GeometryKind::polygon);
    append_wkt(one, right.back());
    boxes.push_back(one.box(0));
  }
  for (int i = 0; i < 200; ++i) {
    left.push_back(square(place(random), place(random), size(random)));
    GeometryArray one(GeometryKind::polygon);
    append_wkt(one, left.back());
    std::string first;
    for (std::size_t k = 0; k < boxes.size() && first.empty(); ++k)
      if (boxes[k].intersects(one.box(0))) first = names[k];
    expected.push_back(first);
  }
  Words ids(left.size(), "x");
  const Sources sources{
      {"zones", with(table_of({words("zone", names)}), shapes(GeometryKind::polygon, right))},
      {"points", with(table_of({words("id", ids)}), shapes(GeometryKind::polygon, left))}};
  const Outcome result = run(sources,
                             "  t:\n    - from: points\n    - spatial_join: { table: zones, predicate: "
                             "intersects, take: [zone] }\n");
  EXPECT_EQ(texts(result["t"], "zone"), expected);
}

TEST(SpatialJoin, WhatIsWrongWithTheArgumentsIsSaid) {
  const Sources sources{
      {"zones", zones()}, {"points", points({"POINT (5 5)"})}, {"plain", table_of({words("a", {"b"})})}};
  struct Case {
    std::string table, step, expected;
  };
  const std::vector<Case> cases{
      {"points", "{ table: zones, predicate: inside, take: [zone] }",
       "no predicate 'inside'; expected one of: within, intersects"},
      {"points", "{ table: zones }", "missing key 'take'"},
      {"points", "{ table: zones, take: [zones] }", "no column 'zones' to take; did you mean 'zone'?"},
      {"points", "{ table: plain, take: [a] }", "table 'plain' has no geometry"},
      {"plain", "{ table: zones, take: [zone] }", "has no geometry to ask where it lies"},
      {"points", "{ table: points, take: { id: autre } }", "'within' needs polygons"},
      {"points", "{ table: zones, take: [zone], match: all }", "'all'"},
  };
  for (const Case& one : cases) {
    const Error error =
        error_of(sources, "  t:\n    - from: " + one.table + "\n    - spatial_join: " + one.step + "\n");
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_TRUE(says(error, one.expected)) << error.what();
  }
}

TEST(Dissolve, MakesOnePolygonOfTheRowsOfEqualValue) {
  Table members = with(table_of({words("ti", {"a", "b", "a", ""}), words("nom", {"A", "B", "A", "?"}),
                                 integers("pop", {1, 2, 4, 8})}),
                       shapes(GeometryKind::polygon,
                              {square(0, 0, 10), square(20, 0, 10), square(10, 0, 10), square(40, 0, 10)}));
  const Outcome result =
      run({{"m", members}}, "  t:\n    - from: m\n    - dissolve: { by: ti, keep: [nom], sum: [pop] }\n");
  const Table& table = result["t"];
  EXPECT_EQ(texts(table, "ti"), (Words{"a", "b"}));
  EXPECT_EQ(texts(table, "nom"), (Words{"A", "B"}));
  EXPECT_EQ(texts(table, "pop"), (Words{"5", "2"}));
  EXPECT_EQ(table.id_column(), "ti");
  const GeometryArray& merged = table.geometry()->shapes;
  EXPECT_EQ(merged.part_end(0) - merged.part_begin(0), 1U);
  EXPECT_EQ(area(merged, 0), 200);
  EXPECT_EQ(merged.box(0), (Box{{0, 0}, {20, 10}}));
}

TEST(Dissolve, SaysWhereAKeptColumnDiffersWithinAGroup) {
  Table members = with(table_of({words("ti", {"a", "a"}), words("reg", {"84", "27"})}),
                       shapes(GeometryKind::polygon, {square(0, 0, 10), square(10, 0, 10)}));
  const Outcome result =
      run({{"m", members}}, "  t:\n    - from: m\n    - dissolve: { by: ti, keep: reg }\n");
  EXPECT_EQ(texts(result["t"], "reg"), (Words{"84"}));
  ASSERT_EQ(result.said("differing-values").size(), 1U);
  EXPECT_EQ(result.said("differing-values")[0].message,
            "column 'reg' differs within 1 group of 't'; the first value is kept");
  EXPECT_EQ(result.said("differing-values")[0].ids, (Words{"a"}));
}

TEST(Dissolve, SaysWhichMembersOverlap) {
  Table members = with(table_of({words("ti", {"a", "a", "b"})}),
                       shapes(GeometryKind::polygon, {square(0, 0, 10), square(5, 0, 10), square(30, 0, 1)}));
  const Outcome result = run({{"m", members}}, "  t:\n    - from: m\n    - dissolve: { by: ti }\n");
  EXPECT_NEAR(area(result["t"].geometry()->shapes, 0), 150, 1e-6);
  ASSERT_EQ(result.said("not-a-coverage").size(), 1U);
  EXPECT_EQ(result.said("not-a-coverage")[0].message,
            "the members of 1 row of 't' overlap or do not share vertices; they are merged on a fixed grid");
  EXPECT_EQ(result.said("not-a-coverage")[0].ids, (Words{"a"}));
}

TEST(Dissolve, NeedsPolygons) {
  EXPECT_TRUE(
      says(error_of({{"p", points({"POINT (0 0)"})}}, "  t:\n    - from: p\n    - dissolve: { by: id }\n"),
           "dissolve needs polygons"));
}

TEST(Clip, CutsPolygonsAndDropsWhatLiesOutside) {
  Table fields = with(table_of({words("id", {"dedans", "à cheval", "dehors"})}, "id"),
                      shapes(GeometryKind::polygon, {square(1, 1, 2), square(-5, 0, 10), square(50, 50, 1)}));
  const Outcome result = run({{"zones", zones()}, {"f", fields}},
                             "  t:\n    - from: f\n    - clip: { table: zones, where: rang = 1 }\n");
  EXPECT_EQ(texts(result["t"], "id"), (Words{"dedans", "à cheval"}));
  EXPECT_NEAR(area(result["t"].geometry()->shapes, 1), 50, 1e-9);
}

TEST(Clip, KeepsPointsThatLieInside) {
  const Outcome result =
      run({{"zones", zones()}, {"p", points({"POINT (5 5)", "POINT (25 5)", "POINT (15 5)"})}},
          "  t:\n    - from: p\n    - clip: { table: zones }\n");
  EXPECT_EQ(texts(result["t"], "id"), (Words{"p0", "p2"}));
}

TEST(Clip, ToNothingIsADataError) {
  const Error error = error_of({{"zones", zones()}, {"p", points({"POINT (5 5)"})}},
                               "  t:\n    - from: p\n    - clip: { table: zones, where: rang > 9 }\n");
  EXPECT_EQ(error.code(), ExitCode::data);
  EXPECT_TRUE(says(error, "no polygon of 'zones' to clip to"));
}

// A bow tie: its two triangles touch in (5 5).
Table bow_tie() {
  return with(table_of({words("zone", {"noeud"})}, "zone"),
              shapes(GeometryKind::polygon, {"POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"}));
}

TEST(Repair, InvalidPolygonsInASpatialStepAreRepairedAndReportedOnce) {
  const std::string recipe = kJoin + "  u:\n    - from: zones\n    - dissolve: { by: zone }\n";
  const Outcome result =
      run({{"zones", bow_tie()}, {"points", points({"POINT (9 5)", "POINT (5 9)"})}}, recipe);
  EXPECT_EQ(texts(result["t"], "zone"), (Words{"noeud", ""}));
  const auto repaired = result.said("repaired-geometry");
  ASSERT_EQ(repaired.size(), 1U);
  EXPECT_EQ(repaired[0].ids, (Words{"noeud"}));
  EXPECT_NEAR(area(result["u"].geometry()->shapes, 0), 50, 1e-9);
}

TEST(Repair, OnlyPolygonsThatComeIntoTheStepAreChecked) {
  Table zones =
      with(table_of({words("zone", {"noeud", "bon"})}, "zone"),
           shapes(GeometryKind::polygon, {"POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", square(20, 0, 1)}));
  const std::string recipe =
      "  a:\n    - from: zones\n  b:\n    - from: a\n    - dissolve: { by: zone }\n"
      "  c:\n    - from: a\n    - filter: zone = 'bon'\n    - dissolve: { by: zone }\n";
  const auto repaired = run({{"zones", zones}}, recipe).said("repaired-geometry");
  ASSERT_EQ(repaired.size(), 1U);
  EXPECT_TRUE(repaired[0].message.starts_with("1 polygon of 'b' repaired")) << repaired[0].message;
}

TEST(Repair, PolygonsThatMeetNoSpatialStepAreLeftAsTheyAre) {
  const Outcome result = run({{"zones", bow_tie()}}, "  a:\n    - from: zones\n");
  EXPECT_TRUE(result.said("repaired-geometry").empty());
  EXPECT_EQ(result["a"].geometry()->shapes, bow_tie().geometry()->shapes);
}

}  // namespace
}  // namespace cartouche
