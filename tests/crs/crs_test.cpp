#include "cartouche/crs/crs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartouche {
namespace {

using testing::HasSubstr;

struct Known {
  const char* text;
  const char* definition;
  const char* name;
  bool geographic;
  double metres_per_unit;
};

class KnownCrs : public testing::TestWithParam<Known> {};

TEST_P(KnownCrs, is_understood_and_named) {
  const Known& expected = GetParam();
  const Crs crs = Crs::from_text(expected.text);
  EXPECT_EQ(crs.definition(), expected.definition);
  EXPECT_EQ(crs.name(), expected.name);
  EXPECT_EQ(crs.is_geographic(), expected.geographic);
  EXPECT_DOUBLE_EQ(crs.metres_per_unit(), expected.metres_per_unit);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, KnownCrs,
    testing::Values(Known{"EPSG:2154", "EPSG:2154", "RGF93 v1 / Lambert-93", false, 1},
                    Known{" epsg:2154\n", "EPSG:2154", "RGF93 v1 / Lambert-93", false, 1},
                    Known{"EPSG:4326", "EPSG:4326", "WGS 84", true, 0},
                    Known{"urn:ogc:def:crs:EPSG::5490", "EPSG:5490", "RGAF09 / UTM zone 20N", false, 1},
                    Known{"urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "WGS 84 (CRS84)", true, 0},
                    Known{"EPSG:4979", "EPSG:4979", "WGS 84", true, 0},
                    // Lambert-93 with heights of the NGF: its horizontal part.
                    Known{"EPSG:5698", "EPSG:2154", "RGF93 v1 / Lambert-93", false, 1},
                    // US survey feet: 1200/3937 m by definition.
                    Known{"EPSG:2263", "EPSG:2263", "NAD83 / New York Long Island (ftUS)", false,
                          1200.0 / 3937.0}));

// The .prj that goes with IGN's shapefiles.
constexpr const char* kEsriLambert93 =
    R"(PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],)"
    R"(PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],)"
    R"(PARAMETER["Standard_Parallel_1",44.0],PARAMETER["Standard_Parallel_2",49.0],)"
    R"(PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]])";

TEST(Crs, esri_prj_text_of_lambert_93_is_epsg_2154) {
  EXPECT_EQ(Crs::from_text(kEsriLambert93).definition(), "EPSG:2154");
}

TEST(Crs, a_system_of_ones_own_keeps_its_meaning_as_wkt2) {
  const Crs own = Crs::from_text("+proj=laea +lat_0=46 +lon_0=2 +ellps=GRS80 +units=km");
  EXPECT_THAT(own.definition(), HasSubstr("PROJCRS["));
  EXPECT_DOUBLE_EQ(own.metres_per_unit(), 1000);
  EXPECT_EQ(Crs::from_text(own.definition()), own);
  const Point center = Transform(Crs::from_text("EPSG:4171"), own)({2, 46});
  EXPECT_NEAR(center.x, 0, 1e-9);
  EXPECT_NEAR(center.y, 0, 1e-9);
}

TEST(Crs, none_has_an_empty_definition) {
  EXPECT_EQ(Crs().definition(), "");
  EXPECT_EQ(Crs(), Crs());
  EXPECT_FALSE(Crs() == Crs::from_text("EPSG:4326"));
}

struct Wrong {
  const char* text;
  const char* message;
};

class WrongCrs : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCrs, is_one_line_at_its_place_with_what_to_write) {
  const Location where{"carte.yaml", 4, 11};
  try {
    Crs::from_text(GetParam().text, where);
    FAIL() << "accepted " << GetParam().text;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.where(), where);
    EXPECT_THAT(error.what(), HasSubstr(GetParam().message));
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, WrongCrs,
    testing::Values(
        Wrong{"EPSG:21540", "did you mean 'EPSG:2154'?"}, Wrong{"EPSG:297", "did you mean 'EPSG:2972'?"},
        Wrong{"2154", "did you mean 'EPSG:2154'?"}, Wrong{"ESPG:2975", "did you mean 'EPSG:2975'?"},
        Wrong{"", "write a code like EPSG:2154"}, Wrong{"Lambert-93", "did you mean 'EPSG:2154'?"},
        Wrong{"WGS 84", "did you mean 'EPSG:4326'?"}, Wrong{"EPSG2154", "did you mean 'EPSG:2154'?"},
        Wrong{"Paris", "write a code like EPSG:2154"},
        // Far from every usual code: none is suggested.
        Wrong{"EPSG:99",
              "there is no coordinate reference system 'EPSG:99'; EPSG:4326 is "
              "longitude and latitude, EPSG:2154 Lambert-93"},
        Wrong{"99", "there is no coordinate reference system '99'; EPSG:4326 is"},
        Wrong{"+proj=nothing", "unknown coordinate reference system '+proj=nothing'"},
        Wrong{"PROJCS[\"half", "unknown coordinate reference system 'PROJCS[\"half'"},
        Wrong{"{\"type\":\n 1}", "unknown coordinate reference system '{\"type\":  1}'"},
        // Geocentric and vertical: no plane to draw in.
        Wrong{"EPSG:4978", "'WGS 84' is not a geographic or projected system"},
        Wrong{"EPSG:5720", "'NGF-IGN69 height' is not a geographic or projected system"}));

}  // namespace
}  // namespace cartouche
