// The embedded base map: complete, a true coverage, and as exact as its README says.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "cartouche/crs/crs.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/source/source.h"

namespace cartouche {
namespace {

Table read(const std::string& path, const std::string& id) {
  ReadOptions options;
  options.path = path;
  options.id = id;
  Diagnostics diagnostics;
  return read_source(options, diagnostics);
}

Table embedded(const std::string& file, const std::string& id) {
  return read(std::string(CARTOUCHE_SOURCE_DIR) + "/geodata/" + file, id);
}

GeometryArray in_lambert(const Table& table) {
  return transformed(table.geometry()->shapes, table.geometry()->crs, Crs::from_text("EPSG:2154"));
}

double total_area(const GeometryArray& polygons) {
  double total = 0;
  for (std::size_t i = 0; i < polygons.size(); ++i) total += area(polygons, i);
  return total;
}

TEST(BaseMap, HasEveryUnitOf2021) {
  EXPECT_EQ(embedded("communes.csv", "insee").row_count(), 34965U);
  EXPECT_EQ(embedded("epci.fgb", "siren").row_count(), 1254U);
  EXPECT_EQ(embedded("departements.fgb", "code").row_count(), 101U);
  EXPECT_EQ(embedded("regions.fgb", "code").row_count(), 18U);
}

TEST(BaseMap, KeepsTheZeroOfItsCodes) {
  const Table communes = embedded("communes.csv", "insee");
  EXPECT_EQ(communes.column("insee").type(), Type::text);
  EXPECT_EQ(communes.column("insee").texts().front(), "01001");
  EXPECT_EQ(embedded("regions.fgb", "code").column("code").type(), Type::text);
}

TEST(BaseMap, HasValidPolygonsThatNeitherOverlapNorLeaveGaps) {
  const Table epci = embedded("epci.fgb", "siren");
  GeometryArray shapes = epci.geometry()->shapes;
  EXPECT_TRUE(repair(shapes).empty());
  // Where edges cancel exactly, the union's area is the sum of the parts'; GEOS is asked only where they do
  // not.
  std::vector<std::size_t> not_a_coverage;
  const std::vector<GeometryArray::Index> one_group(shapes.size(), 0);
  const GeometryArray land = dissolve(shapes, one_group, 1, &not_a_coverage);
  EXPECT_TRUE(not_a_coverage.empty());
  EXPECT_NEAR(area(land, 0), total_area(shapes), 1e-9 * total_area(shapes));
}

TEST(BaseMap, SharesItsBordersAmongLayers) {
  const GeometryArray departements = embedded("departements.fgb", "code").geometry()->shapes;
  const GeometryArray regions = embedded("regions.fgb", "code").geometry()->shapes;
  EXPECT_NEAR(total_area(departements), total_area(regions), 1e-9 * total_area(regions));
}

// Intersection over union of each EPCI with IGN's contours, in Lambert-93.
TEST(BaseMap, AgreesWithTheRealEpciAsItsReadmeSays) {
  const std::string shared = std::string(CARTOUCHE_SHARED_DIR) + "/geodata/epci-2021.fgb";
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "no real boundaries at " << shared;
  const Table ours = embedded("epci.fgb", "siren"), real = read(shared, "siren");
  const GeometryArray a = in_lambert(ours);
  GeometryArray b = in_lambert(real);
  repair(b);
  std::map<std::string, std::size_t> row_of;
  for (std::size_t row = 0; row < real.row_count(); ++row) row_of[real.row_id(row)] = row;
  std::vector<double> agreement;
  for (std::size_t row = 0; row < ours.row_count(); ++row) {
    const std::size_t other = row_of.at(ours.row_id(row));
    const double reach = 2e6;  // overseas Lambert-93 coordinates mean nothing
    const Box box = a.box(row);
    if (box.empty() || box.min.x < -reach || box.max.x > reach || box.min.y < 6e6 || box.max.y > 7.3e6)
      continue;
    const double common = intersection_area(a, row, b, other);
    agreement.push_back(common / (area(a, row) + area(b, other) - common));
  }
  ASSERT_GT(agreement.size(), 1200U);
  std::sort(agreement.begin(), agreement.end());
  EXPECT_GE(agreement[agreement.size() / 2], 0.904);
  EXPECT_GE(agreement[agreement.size() / 10], 0.854);
}

}  // namespace
}  // namespace cartouche
