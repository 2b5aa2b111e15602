#include "cartouche/geometry/coverage.h"

#include <algorithm>
#include <mutex>
#include <numeric>

#include "coverage_data.h"

namespace cartouche {

using Index = GeometryArray::Index;

struct Coverage::Data : CoverageData {
  using Kept = std::shared_ptr<const std::vector<char>>;

  /// kept_vertices(), remembered for the last few tolerances: a page asks for fills and several kinds of
  /// borders at one tolerance. What is returned depends on the tolerance only, whoever asked before.
  Kept kept(double tolerance) const {
    {
      const std::lock_guard lock(mutex_);
      for (const auto& [known, kept] : recent_) {
        if (known == tolerance) return kept;
      }
    }
    auto fresh = std::make_shared<const std::vector<char>>(kept_vertices(*this, tolerance));
    const std::lock_guard lock(mutex_);
    constexpr std::size_t kRemembered = 16;
    if (recent_.size() == kRemembered) recent_.erase(recent_.begin());
    recent_.emplace_back(tolerance, fresh);
    return fresh;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::vector<std::pair<double, Kept>> recent_;
};

namespace {

constexpr Index kNone = 0xFFFFFFFF;

/// Rings to leave out: small parts, and the holes that nothing kept fills any more.
std::vector<char> dropped_rings(const CoverageData& data, double drop_below) {
  std::vector<char> dropped(data.ring_ends.size(), 0);
  if (!(drop_below > 0)) return dropped;
  for (std::size_t f = 0; f < data.feature_ends.size(); ++f) {
    const auto outline_area = [&](Index part) { return data.ring_areas[data.ring_begin(part)]; };
    Index largest = data.part_begin(f);
    for (Index part = largest; part < data.feature_ends[f]; ++part) {
      if (outline_area(part) > outline_area(largest)) largest = part;
    }
    for (Index part = data.part_begin(f); part < data.feature_ends[f]; ++part) {
      if (part == largest || outline_area(part) >= drop_below) continue;
      for (Index r = data.ring_begin(part); r < data.part_ends[part]; ++r) dropped[r] = 1;
    }
  }
  std::vector<Index> uses(data.arc_count(), 0);
  for (Index r = 0; r < dropped.size(); ++r) {
    if (dropped[r]) continue;
    for (Index u = data.use_begin(r); u < data.ring_ends[r]; ++u) ++uses[data.uses[u].arc];
  }
  for (Index part = 0; part < data.part_ends.size(); ++part) {
    for (Index r = data.ring_begin(part) + 1; r < data.part_ends[part]; ++r) {
      if (dropped[r] || data.ring_areas[r] >= drop_below) continue;
      const auto first = data.uses.begin() + data.use_begin(r);
      const auto last = data.uses.begin() + data.ring_ends[r];
      dropped[r] = std::all_of(first, last, [&](const auto& use) { return uses[use.arc] == 1; }) ? 1 : 0;
    }
  }
  return dropped;
}

/// The kept vertices of an arc but its last, in the direction of use.
void append_arc(std::vector<Point>& run, const CoverageData& data, const std::vector<char>& kept,
                CoverageData::Use use) {
  const Index begin = data.arc_begin(use.arc);
  const Index end = data.arc_ends[use.arc];
  if (use.reversed) {
    for (Index i = end - 1; i > begin; --i) {
      if (kept[i]) run.push_back(data.points[i]);
    }
  } else {
    for (Index i = begin; i + 1 < end; ++i) {
      if (kept[i]) run.push_back(data.points[i]);
    }
  }
}

class Rebuilder {
 public:
  Rebuilder(const CoverageData& data, const std::vector<char>& kept, double drop_below)
      : data_(data), kept_(kept), dropped_(dropped_rings(data, drop_below)) {}

  void append(GeometryArray& result, std::size_t feature) {
    for (Index part = data_.part_begin(feature); part < data_.feature_ends[feature]; ++part) {
      const Index outline = data_.ring_begin(part);
      for (Index r = outline; r < data_.part_ends[part]; ++r) {
        if (dropped_[r]) continue;
        run_.clear();
        for (Index u = data_.use_begin(r); u < data_.ring_ends[r]; ++u) {
          append_arc(run_, data_, kept_, data_.uses[u]);
        }
        if (run_.size() >= 3) {
          run_.push_back(run_.front());
          result.add_ring(run_);
        } else if (r == outline) {
          break;  // the input had no area either
        }
      }
      result.end_part();
    }
    result.end_feature();
  }

