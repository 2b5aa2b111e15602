// Lines and polygons as points: which zones they touch or lie in, and how much of them lies inside.

#include <algorithm>
#include <cmath>
#include <map>

#include "cartouche/base/parallel.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
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

// Share of a polygon inside another.
double area_share(const GeometryArray& subjects, std::size_t row, const GeometryArray& zones,
                  std::size_t zone) {
  const double whole = area(subjects, row);
  return whole > 0 ? std::min(intersection_area(subjects, row, zones, zone) / whole, 1.0) : 0;
}

// Share of a line inside the union of zones: what each leaves over is asked of the next. The zones themselves
// are not united, which would move their borders by a rounding, and a line on a border out of it.
double length_share(const GeometryArray& subjects, std::size_t row, const GeometryArray& zones,
                    const std::vector<Index>& members) {
  const double whole = length(subjects, row);
  if (!(whole > 0)) return 0;
  GeometryArray left = subjects.take(std::vector<Index>{static_cast<Index>(row)});
  for (const Index zone : members) left = erase(left, zones, zone);
  return std::clamp(1 - length(left, 0) / whole, 0.0, 1.0);
}

double share_inside(const GeometryArray& subjects, std::size_t row, const GeometryArray& zones,
                    const std::vector<Index>& members) {
  if (subjects.kind() == GeometryKind::line) return length_share(subjects, row, zones, members);
  if (members.size() == 1) return area_share(subjects, row, zones, members.front());
  const GeometryArray met = zones.take(members);
  return area_share(subjects, row, dissolve(met, std::vector<Index>(met.size(), 0), 1), 0);
}

// Zones in the system of one territory, for the subjects that lie there.
struct LocalZones {
  GeometryArray shapes;
  std::vector<Box> boxes;
};

struct Found {
  std::vector<Index> zones;
  double part = 0;
};

Found find(const GeometryArray& subjects, std::size_t row, const LocalZones& local,
           const Predicate& predicate) {
  Found found;
  const Box box = subjects.box(row);
  for (Index zone = 0; zone < local.boxes.size(); ++zone)
    if (local.boxes[zone].intersects(box) && intersects(subjects, row, local.shapes, zone))
      found.zones.push_back(zone);
  if (found.zones.empty()) return found;
  found.part = share_inside(subjects, row, local.shapes, found.zones);
  if (predicate.kind == Predicate::Kind::within)
    std::erase_if(found.zones, [&](Index zone) {
      return share_inside(subjects, row, local.shapes, {zone}) < 1 - kAreaTolerance;
    });
  return found;
}

LocalZones local_zones(const GeometryColumn& zones, const Crs& crs) {
  LocalZones local{zones.crs == crs ? zones.shapes : transformed(zones.shapes, zones.crs, crs), {}};
  repair(local.shapes);
  for (std::size_t zone = 0; zone < local.shapes.size(); ++zone)
    local.boxes.push_back(local.shapes.box(zone));
  return local;
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
    const auto [entry, is_new] = local_.try_emplace(territory);
    if (is_new) entry->second = local_zones(zones_, crs);
    GeometryArray shapes = subjects.shapes.take(members);
    if (!(subjects.crs == crs)) shapes = transformed(shapes, subjects.crs, crs);
    if (shapes.kind() == GeometryKind::polygon) repair(shapes);
    parallel_for(members.size(), threads_, [&](std::size_t i) {
      if (!shapes.is_missing(i)) found[members[i]] = find(shapes, i, entry->second, predicate_);
    });
  }

  const GeometryColumn& zones_;
  Predicate predicate_;
  unsigned threads_;
  std::map<int, LocalZones> local_;  // by territory
};

}  // namespace

std::unique_ptr<Matcher> make_shape_matcher(const GeometryColumn& zones, const Predicate& predicate,
                                            unsigned threads) {
  return std::make_unique<ShapeMatcher>(zones, predicate, threads);
}

}  // namespace cartouche::query
