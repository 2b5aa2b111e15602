#include "cartouche/geometry/wkt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cartouche/base/error.h"

namespace cartouche {
namespace {

struct Case {
  GeometryKind kind;
  const char* in;
  const char* out;
};

TEST(Wkt, ReadsWhatItWrites) {
  const Case cases[] = {
      {GeometryKind::point, "POINT (1 2)", "POINT (1 2)"},
      {GeometryKind::point, " point(-0.1 1e3 ) ", "POINT (-0.1 1000)"},
      {GeometryKind::point, "POINT EMPTY", "POINT EMPTY"},
      {GeometryKind::line, "LINESTRING (0 0, 1 1.5)", "LINESTRING (0 0, 1 1.5)"},
      {GeometryKind::line, "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
       "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))"},
      {GeometryKind::line, "MULTILINESTRING ((0 0, 1 1))", "LINESTRING (0 0, 1 1)"},
      {GeometryKind::line, "LINESTRING EMPTY", "LINESTRING EMPTY"},
      {GeometryKind::polygon, "Polygon((0 0,1 0,1 1,0 0))", "POLYGON ((0 0, 1 0, 1 1, 0 0))"},
      {GeometryKind::polygon, "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))",
       "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))"},
      {GeometryKind::polygon, "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
       "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"},
      {GeometryKind::polygon, "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))",
       "POLYGON ((0 0, 1 0, 1 1, 0 0))"},
      {GeometryKind::polygon, "MULTIPOLYGON EMPTY", "POLYGON EMPTY"},
  };
  for (const auto& c : cases) {
    GeometryArray array(c.kind);
    append_wkt(array, c.in);
    ASSERT_EQ(array.size(), 1U) << c.in;
    EXPECT_EQ(to_wkt(array, 0), c.out);
  }
}

TEST(Wkt, CoordinatesAreShortestAndExact) {
  GeometryArray array;
  array.add_point({0.1 + 0.2, 1.0 / 3});
  GeometryArray back;
  append_wkt(back, to_wkt(array, 0));
  EXPECT_EQ(back, array);
  EXPECT_EQ(to_wkt(array, 0), "POINT (0.30000000000000004 0.3333333333333333)");
}

TEST(Wkt, BadTextIsADataErrorAndLeavesTheArrayAlone) {
  const Case cases[] = {
      {GeometryKind::point, "POINT (1)", "expected a number at character 9"},
      {GeometryKind::point, "POINT (1 nan)", "expected a number"},
      {GeometryKind::point, "POINT (1 2) x", "expected the end of the text at character 13"},
      {GeometryKind::point, "LINESTRING (0 0, 1 1)", "expected POINT"},
      {GeometryKind::line, "LINESTRING (0 0)", "two points or more"},
      {GeometryKind::line, "POLYGON ((0 0, 1 0, 1 1, 0 0))", "expected LINESTRING or MULTILINESTRING"},
      {GeometryKind::polygon, "", "expected POLYGON or MULTIPOLYGON at character 1"},
      {GeometryKind::polygon, "POLYGON ((0 0, 1 0, 1 1))", "closed ring of four points or more"},
      {GeometryKind::polygon, "POLYGON ((0 0, 1 0, 1 1, 2 2))", "closed ring"},
      {GeometryKind::polygon, "POLYGON ((0 0, 1 0, 1 1, 0 0), ", "expected '('"},
  };
  for (const auto& c : cases) {
    GeometryArray array(c.kind);
    try {
      append_wkt(array, c.in);
      FAIL() << "accepted: " << c.in;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::data);
      EXPECT_THAT(error.what(), testing::HasSubstr(c.out)) << c.in;
    }
    EXPECT_EQ(array, GeometryArray(c.kind)) << c.in;
  }
}

}  // namespace
}  // namespace cartouche
