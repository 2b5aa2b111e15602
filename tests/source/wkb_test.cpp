#include "../../src/source/wkb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <limits>

#include "../../src/source/shape_builder.h"
#include "../../src/source/wkb_writer.h"
#include "cartouche/base/error.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche::source_internal {
namespace {

using ::testing::HasSubstr;
using Wkb = std::vector<unsigned char>;

/// Builds WKB in either byte order.
class Build {
 public:
  explicit Build(bool little = true) : little_(little) {}
  Build& type(std::uint32_t code) {
    bytes_.push_back(little_ ? 1 : 0);
    return count(code);
  }
  Build& count(std::uint32_t value) { return number(value); }
  Build& xy(std::initializer_list<double> values) {
    for (const double value : values) number(std::bit_cast<std::uint64_t>(value));
    return *this;
  }
  Build& add(const Build& other) {
    bytes_.insert(bytes_.end(), other.bytes_.begin(), other.bytes_.end());
    return *this;
  }
  operator const Wkb&() const { return bytes_; }
  const Wkb& bytes() const { return bytes_; }

 private:
  template <class Number>
  Build& number(Number value) {
    for (std::size_t i = 0; i < sizeof value; ++i) {
      const std::size_t shift = 8 * (little_ ? i : sizeof value - 1 - i);
      bytes_.push_back(static_cast<unsigned char>(value >> shift & 0xFFU));
    }
    return *this;
  }
  bool little_;
  Wkb bytes_;
};

Build square(bool little = true) {
  return Build(little).type(3).count(1).count(5).xy({0, 0, 1, 0, 1, 1, 0, 1, 0, 0});
}
Build line() {
  return Build().type(2).count(2).xy({0, 0, 1, 1});
}
Build place(double x, double y) {
  return Build().type(1).xy({x, y});
}

std::string read(const Wkb& wkb) {
  ShapeBuilder shapes("essai", GeometryKind::point);
  shapes.add(wkb);
  return to_wkt(shapes.take(), 0);
}

TEST(Wkb, GivesTheSameGeometryInEveryDialect) {
  const struct {
    Wkb wkb;
    const char* wkt;
  } cases[] = {
      {place(2, 48), "POINT (2 48)"},
      {Build(false).type(1).xy({2, 48}), "POINT (2 48)"},
      {Build().type(1001).xy({2, 48, 9}), "POINT (2 48)"},
      {Build().type(2001).xy({2, 48, 9}), "POINT (2 48)"},
      {Build(false).type(3001).xy({2, 48, 9, 9}), "POINT (2 48)"},
      {Build().type(0x80000001U).xy({2, 48, 9}), "POINT (2 48)"},
      {Build().type(0x20000001U).count(4326).xy({2, 48}), "POINT (2 48)"},
      {Build().type(4).count(1).add(place(2, 48)), "POINT (2 48)"},
      {line(), "LINESTRING (0 0, 1 1)"},
      {Build().type(5).count(2).add(line()).add(line()), "MULTILINESTRING ((0 0, 1 1), (0 0, 1 1))"},
      {square(), "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"},
      {square(false), "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"},
      {Build().type(6).count(1).add(square(false)), "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"},
      {Build().type(1003).count(1).count(4).xy({0, 0, 7, 1, 0, 7, 1, 1, 7, 0, 0, 7}),
       "POLYGON ((0 0, 1 0, 1 1, 0 0))"},
      {Build().type(3).count(1).count(3).xy({0, 0, 1, 0, 1, 1}), "POLYGON ((0 0, 1 0, 1 1, 0 0))"},
      {Build().type(7).count(3).add(place(5, 5)).add(square()).add(line()),
       "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"},
      {Build().type(7).count(1).add(Build().type(7).count(1).add(line())), "LINESTRING (0 0, 1 1)"},
  };
  for (const auto& one : cases) EXPECT_EQ(read(one.wkb), one.wkt);
}

TEST(Wkb, LeavesOutRingsThatEncloseNothing) {
  const Wkb hole =
      Build().type(3).count(2).count(4).xy({0, 0, 4, 0, 0, 4, 0, 0}).count(3).xy({1, 1, 2, 1, 1, 1});
  EXPECT_EQ(read(hole), "POLYGON ((0 0, 4 0, 0 4, 0 0))");
}

TEST(Wkb, TakesEmptyGeometriesForMissing) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  for (const Wkb& empty : {Build().type(3).count(0).bytes(), Build().type(7).count(0).bytes(),
                           Build().type(6).count(0).bytes(), place(kNaN, kNaN).bytes()}) {
    ShapeBuilder shapes("essai", GeometryKind::point);
    shapes.add(empty);
    shapes.add(square().bytes());
    shapes.add_missing();
    const GeometryArray array = shapes.take();
    ASSERT_EQ(array.size(), 3U);
    EXPECT_EQ(array.kind(), GeometryKind::polygon);
    EXPECT_TRUE(array.is_missing(0) && array.is_missing(2) && !array.is_missing(1));
  }
}

