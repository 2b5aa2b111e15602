#include "cartouche/geometry/polygon_index.h"

#include "box_grid.h"

namespace cartouche {
namespace {

// Vertices that share a box: few enough to be passed over finely, enough to be worth a box.
constexpr std::size_t kRun = 64;

// The sides of a box that a point, or a whole other box, lies strictly beyond.
enum Side : unsigned { kLeft = 1, kRight = 2, kBelow = 4, kAbove = 8 };

unsigned beyond(const Box& what, const Box& box) {
  return (what.max.x < box.min.x ? kLeft : 0U) | (what.min.x > box.max.x ? kRight : 0U) |
         (what.max.y < box.min.y ? kBelow : 0U) | (what.min.y > box.max.y ? kAbove : 0U);
}

// A closed ring without the vertices that lie, with both of their neighbours, beyond one side of the box: the
// triangle of the three does not meet the box, so the parity of no point in it changes.
class RingThinner {
 public:
  explicit RingThinner(const Box& box) : box_(box) {}

  std::vector<Point> thin(std::span<const Point> ring, std::span<const Box> runs) {
    kept_.clear();
    sides_.clear();
    for (std::size_t run = 0; run < runs.size(); ++run) {
      const auto points = ring.subspan(run * kRun, std::min(kRun, ring.size() - run * kRun));
      if (beyond(runs[run], box_) != 0) {
        add(points.front());
        if (points.size() > 1) add(points.back());
      } else {
        for (const Point p : points) add(p);
      }
    }
    return kept_;
  }

 private:
  void add(Point p) {
    const unsigned side = beyond({p, p}, box_);
    while (sides_.size() > 1 && (sides_.back() & sides_[sides_.size() - 2] & side) != 0) {
      kept_.pop_back();
      sides_.pop_back();
    }
    kept_.push_back(p);
    sides_.push_back(side);
  }

  Box box_;
  std::vector<Point> kept_;
  std::vector<unsigned> sides_;
};

}  // namespace

struct PolygonIndex::Data {
  GeometryArray polygons;
  BoxGrid grid;
  std::vector<Box> runs;               // of all rings, one after the other
  std::vector<std::size_t> first_run;  // of each ring, and the end

  explicit Data(GeometryArray all) : polygons(std::move(all)), grid(polygons.box(), polygons.size()) {
    for (std::size_t feature = 0; feature < polygons.size(); ++feature) grid.insert(polygons.box(feature));
    for (Index ring = 0; ring < polygons.ring_count(); ++ring) {
      first_run.push_back(runs.size());
      const auto points = polygons.ring(ring);
      for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % kRun == 0) runs.emplace_back();
        runs.back().extend(points[i]);
      }
    }
    first_run.push_back(runs.size());
  }

  std::span<const Box> runs_of(Index ring) const {
    return std::span(runs).subspan(first_run[ring], first_run[ring + 1] - first_run[ring]);
  }
};

PolygonIndex::PolygonIndex(GeometryArray polygons)
    : data_(std::make_shared<const Data>(std::move(polygons))) {}

const GeometryArray& PolygonIndex::polygons() const {
  return data_->polygons;
}

std::vector<PolygonIndex::Index> PolygonIndex::meeting(const Box& box) const {
  std::vector<Index> found;
  data_->grid.visit(box, [&](std::uint32_t feature) {
    found.push_back(feature);
    return true;
  });
  std::sort(found.begin(), found.end());
  return found;
}

GeometryArray PolygonIndex::near(Index feature, const Box& box) const {
  const GeometryArray& all = data_->polygons;
  GeometryArray result(GeometryKind::polygon);
  RingThinner thinner(box);
  for (Index part = all.part_begin(feature); part < all.part_end(feature); ++part) {
    const Index outline = all.ring_begin(part);
    bool any = false;
    for (Index ring = outline; ring < all.ring_end(part); ++ring) {
      const std::vector<Point> left = thinner.thin(all.ring(ring), data_->runs_of(ring));
      // Of a ring beyond one side two vertices are left, of one around a corner a flat triangle.
      if (left.size() > 3) result.add_ring(left);
      any = any || (ring == outline && left.size() > 3);
      if (!any) break;
    }
    if (any) result.end_part();
  }
  result.end_feature();
  return result;
}

}  // namespace cartouche
