#include "cartouche/map/geometry_store.h"

#include <algorithm>
#include <set>

#include "cartouche/geometry/overlay.h"

namespace cartouche::map {
namespace {

// Straight edges of the source's CRS are split at this length so that they curve as they should; half a
// degree bends by less than 0.1 mm at 1:5 000 000.
constexpr double kMaxSegmentDegrees = 0.2;
constexpr double kMaxSegmentMetres = 20000;

// Where the CRS is meant to be used: one projection can serve two territories.
std::vector<Box> areas_of(const Crs& crs) {
  std::vector<Box> areas;
  for (const Territory& territory : territories())
    if (territory.crs == crs.definition()) areas.push_back(territory.extent);
  return areas;
}

// A projection made for one territory folds the others onto it or far away: leave them out.
std::vector<GeometryArray::Index> rows_in(const std::vector<Box>& areas, const GeometryColumn& geometry) {
  const Transform to_lon_lat(geometry.crs, Crs::from_text("EPSG:4326"));
  std::vector<GeometryArray::Index> rows;
  for (std::size_t row = 0; row < geometry.shapes.size(); ++row) {
    const Box box = geometry.shapes.box(row);
    if (box.empty()) continue;
    const Box degrees = transformed(box, to_lon_lat);
    const bool inside =
        std::any_of(areas.begin(), areas.end(), [&](const Box& area) { return area.intersects(degrees); });
    if (inside) rows.push_back(static_cast<GeometryArray::Index>(row));
  }
  return rows;
}

GeometryArray only(const GeometryArray& shapes, const std::vector<GeometryArray::Index>& rows) {
  GeometryArray result(shapes.kind());
  std::size_t next = 0;
  for (std::size_t row = 0; row < shapes.size(); ++row) {
    const bool wanted = next < rows.size() && rows[next] == row;
    if (wanted) ++next;
    if (wanted)
      result.append(shapes, row);
    else
      result.add_missing();
  }
  return result;
}

Prepared prepare(const Table& table, const Crs& crs) {
  const GeometryColumn& geometry = *table.geometry();
  const double max_segment = geometry.shapes.kind() == GeometryKind::point ? 0
                             : geometry.crs.is_geographic()                ? kMaxSegmentDegrees
                                                                           : kMaxSegmentMetres;
  Prepared prepared;
  const std::vector<Box> areas = areas_of(crs);
  if (!areas.empty())
    prepared.shapes =
        transformed(only(geometry.shapes, rows_in(areas, geometry)), geometry.crs, crs, max_segment);
  else
    prepared.shapes = transformed(geometry.shapes, geometry.crs, crs, max_segment);
  prepared.boxes.reserve(prepared.shapes.size());
  for (std::size_t row = 0; row < prepared.shapes.size(); ++row)
    prepared.boxes.push_back(prepared.shapes.box(row));
  if (prepared.shapes.kind() == GeometryKind::polygon)
    prepared.coverage = std::make_shared<const Coverage>(prepared.shapes);
  return prepared;
}

}  // namespace

void GeometryStore::keep_only(const Tables& tables) {
  std::set<const Table*> kept;
  for (const auto& [name, table] : tables) kept.insert(table.get());
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const auto& one) { return !kept.contains(one.first.first); });
}

GeometryArray GeometryStore::buffered(const GeometryArray& shapes, double distance) {
  constexpr std::size_t kKept = 32;  // the waterlines of some pages
  {
    const std::lock_guard lock(mutex_);
    for (const Buffered& one : buffered_)
      if (one.distance == distance && one.shapes == shapes) return one.result;
  }
  Buffered made{shapes, distance, buffer(shapes, distance)};
  GeometryArray result = made.result;
  const std::lock_guard lock(mutex_);
  buffered_.push_back(std::move(made));
  if (buffered_.size() > kKept) buffered_.pop_front();
  return result;
}

LocalGround GeometryStore::local_ground(const Crs& crs, Point p) {
  constexpr std::size_t kKept = 256;
  {
    const std::lock_guard lock(mutex_);
    for (const Ground& one : grounds_)
      if (one.at == p && one.crs == crs.definition()) return one.ground;
  }
  const LocalGround ground = cartouche::local_ground(crs, p);
  const std::lock_guard lock(mutex_);
  grounds_.push_back({crs.definition(), p, ground});
  if (grounds_.size() > kKept) grounds_.pop_front();
  return ground;
}

std::shared_ptr<GeometryStore::Entry> GeometryStore::entry(const std::shared_ptr<const Table>& table,
                                                           const std::string& key) {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<Entry>& slot = entries_[{table.get(), key}];
  if (!slot) {
    slot = std::make_shared<Entry>();
    slot->table = table;
  }
  return slot;
}

std::shared_ptr<const Prepared> GeometryStore::get(const std::shared_ptr<const Table>& table,
                                                   const Crs& crs) {
  const std::shared_ptr<Entry> found = entry(table, crs.definition());
  std::call_once(found->once,
                 [&] { found->prepared = std::make_shared<const Prepared>(prepare(*table, crs)); });
  return found->prepared;
}

std::shared_ptr<const std::vector<Neighbours>> GeometryStore::neighbours(
    const std::shared_ptr<const Table>& table) {
  const std::shared_ptr<Entry> found = entry(table, "neighbours");
  std::call_once(found->once, [&] {
    const bool polygons = table->geometry() && table->geometry()->shapes.kind() == GeometryKind::polygon;
    found->neighbours = std::make_shared<const std::vector<Neighbours>>(
        polygons ? adjacency(table->geometry()->shapes) : std::vector<Neighbours>());
  });
  return found->neighbours;
}

}  // namespace cartouche::map
