// Lines and polygons as points: which zones they touch or lie in, and how much of them lies inside.

#include <algorithm>
#include <cmath>
#include <map>

#include "cartouche/base/parallel.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/polygon_index.h"
#include "matches.h"

namespace cartouche::query {
namespace {

// Areas of a polygon and of its intersection with one that holds it differ by rounding only.
constexpr double kAreaTolerance = 1e-9;

double length(const GeometryArray& lines, std::size_t feature) {
  double total = 0;
  if (lines.is_missing(feature)) return total;
  for (Index part = lines.part_begin(feature); part < lines.part_end(feature); ++part) {
    const auto line = lines.ring(lines.ring_begin(part));
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
      total += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
  }
  return total;
}

// The zones that one subject meets, each cut down to what is near it: borders far away take no part.
struct Met {
  std::vector<Index> zones;
  std::vector<GeometryArray> near;  // one feature each, beside `zones`
};

// A polygon cut down to what is near a box. The cut lies beyond it, so that no rounding of the cut comes
// near.
GeometryArray cut_near(const PolygonIndex& polygons, Index feature, const Box& box) {
  const double margin = 0.05 * std::max(box.width(), box.height());
  GeometryArray near = clip_to_box(polygons.near(feature, box), box.expanded(margin));
  repair(near);  // pieces joined along the cut
  return near;
}

// What of a polygon lies inside the zones, as one feature; of none a missing one.
GeometryArray inside(const GeometryArray& subject, const std::vector<GeometryArray>& zones) {
  const PolygonIndex whole(subject);
  GeometryArray pieces(GeometryKind::polygon);
  for (const GeometryArray& zone : zones) {
    if (zone.is_missing(0)) continue;
    const GeometryArray piece = clip(cut_near(whole, 0, zone.box(0)), zone, 0);
    if (!piece.is_missing(0)) pieces.append(piece, 0);
  }
  return dissolve(pieces, std::vector<Index>(pieces.size(), 0), 1);
}

double area_share(const GeometryArray& subject, const std::vector<GeometryArray>& zones) {
  const double whole = area(subject, 0);
  return whole > 0 ? std::min(area(inside(subject, zones), 0) / whole, 1.0) : 0;
}

// Share of a line inside the union of zones: what each leaves over is asked of the next. The zones themselves
// are not united, which would move their borders by a rounding, and a line on a border out of it.
double length_share(const GeometryArray& subject, const std::vector<GeometryArray>& zones) {
  const double whole = length(subject, 0);
  if (!(whole > 0)) return 0;
  GeometryArray left = subject;
  for (const GeometryArray& zone : zones) left = erase(left, zone, 0);
  return std::clamp(1 - length(left, 0) / whole, 0.0, 1.0);
}

double share_inside(const GeometryArray& subject, const std::vector<GeometryArray>& zones) {
  return subject.kind() == GeometryKind::line ? length_share(subject, zones) : area_share(subject, zones);
}

struct Found {
  std::vector<Index> zones;
  double part = 0;
};

Met meeting(const GeometryArray& subject, const PolygonIndex& local) {
  const Box box = subject.box(0);
  const PreparedFeature prepared(subject, 0);
  Met met;
  for (const Index zone : local.meeting(box)) {
    const GeometryArray near = local.near(zone, box);
    if (!prepared.intersects(near, 0)) continue;
    met.zones.push_back(zone);
    met.near.push_back(cut_near(local, zone, box));
  }
  return met;
}

Found find(const GeometryArray& subject, const PolygonIndex& local, const Predicate& predicate) {
  Met met = meeting(subject, local);
  Found found;
  if (met.zones.empty()) return found;
  found.part = share_inside(subject, met.near);
  const bool within = predicate.kind == Predicate::Kind::within;
  for (std::size_t i = 0; i < met.zones.size(); ++i)
    if (!within ||
        (found.part >= 1 - kAreaTolerance && share_inside(subject, {met.near[i]}) >= 1 - kAreaTolerance))
      found.zones.push_back(met.zones[i]);
  return found;
}

PolygonIndex local_zones(const GeometryColumn& zones, const Crs& crs) {
  GeometryArray shapes = zones.crs == crs ? zones.shapes : transformed(zones.shapes, zones.crs, crs);
  repair(shapes);
  return PolygonIndex(std::move(shapes));
}

class ShapeMatcher : public Matcher {
 public:
  ShapeMatcher(const GeometryColumn& zones, const Predicate& predicate, unsigned threads)
      : zones_(zones), predicate_(predicate), threads_(threads) {}

  Matches match(const GeometryColumn& subjects, const Frames& frames) override {
    std::vector<Found> found(subjects.shapes.size());
    std::map<int, std::vector<Index>> by_territory;
    for (std::size_t row = 0; row < found.size(); ++row)
      if (!subjects.shapes.is_missing(row))
        by_territory[frames.territory[row]].push_back(static_cast<Index>(row));
    for (const auto& [territory, members] : by_territory) find_all(subjects, territory, members, found);
    Matches matches;
    for (const Found& one : found) {
      matches.zones.insert(matches.zones.end(), one.zones.begin(), one.zones.end());
      matches.ends.push_back(matches.zones.size());
      matches.part.push_back(one.part);
    }
    return matches;
  }

 private:
  void find_all(const GeometryColumn& subjects, int territory, const std::vector<Index>& members,
                std::vector<Found>& found) {
    const Crs crs =
        territory < 0 ? zones_.crs : Crs::from_text(territories()[static_cast<std::size_t>(territory)].crs);
    if (!local_.contains(territory)) local_.emplace(territory, local_zones(zones_, crs));
    const PolygonIndex& local = local_.at(territory);
    GeometryArray shapes = subjects.shapes.take(members);
    if (!(subjects.crs == crs)) shapes = transformed(shapes, subjects.crs, crs);
    if (shapes.kind() == GeometryKind::polygon) repair(shapes);
    parallel_for(members.size(), threads_, [&](std::size_t i) {
      if (shapes.is_missing(i)) return;
      found[members[i]] = find(shapes.take(std::vector<Index>{static_cast<Index>(i)}), local, predicate_);
    });
  }

  const GeometryColumn& zones_;
  Predicate predicate_;
  unsigned threads_;
  std::map<int, PolygonIndex> local_;  // by territory
};

}  // namespace

std::unique_ptr<Matcher> make_shape_matcher(const GeometryColumn& zones, const Predicate& predicate,
                                            unsigned threads) {
  return std::make_unique<ShapeMatcher>(zones, predicate, threads);
}

}  // namespace cartouche::query
