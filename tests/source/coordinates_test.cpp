#include <cmath>

#include "support.h"

namespace cartouche {
namespace {

using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read_text;
using ::testing::SizeIs;

ReadOptions lon_lat(const std::string& crs = "EPSG:4326") {
  ReadOptions options;
  options.x = "lon";
  options.y = "lat";
  options.crs = crs;
  return options;
}

TEST(Coordinates, BecomePointsInTheStatedCrs) {
  const Table table = read_text("nom,lon,lat\nParis,2.35,48.85\nLyon,4.83,45.76\n", lon_lat());
  ASSERT_TRUE(table.geometry());
  EXPECT_EQ(table.geometry()->crs.definition(), "EPSG:4326");
  EXPECT_THAT(table.geometry()->shapes.points(), ElementsAre(Point{2.35, 48.85}, Point{4.83, 45.76}));
  EXPECT_NE(table.find("lon"), nullptr);
}

TEST(Coordinates, AreMissingWhereOneOfTheTwoIs) {
  const Table table = read_text("lon,lat\n2,48\n,48\n2,\n,\n", lon_lat());
  for (std::size_t row = 0; row < 4; ++row)
    EXPECT_EQ(table.geometry()->shapes.is_missing(row), row > 0) << row;
}

TEST(Coordinates, AreNumbersWhateverTheirNamesSay) {
  ReadOptions options = lon_lat("EPSG:2154");
  options.x = "code_x";
  options.y = "y";
  const Table table = read_text("code_x;y\n652000;6862000,5\n", options);
  EXPECT_THAT(table.geometry()->shapes.points(), ElementsAre(Point{652000, 6862000.5}));
}

TEST(Coordinates, NeedAllOfXAndYAndCrs) {
  for (const char* left_out : {"x", "y", "crs"}) {
    ReadOptions options = lon_lat();
    if (*left_out == 'x') options.x.clear();
    if (*left_out == 'y') options.y.clear();
    if (*left_out == 'c') options.crs.clear();
    const auto complaint = complaint_of([&] { read_text("lon,lat\n2,48\n", options); });
    EXPECT_EQ(complaint.code, 2) << left_out;
    EXPECT_THAT(complaint.line, HasSubstr(left_out));
  }
}

TEST(Coordinates, ThatAreNoNumberAreNamedWithTheirPlace) {
  const auto complaint = complaint_of([] { read_text("lon,lat\n2,48\n2°61'E,48\n", lon_lat()); });
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, HasSubstr("essai.csv:3:1: '2°61'E' in column 'lon' is no number"));
}

TEST(Coordinates, OffTheGlobeAreADataErrorWhereMostAre) {
  const struct {
    const char* text;
    const char* hint;
  } cases[] = {
      {"lon,lat\n652000,6862000\n842000,6519000\n", "they look like EPSG:2154; state it"},
      {"lon,lat\n652,6862\n842,6519\n", "state the CRS that they are in"},
      {"lon,lat\n-21.1,155.5\n-20.9,155.4\n-21,55\n", "x and y look swapped"},
  };
  for (const auto& one : cases) {
    const auto complaint = complaint_of([&] { read_text(one.text, lon_lat()); });
    EXPECT_EQ(complaint.code, 3);
    EXPECT_THAT(complaint.line, HasSubstr("'lon' and 'lat' are no longitudes and latitudes of EPSG:4326"));
    EXPECT_THAT(complaint.line, HasSubstr(one.hint));
  }
}

TEST(Coordinates, OffTheGlobeAreAFindingWithTheirRowsWhereFewAre) {
  Diagnostics notes;
  ReadOptions options = lon_lat();
  options.id = "nom";
  read_text("nom,lon,lat\na,2,48\nb,2,95\nc,3,47\n", options, &notes);
  ASSERT_THAT(notes.all(), SizeIs(1));
  EXPECT_EQ(notes.all()[0].code, "off-the-globe");
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("b"));
}

TEST(Coordinates, ThatFallInFranceOnlyWhenSwappedGiveAWarning) {
  const struct {
    const char* text;
    std::size_t warnings;
  } cases[] = {
      {"lon,lat\n48.85,2.35\n45.76,4.83\n", 1},
      {"lon,lat\n2.35,48.85\n4.83,45.76\n", 0},
      {"lon,lat\n48.85,2.35\n4.83,45.76\n", 0},  // one is right: the columns are
      {"lon,lat\n13.4,52.5\n", 0},               // Berlin is in no territory either way round
  };
  for (const auto& one : cases) {
    Diagnostics notes;
    read_text(one.text, lon_lat(), &notes);
    EXPECT_THAT(notes.all(), SizeIs(one.warnings)) << one.text;
  }
}

TEST(Coordinates, AreKeptWithinTheBoundsAskedFor) {
  ReadOptions options = lon_lat();
  options.bounds = Box{{2, 48}, {3, 49}};
  const Table table = read_text("nom,lon,lat\na,2.5,48.5\nb,4,48.5\nc,,\n", options);
  EXPECT_THAT(testing::texts(table, "nom"), ElementsAre("a"));
}

}  // namespace
}  // namespace cartouche
