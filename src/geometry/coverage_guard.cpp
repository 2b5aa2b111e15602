// What keeps simplified arcs apart. Dropping vertices replaces runs of an arc by chords. Two chords may then
// cross or touch, or a chord may leave a vertex of another arc on its wrong side; wherever that happens the
// vertex of most weight comes back, until nothing is left to mend. Contacts that the input already has
// between two of its own edges cannot be mended and stay as they are.

#include "box_grid.h"
#include "coverage_data.h"
#include "segments.h"

namespace cartouche {
namespace {

using Index = CoverageData::Index;

class Guard {
 public:
  Guard(const CoverageData& data, std::vector<char>& kept) : data_(data), kept_(kept) {}

  void run() {
    list_spans();
    const Box all = extent();
    span_grid_ = BoxGrid(all, queue_.size() * 4);
    span_grid_.reserve(queue_.size());
    edge_grid_ = BoxGrid(all, edges_.size());
    drain();
    // Two edges of the input are never compared, and what comes of a span stays within its box: an edge away
    // from all spans cannot matter.
    for (const Span edge : edges_) {
      if (span_grid_.occupied(box_of(edge))) settle(edge);
    }
    drain();
  }

 private:
  /// The chord between two kept vertices with all that is left out in between. Indices into data.points.
  struct Span {
    Index from;
    Index to;
    bool is_edge() const { return to == from + 1; }
  };
  struct Placed {
    Span span;
    bool alive;
  };
  enum class Remedy { none, split_first, split_second };

  Box extent() const {
    Box box;
    for (const Point p : data_.points) box.extend(p);
    return box;
  }

  void list_spans() {
    for (std::size_t arc = 0; arc < data_.arc_count(); ++arc) {
      Index from = data_.arc_begin(arc);
      for (Index i = from + 1; i < data_.arc_ends[arc]; ++i) {
        if (kept_[i] == 0) continue;
        const Span span{from, i};
        (span.is_edge() ? edges_ : queue_).push_back(span);
        from = i;
      }
    }
  }

  /// First in, first out; new spans join at the end. Everything runs in the order of arcs: no dependence on
  /// addresses or hashes.
  void drain() {
    while (next_ < queue_.size()) settle(queue_[next_++]);
  }

  Box box_of(Span span) const {
    Box box;
    for (Index i = span.from; i <= span.to; ++i) box.extend(data_.points[i]);
    return box;
  }

  void settle(const Span span) {
    const Box box = box_of(span);
    to_split_.clear();
    bool splits = false;
    span_grid_.visit(box, [&](std::uint32_t item) {
      const Placed& other = placed_[item];
      if (!other.alive) return true;
      const Remedy remedy = compare(span, other.span);
      if (remedy == Remedy::split_second) to_split_.push_back(item);
      splits = remedy == Remedy::split_first;
      return !splits;
    });
    if (!span.is_edge() && !splits) {
      edge_grid_.visit(box, [&](std::uint32_t item) {
        splits = compare(span, placed_edges_[item]) == Remedy::split_first;
        return !splits;
      });
    }
    for (const std::uint32_t item : to_split_) {
      placed_[item].alive = false;
      split(placed_[item].span);
    }
    if (splits) {
      split(span);
    } else if (span.is_edge()) {
      edge_grid_.insert(box);
      placed_edges_.push_back(span);
    } else {
      span_grid_.insert(box);
      placed_.push_back({span, true});
    }
  }

  /// The inner vertex that simplification removed last.
  Index heaviest(Span span) const {
    Index best = span.from + 1;
    for (Index i = best + 1; i < span.to; ++i) {
      if (data_.weight[i] > data_.weight[best] ||
          (data_.weight[i] == data_.weight[best] && data_.points[i] < data_.points[best])) {
        best = i;
      }
    }
    return best;
  }

  bool heavier_first(Span a, Span b) const {
    if (a.is_edge() || b.is_edge()) return b.is_edge();
    return data_.weight[heaviest(a)] >= data_.weight[heaviest(b)];
  }

  void split(Span span) {
    const Index middle = heaviest(span);
    kept_[middle] = 1;
    queue_.push_back({span.from, middle});
    queue_.push_back({middle, span.to});
  }

  Remedy compare(Span a, Span b) const {
    if (a.is_edge() && b.is_edge()) return Remedy::none;
    if (in_contact(a, b)) return heavier_first(a, b) ? Remedy::split_first : Remedy::split_second;
    if (!b.is_edge() && (passes_over(b, a.from) || passes_over(b, a.to))) return Remedy::split_second;
    if (!a.is_edge() && (passes_over(a, b.from) || passes_over(a, b.to))) return Remedy::split_first;
    return Remedy::none;
  }

  bool in_contact(Span s, Span t) const {
    const Index a = data_.vertex[s.from];
    const Index b = data_.vertex[s.to];
    const Index c = data_.vertex[t.from];
    const Index d = data_.vertex[t.to];
    const Point pa = data_.points[s.from];
    const Point pb = data_.points[s.to];
    const Point pc = data_.points[t.from];
    const Point pd = data_.points[t.to];
    if ((a == c && b == d) || (a == d && b == c)) return true;
    if (a == c) return may_overlap(pa, pb, pd);
    if (a == d) return may_overlap(pa, pb, pc);
    if (b == c) return may_overlap(pb, pa, pd);
    if (b == d) return may_overlap(pb, pa, pc);
    return may_meet(pa, pb, pc, pd);
  }

  /// True where the vertex lies between the span's chord and the run of vertices it stands for.
  bool passes_over(Span span, Index vertex) const {
    const Index number = data_.vertex[vertex];
    if (number == data_.vertex[span.from] || number == data_.vertex[span.to]) return false;
    const Point p = data_.points[vertex];
    bool inside = false;
    Point a = data_.points[span.to];
    for (Index i = span.from; i <= span.to; ++i) {
      const Point b = data_.points[i];
      if ((a.y > p.y) != (b.y > p.y)) {
        const int side = turn(a, b, p);
        if ((side > 0) == (b.y > a.y)) inside = !inside;
      }
      a = b;
    }
    return inside;
  }

  const CoverageData& data_;
  std::vector<char>& kept_;
  // Spans that leave something out, and edges near them: an edge need only ask the former.
  BoxGrid span_grid_{{}, 1};
  BoxGrid edge_grid_{{}, 1};
  std::vector<Span> edges_;
  std::vector<Span> queue_;
  std::size_t next_ = 0;
  std::vector<Placed> placed_;      // by item of span_grid_
  std::vector<Span> placed_edges_;  // by item of edge_grid_
  std::vector<std::uint32_t> to_split_;
};

}  // namespace

std::vector<char> kept_vertices(const CoverageData& data, double tolerance) {
  std::vector<char> kept(data.points.size(), 1);
  if (!(tolerance > 0)) return kept;
  const double least = tolerance * tolerance;
  bool all = true;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    kept[i] = data.weight[i] >= least ? 1 : 0;
    all = all && kept[i] == 1;
  }
  if (!all) Guard(data, kept).run();
  return kept;
}

}  // namespace cartouche