 private:
  const CoverageData& data_;
  const std::vector<char>& kept_;
  std::vector<char> dropped_;
  std::vector<Point> run_;
};

/// Arcs joined end to end wherever exactly two of them meet.
class BorderChains {
 public:
  BorderChains(const CoverageData& data, const std::vector<Index>& arcs) : data_(data), arcs_(arcs) {
    // The two ends of arcs_[i] are numbered 2i (its start) and 2i + 1.
    link_.assign(arcs.size() * 2, kNone);
    std::vector<Index> ends(arcs.size() * 2);
    std::iota(ends.begin(), ends.end(), 0U);
    std::sort(ends.begin(), ends.end(),
              [&](Index a, Index b) { return std::pair(place(a), a) < std::pair(place(b), b); });
    for (std::size_t i = 0; i < ends.size();) {
      std::size_t j = i;
      while (j < ends.size() && place(ends[j]) == place(ends[i])) ++j;
      if (j - i == 2) {
        link_[ends[i]] = ends[i + 1];
        link_[ends[i + 1]] = ends[i];
      }
      i = j;
    }
  }

  GeometryArray lines(const std::vector<char>& kept) {
    GeometryArray result(GeometryKind::line);
    done_.assign(arcs_.size(), 0);
    for (Index end = 0; end < link_.size(); ++end) {
      if (link_[end] == kNone) walk(result, kept, end);
    }
    for (Index end = 0; end < link_.size(); end += 2) walk(result, kept, end);
    return result;
  }

 private:
  Index place(Index end) const {
    const Index arc = arcs_[end / 2];
    return data_.vertex[end % 2 == 0 ? data_.arc_begin(arc) : data_.arc_ends[arc] - 1];
  }

  void walk(GeometryArray& result, const std::vector<char>& kept, Index end) {
    if (done_[end / 2]) return;
    run_.clear();
    Index last = end;
    while (end != kNone && !done_[end / 2]) {
      done_[end / 2] = 1;
      append_arc(run_, data_, kept, {arcs_[end / 2], end % 2 == 1});
      last = end ^ 1U;
      end = link_[last];
    }
    const Index arc = arcs_[last / 2];
    run_.push_back(data_.points[last % 2 == 0 ? data_.arc_begin(arc) : data_.arc_ends[arc] - 1]);
    result.add_ring(run_);
    result.end_part();
    result.end_feature();
  }

  const CoverageData& data_;
  const std::vector<Index>& arcs_;
  std::vector<Index> link_;
  std::vector<char> done_;
  std::vector<Point> run_;
};

}  // namespace

Coverage::Coverage(const GeometryArray& polygons) {
  auto data = std::make_shared<Data>();
  static_cast<CoverageData&>(*data) = arcs_of(polygons);
  weigh_vertices(*data);
  data_ = std::move(data);
}

std::size_t Coverage::arc_count() const {
  return data_->arc_count();
}

std::span<const Point> Coverage::arc(std::size_t arc) const {
  const Index begin = data_->arc_begin(arc);
  return std::span(data_->points).subspan(begin, data_->arc_ends[arc] - begin);
}

GeometryArray Coverage::simplified(double tolerance, double drop_below) const {
  std::vector<Index> all(data_->feature_ends.size());
  std::iota(all.begin(), all.end(), 0U);
  return simplified(all, tolerance, drop_below);
}

GeometryArray Coverage::simplified(std::span<const Index> features, double tolerance,
                                   double drop_below) const {
  GeometryArray result(GeometryKind::polygon);
  const auto kept = data_->kept(tolerance);
  Rebuilder rebuilder(*data_, *kept, drop_below);
  for (const Index feature : features) rebuilder.append(result, feature);
  return result;
}

GeometryArray Coverage::borders(std::span<const Index> group, double tolerance, bool outer) const {
  std::vector<Index> arcs;
  for (Index arc = 0; arc < data_->arc_count(); ++arc) {
    const Index begin = data_->user_begin[arc];
    const Index end = data_->user_begin[arc + 1];
    Index low = kNoGroup;
    Index high = end - begin == 1 ? kNoGroup : 0;
    for (Index u = begin; u < end; ++u) {
      low = std::min(low, group[data_->users[u]]);
      high = std::max(high, group[data_->users[u]]);
    }
    if (low != high && (outer || high != kNoGroup)) arcs.push_back(arc);
  }
  return BorderChains(*data_, arcs).lines(*data_->kept(tolerance));
}

std::vector<std::pair<Index, Index>> Coverage::adjacency() const {
  std::vector<std::pair<Index, Index>> pairs;
  for (Index arc = 0; arc < data_->arc_count(); ++arc) {
    for (Index u = data_->user_begin[arc]; u < data_->user_begin[arc + 1]; ++u) {
      for (Index v = u + 1; v < data_->user_begin[arc + 1]; ++v) {
        const auto [low, high] = std::minmax(data_->users[u], data_->users[v]);
        if (low != high) pairs.emplace_back(low, high);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace cartouche
