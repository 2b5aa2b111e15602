#include <cmath>
#include <set>
#include <tuple>

#include "page_parts.h"

namespace cartouche::web {
namespace {

using layout::DrawnLayer;
using layout::DrawnRow;
using layout::PlacedCallout;

constexpr double kSamePlace = 0.5;  // points

// Layer and selected row of what is drawn where a callout's leader ends.
using Places = std::set<std::pair<std::size_t, std::size_t>>;

Places drawn_at(const layout::Page& page, Point site) {
  Places places;
  for (const layout::Item& item : page.items) {
    const auto* frame = std::get_if<layout::FrameItem>(&item.value);
    if (!frame) continue;
    for (const layout::LayerView& view : frame->view.layers) {
      if (view.shapes.kind() != GeometryKind::point) continue;
      for (std::size_t i = 0; i < view.selected.size(); ++i) {
        const Point at = view.shapes.points()[i];
        if (std::hypot(at.x - site.x, at.y - site.y) <= kSamePlace)
          places.emplace(view.layer, view.selected[i]);
      }
    }
  }
  return places;
}

// The row of a layer of points that a callout speaks of: of its own name where one is drawn, at its place
// where several are or its table is another. Null where nothing is drawn for it.
const DrawnRow* row_of(const layout::Page& page, const PlacedCallout& callout) {
  const Places places = callout.leader.empty() ? Places{} : drawn_at(page, callout.leader.back());
  const DrawnRow* best = nullptr;
  int most = 0;
  for (const DrawnLayer& layer : page.drawn.layers) {
    if (!std::holds_alternative<map::PointLayer>(page.map->layers[layer.layer])) continue;
    for (const DrawnRow& row : layer.rows) {
      const bool named = row.id == callout.name;
      const bool here = places.contains({layer.layer, row.selected});
      const int score = (named ? 2 : 0) + (here ? 1 : 0);
      if (score > most) std::tie(best, most) = std::pair(&row, score);
    }
  }
  return best;
}

}  // namespace

void tag_callouts(const layout::Page& page, Tags& tags) {
  for (const layout::Item& item : page.items) {
    const auto* callouts = std::get_if<layout::CalloutsItem>(&item.value);
    if (!callouts) continue;
    for (const PlacedCallout& callout : callouts->callouts) {
      const DrawnRow* row = row_of(page, callout);
      const auto feature = row ? tags.features.find(row->feature) : tags.features.end();
      if (feature == tags.features.end()) continue;
      tags.callouts[callout.id] = feature->second;
      if (callout.leader.empty()) continue;
      tags.ties.emplace_back(Path::polyline(callout.leader), feature->second);
      if (callouts->ring > 0)
        tags.ties.emplace_back(Path::circle(callout.leader.back(), callouts->ring), feature->second);
    }
  }
}

}  // namespace cartouche::web