TEST(Wkb, HasTheDeclaredKindWhereAllIsMissing) {
  ShapeBuilder shapes("essai", GeometryKind::line);
  shapes.add_missing();
  const GeometryArray array = shapes.take();
  EXPECT_EQ(array.kind(), GeometryKind::line);
  EXPECT_EQ(array.size(), 1U);
}

TEST(Wkb, MakesCurvesLinear) {
  // A half circle from (0 0) over (1 1) to (2 0).
  const std::string wkt = read(Build().type(8).count(3).xy({0, 0, 1, 1, 2, 0}));
  EXPECT_THAT(wkt, ::testing::StartsWith("LINESTRING (0 0, "));
  EXPECT_GT(std::count(wkt.begin(), wkt.end(), ','), 20);
}

TEST(Wkb, NamesTheFeatureThatDoesNotFit) {
  const struct {
    Wkb first, second;
    const char* line;
  } cases[] = {
      {square(), line(), "feature 2 is a line where those before are polygons"},
      {place(1, 2), square(), "feature 2 is a polygon where those before are points"},
      {place(1, 2), Build().type(4).count(2).add(place(1, 2)).add(place(3, 4)),
       "feature 2 has 2 points where a row has one place"},
      {line(), Build().type(2).count(2).xy({0, 0, std::numeric_limits<double>::infinity(), 1}),
       "feature 2 has a coordinate that is no finite number"},
      {square(), Wkb{9, 9}, "feature 2 has a broken geometry"},
  };
  for (const auto& one : cases) {
    ShapeBuilder shapes("essai.fgb", GeometryKind::point);
    shapes.add(one.first);
    try {
      shapes.add(one.second);
      ADD_FAILURE() << one.line;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(std::string("essai.fgb: ") + one.line));
      EXPECT_EQ(error.code(), ExitCode::data);
    }
  }
}

TEST(Wkb, RefusesEveryTruncation) {
  const Build nested =
      Build().type(7).count(2).add(square()).add(Build().type(6).count(1).add(square(false)));
  const Wkb& whole = nested;
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(wkb_content(Bytes(whole).first(size)).well_formed) << size;
  EXPECT_TRUE(wkb_content(whole).well_formed);
}

TEST(Wkb, RefusesCountsBeyondTheBytes) {
  for (const Build& lie :
       std::vector<Build>{Build().type(3).count(0xFFFFFFFF), Build().type(2).count(0xFFFFFFFF),
                          Build().type(6).count(0xFFFFFFFF), Build().type(3).count(1).count(0xFFFFFFFF)})
    EXPECT_FALSE(wkb_content(lie.bytes()).well_formed);
  Build deep;
  for (int i = 0; i < 1000; ++i) deep.type(7).count(1);
  EXPECT_FALSE(wkb_content(deep.bytes()).well_formed);
}

TEST(Wkb, IsReadBackAsItWasWritten) {
  for (const char* wkt :
       {"POINT (2.5 48.25)", "LINESTRING (0 0, 1 1, 2 0)", "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))",
        "POLYGON ((0 0, 4 0, 0 4, 0 0))",
        "MULTIPOLYGON (((0 0, 9 0, 0 9, 0 0), (1 1, 2 1, 1 2, 1 1)), ((20 0, 29 0, 20 9, 20 0)))"}) {
    const GeometryKind kind = wkt[0] == 'P' && wkt[2] == 'I'        ? GeometryKind::point
                              : std::strstr(wkt, "LINE") != nullptr ? GeometryKind::line
                                                                    : GeometryKind::polygon;
    GeometryArray shapes(kind);
    append_wkt(shapes, wkt);
    EXPECT_EQ(read(to_wkb(shapes, 0)), wkt);
  }
}

}  // namespace
}  // namespace cartouche::source_internal
