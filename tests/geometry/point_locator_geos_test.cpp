// The locator against GEOS prepared geometry, on doubles with all their bits.

#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>

#include "cartouche/geometry/point_locator.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

using Index = PointLocator::Index;

/// Prepared polygons of GEOS, asked one after the other.
class GeosOracle {
 public:
  explicit GeosOracle(const GeometryArray& polygons) : handle_(GEOS_init_r(), GEOS_finish_r) {
    GEOSWKTReader* reader = GEOSWKTReader_create_r(handle_.get());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
      geometries_.push_back(GEOSWKTReader_read_r(handle_.get(), reader, to_wkt(polygons, i).c_str()));
      prepared_.push_back(GEOSPrepare_r(handle_.get(), geometries_.back()));
    }
    GEOSWKTReader_destroy_r(handle_.get(), reader);
  }
  ~GeosOracle() {
    for (const GEOSPreparedGeometry* one : prepared_) GEOSPreparedGeom_destroy_r(handle_.get(), one);
    for (GEOSGeometry* one : geometries_) GEOSGeom_destroy_r(handle_.get(), one);
  }
  GeosOracle(const GeosOracle&) = delete;
  GeosOracle& operator=(const GeosOracle&) = delete;

  PointLocator::Side side(Point p, std::size_t polygon) const {
    GEOSGeometry* point = GEOSGeom_createPointFromXY_r(handle_.get(), p.x, p.y);
    const bool intersects = GEOSPreparedIntersects_r(handle_.get(), prepared_[polygon], point) == 1;
    const bool contains = GEOSPreparedContainsProperly_r(handle_.get(), prepared_[polygon], point) == 1;
    GEOSGeom_destroy_r(handle_.get(), point);
    if (contains) return PointLocator::Side::inside;
    return intersects ? PointLocator::Side::border : PointLocator::Side::outside;
  }

 private:
  std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> handle_;
  std::vector<GEOSGeometry*> geometries_;
  std::vector<const GEOSPreparedGeometry*> prepared_;
};

/// The places where rounding decides: vertices, rounded middles and thirds of edges, and their neighbours one
/// unit in the last place away.
std::vector<Point> hard_points(const GeometryArray& polygons) {
  std::vector<Point> points;
  const auto add = [&](Point p) {
    points.push_back(p);
    points.push_back({std::nextafter(p.x, 1e9), p.y});
    points.push_back({p.x, std::nextafter(p.y, -1e9)});
  };
  for (std::size_t ring = 0; ring < polygons.ring_count(); ++ring) {
    const auto vertices = polygons.ring(static_cast<Index>(ring));
    for (std::size_t i = 1; i < vertices.size(); ++i) {
      const Point a = vertices[i - 1], b = vertices[i];
      add(a);
      add({(a.x + b.x) / 2, (a.y + b.y) / 2});
      add({a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3});
      add({a.x, b.y});
    }
  }
  return points;
}

void expect_as_geos(const GeometryArray& polygons, std::mt19937_64& random) {
  const GeosOracle oracle(polygons);
  const PointLocator locator(polygons);
  std::vector<Point> points = hard_points(polygons);
  const Box box = polygons.box().expanded(polygons.box().width() / 20);
  std::uniform_real_distribution<double> x(box.min.x, box.max.x), y(box.min.y, box.max.y);
  for (int i = 0; i < 2000; ++i) points.push_back({x(random), y(random)});
  for (const Point p : points) {
    Index first = PointLocator::kNone;
    for (std::size_t i = polygons.size(); i-- > 0;) {
      const PointLocator::Side side = oracle.side(p, i);
      ASSERT_EQ(locator.side(p, static_cast<Index>(i)), side) << i << " at " << p.x << ' ' << p.y;
      if (side != PointLocator::Side::outside) first = static_cast<Index>(i);
    }
    ASSERT_EQ(locator.locate_one(p), first);
  }
}

/// A star around (x, y) with a star-shaped hole: valid, with spikes as thin as `thin` of its radius.
void add_star(GeometryArray& array, std::mt19937_64& random, Point at, double radius, int spikes,
              double thin) {
  std::uniform_real_distribution<double> length(thin, 1);
  std::vector<Point> outline, hole;
  for (int i = 0; i < spikes; ++i) {
    const double angle = 2 * std::numbers::pi * i / spikes;
    const double outer = radius * (0.5 + 0.5 * length(random));
    const double inner = radius * 0.45 * length(random);
    outline.push_back({at.x + outer * std::cos(angle), at.y + outer * std::sin(angle)});
    hole.push_back({at.x + inner * std::cos(angle), at.y + inner * std::sin(angle)});
  }
  outline.push_back(outline.front());
  hole.push_back(hole.front());
  array.add_ring(outline);
  array.add_ring(hole);
  array.end_part();
}

TEST(PointLocatorAgainstGeos, agrees_on_stars_with_holes_in_several_parts) {
  std::mt19937_64 random(84);
  for (const double scale : {1e-3, 1.0, 7e5}) {
    GeometryArray stars(GeometryKind::polygon);
    for (int i = 0; i < 6; ++i) {
      add_star(stars, random, {scale * (6 + 0.3 * i), scale * 45}, scale * 0.7, 7 + 9 * i, 1e-9);
      add_star(stars, random, {scale * (6 + 0.3 * i), scale * 47}, scale * 0.7, 5 + i, 0.1);
      stars.end_feature();
    }
    expect_as_geos(stars, random);
  }
}

TEST(PointLocatorAgainstGeos, agrees_on_a_coverage_of_shaken_cells) {
  std::mt19937_64 random(27);
  std::uniform_real_distribution<double> shake(-0.4, 0.4);
  constexpr int kSide = 8;
  std::vector<Point> nodes;
  for (int i = 0; i < (kSide + 1) * (kSide + 1); ++i)
    nodes.push_back({700000 + 1000 * (i % (kSide + 1) + shake(random)),
                     6600000 + 1000 * (i / (kSide + 1) + shake(random))});
  GeometryArray cells(GeometryKind::polygon);
  for (int row = 0; row < kSide; ++row) {
    for (int column = 0; column < kSide; ++column) {
      const auto node = [&](int r, int c) {
        return nodes[static_cast<std::size_t>((row + r) * (kSide + 1) + column + c)];
      };
      const std::vector<Point> ring = {node(0, 0), node(0, 1), node(1, 1), node(1, 0), node(0, 0)};
      cells.add_ring(ring);
      cells.end_part();
      cells.end_feature();
    }
  }
  expect_as_geos(cells, random);
}

TEST(PointLocatorAgainstGeos, agrees_on_slivers_a_few_ulps_wide) {
  std::mt19937_64 random(93);
  std::uniform_real_distribution<double> at(0, 1000);
  GeometryArray slivers(GeometryKind::polygon);
  for (int i = 0; i < 40; ++i) {
    const Point a{at(random), at(random)}, b{at(random), at(random)};
    const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2 + 1e-12 * (i % 4)};
    const std::vector<Point> ring = {a, middle, b, a};
    slivers.add_ring(ring);
    slivers.end_part();
    slivers.end_feature();
  }
  expect_as_geos(slivers, random);
}

}  // namespace
}  // namespace cartouche
