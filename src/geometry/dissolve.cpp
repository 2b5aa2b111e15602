#include "dissolve.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "geos.h"
#include "segments.h"

namespace cartouche {
namespace {

constexpr GeometryArray::Index kNone = 0xFFFFFFFF;

/// Grows with the angle from direction r clockwise to direction w, from above 0 to 4 at a full turn; no
/// trigonometry, so the same on every machine.
double clockwise_turn(Point r, Point w) {
  const double sine = r.x * w.y - r.y * w.x;
  const double cosine = r.x * w.x + r.y * w.y;
  const double unit = std::abs(sine) + std::abs(cosine);
  if (!(unit > 0)) return 4;
  const double quarter = sine <= 0 ? 1 - cosine / unit : 3 + cosine / unit;
  return quarter > 0 ? quarter : 4;
}

Point minus(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}

}  // namespace

bool CoverageUnion::append(GeometryArray& result, const GeometryArray& polygons,
                           std::span<const Index> members) {
  collect_edges(polygons, members);
  if (!cancel_shared() || !boundary_is_simple()) return false;
  stitch();
  if (!assign_holes()) return false;
  write(result);
  return true;
}

void CoverageUnion::collect_edges(const GeometryArray& polygons, std::span<const Index> members) {
  std::size_t count = 0;
  const auto each_ring = [&](auto&& act) {
    for (const Index member : members) {
      for (Index part = polygons.part_begin(member); part < polygons.part_end(member); ++part) {
        const Index outline = polygons.ring_begin(part);
        for (Index r = outline; r < polygons.ring_end(part); ++r) act(polygons.ring(r), r == outline);
      }
    }
  };
  each_ring([&](std::span<const Point> ring, bool) { count += ring.size(); });
  index_.reset(count);
  edges_.clear();
  edges_.reserve(count);
  each_ring([&](std::span<const Point> ring, bool is_outline) {
    if (!ring.empty()) add_edges(ring, (signed_area(ring) > 0) != is_outline);
  });
}

void CoverageUnion::add_edges(std::span<const Point> ring, bool reversed) {
  const Index first = index_.number(ring.front());
  Index previous = first;
  const auto add = [&](Index next) {
    if (next == previous) return;
    edges_.push_back(reversed ? Edge{next, previous} : Edge{previous, next});
    previous = next;
  };
  for (const Point p : ring.subspan(1)) add(index_.number(p));
  add(first);  // nothing to add where the ring is closed, as it should be
}

bool CoverageUnion::cancel_shared() {
  const std::size_t vertices = index_.points().size();
  out_begin_.assign(vertices + 1, 0);
  for (const Edge& e : edges_) ++out_begin_[e.from + 1];
  std::partial_sum(out_begin_.begin(), out_begin_.end(), out_begin_.begin());
  out_.resize(edges_.size());
  std::vector<Index> fill(out_begin_.begin(), out_begin_.end() - 1);
  for (std::size_t e = 0; e < edges_.size(); ++e) out_[fill[edges_[e].from]++] = static_cast<Index>(e);

  done_.assign(edges_.size(), 0);
  for (std::size_t e = 0; e < edges_.size(); ++e) {
    const auto [from, to] = edges_[e];
    for (Index i = out_begin_[from]; i < out_begin_[from + 1]; ++i) {
      if (out_[i] != e && edges_[out_[i]].to == to) return false;  // two polygons on the same side of an edge
    }
    if (done_[e]) continue;
    for (Index i = out_begin_[to]; i < out_begin_[to + 1]; ++i) {
      if (edges_[out_[i]].to != from) continue;
      done_[e] = 1;
      done_[out_[i]] = 1;
      break;
    }
  }
  return true;
}

bool CoverageUnion::boundary_is_simple() const {
  Box extent;
  std::size_t count = 0;
  for (std::size_t e = 0; e < edges_.size(); ++e) {
    if (done_[e]) continue;
    ++count;
    extent.extend(place(edges_[e].from));
  }
  BoxGrid grid(extent, count * 4);
  grid.reserve(count);
  std::vector<Edge> inserted;
  inserted.reserve(count);
  for (std::size_t e = 0; e < edges_.size(); ++e) {
    if (done_[e]) continue;
    const auto [from, to] = edges_[e];
    const Point a = place(from);
    const Point b = place(to);
    Box box;
    box.extend(a);
    box.extend(b);
    bool clear = true;
    grid.visit(box, [&](std::uint32_t item) {
      const auto [c, d] = inserted[item];
      if (from == c || from == d) {
        clear = !may_overlap(a, b, place(from == c ? d : c));
      } else if (to == c || to == d) {
        clear = !may_overlap(b, a, place(to == c ? d : c));
      } else {
        clear = !may_meet(a, b, place(c), place(d));
      }
      return clear;
    });
    if (!clear) return false;
    grid.insert(box);
    inserted.push_back(edges_[e]);
  }
  return true;
}

CoverageUnion::Index CoverageUnion::next_edge(Index incoming) const {
  const auto [from, at] = edges_[incoming];
  Index best = kNone;
  double least = 5;
  Index choices = 0;
  for (Index i = out_begin_[at]; i < out_begin_[at + 1]; ++i) {
    if (done_[out_[i]]) continue;
    ++choices;
    best = out_[i];
  }
  if (choices < 2) return best;
  // The inside lies clockwise from the edge we came by: its other border is the first edge met that way. So
  // two parts that touch in a vertex stay two.
  const Point back = minus(place(from), place(at));
  for (Index i = out_begin_[at]; i < out_begin_[at + 1]; ++i) {
    if (done_[out_[i]]) continue;
    const double turned = clockwise_turn(back, minus(place(edges_[out_[i]].to), place(at)));
    if (turned < least) {
      least = turned;
      best = out_[i];
    }
  }
  return best;
}

void CoverageUnion::stitch() {
  walk_.clear();
  rings_.clear();
  std::vector<Index> position(index_.points().size(), kNone);  // of a vertex on the open path
  std::vector<Index> open;
  for (std::size_t start = 0; start < edges_.size(); ++start) {
    if (done_[start]) continue;
    // A walk around one side of the inside may pass a vertex twice (a hole that touches the outline): a
    // simple ring is cut off each time it does.
    Index edge = static_cast<Index>(start);
    do {
      done_[edge] = 1;
      const auto [from, to] = edges_[edge];
      position[from] = static_cast<Index>(open.size());
      open.push_back(from);
      if (position[to] != kNone) {
        const std::size_t cut = position[to];
        for (std::size_t i = cut; i < open.size(); ++i) position[open[i]] = kNone;
        close_ring(open, cut);
      }
      edge = open.empty() ? kNone : next_edge(edge);
    } while (edge != kNone);
  }
}

void CoverageUnion::close_ring(std::vector<Index>& open, std::size_t from) {
  Ring ring{static_cast<Index>(walk_.size()), 0, 0, {}};
  walk_.insert(walk_.end(), open.begin() + static_cast<std::ptrdiff_t>(from), open.end());
  open.resize(from);
  ring.end = static_cast<Index>(walk_.size());
  points_.clear();
  for (Index i = ring.begin; i < ring.end; ++i) {
    points_.push_back(place(walk_[i]));
    ring.box.extend(points_.back());
  }
  points_.push_back(points_.front());
  ring.area = signed_area(points_);
  rings_.push_back(ring);
}

bool CoverageUnion::contains(const Ring& outer, Point p) const {
  if (!outer.box.contains(p)) return false;
  bool inside = false;
  Point a = place(walk_[outer.end - 1]);
  for (Index i = outer.begin; i < outer.end; ++i) {
    const Point b = place(walk_[i]);
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    a = b;
  }
  return inside;
}

/// The middle of the ring's longest edge: rings meet in vertices only, so it lies on no other ring.
Point CoverageUnion::inner_place(const Ring& ring) const {
  Point best = place(walk_[ring.begin]);
  double longest = -1;
  Point a = place(walk_[ring.end - 1]);
  for (Index i = ring.begin; i < ring.end; ++i) {
    const Point b = place(walk_[i]);
    const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    if (length > longest) {
      longest = length;
      best = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    }
    a = b;
  }
  return best;
}

/// Finds each hole's outline, and checks on the way that every place lies in at most one part: an outline
/// must have nothing around it, a hole exactly its own outline.
bool CoverageUnion::assign_holes() {
  owner_.assign(rings_.size(), kNone);
  Box extent;
  for (const Ring& ring : rings_) extent.extend(ring.box);
  BoxGrid grid(extent, rings_.size());
  for (const Ring& ring : rings_) grid.insert(ring.box);
  for (Index r = 0; r < rings_.size(); ++r) {
    int depth = 0;
    Index container = kNone;
    const Point inside = inner_place(rings_[r]);
    grid.visit({inside, inside}, [&](Index other) {
      if (other == r || !contains(rings_[other], inside)) return true;
      const double area = rings_[other].area;
      depth += area > 0 ? 1 : -1;
      if (area > 0 && (container == kNone || area < rings_[container].area)) container = other;
      return true;
    });
    const bool is_outline = rings_[r].area > 0;
    if (depth != (is_outline ? 0 : 1)) return false;
    owner_[r] = is_outline ? r : container;
  }
  return true;
}

void CoverageUnion::write(GeometryArray& result) {
  std::vector<Index> order(rings_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](Index a, Index b) {
    return std::tuple(owner_[a], owner_[a] != a, a) < std::tuple(owner_[b], owner_[b] != b, b);
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Ring& ring = rings_[order[i]];
    if (i > 0 && owner_[order[i]] == order[i]) result.end_part();
    points_.clear();
    for (Index v = ring.begin; v < ring.end; ++v) points_.push_back(place(walk_[v]));
    points_.push_back(points_.front());
    result.add_ring(points_);
  }
  result.end_feature();
}

namespace {

/// A grid of about 13 significant digits for the group's coordinates: finer than any source, coarse enough
/// for OverlayNG to snap near-coincident borders together.
double snapping_grid(const Box& box) {
  const double largest =
      std::max({std::abs(box.min.x), std::abs(box.min.y), std::abs(box.max.x), std::abs(box.max.y), 1e-300});
  return std::pow(10, std::ceil(std::log10(largest)) - 12);
}

void append_overlay_union(GeometryArray& result, const GeometryArray& polygons,
                          std::span<const GeometryArray::Index> members) {
  const Geos geos;
  Box box;
  for (const auto member : members) box.extend(polygons.box(member));
  const auto all = geos.from(polygons, members);
  GEOSGeometry* joined = GEOSUnaryUnionPrec_r(geos.context(), all.get(), snapping_grid(box));
  if (joined == nullptr) {
    const auto valid = geos.own(GEOSMakeValid_r(geos.context(), all.get()), "repair polygons to dissolve");
    joined = GEOSUnaryUnionPrec_r(geos.context(), valid.get(), snapping_grid(box));
  }
  geos.append(result, geos.own(joined, "dissolve polygons").get());
}

}  // namespace

GeometryArray dissolve(const GeometryArray& polygons, std::span<const GeometryArray::Index> group,
                       std::size_t group_count, std::vector<std::size_t>* not_a_coverage) {
  using Index = GeometryArray::Index;
  std::vector<Index> begin(group_count + 1, 0);
  for (const Index g : group) {
    if (g < group_count) ++begin[g + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Index> members(begin.back());
  std::vector<Index> fill(begin.begin(), begin.end() - 1);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (group[i] < group_count) members[fill[group[i]]++] = static_cast<Index>(i);
  }

  GeometryArray result(GeometryKind::polygon);
  CoverageUnion coverage;
  for (std::size_t g = 0; g < group_count; ++g) {
    const auto own = std::span(members).subspan(begin[g], begin[g + 1] - begin[g]);
    if (coverage.append(result, polygons, own)) continue;
    append_overlay_union(result, polygons, own);
    if (not_a_coverage != nullptr) not_a_coverage->push_back(g);
  }
  return result;
}

}  // namespace cartouche
