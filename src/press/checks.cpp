#include "checks.h"

#include <set>

#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/point_locator.h"
#include "cartouche/review/review.h"
#include "cartouche/table/row_label.h"

namespace cartouche::press {
namespace {

// A declared figure and the one its data gives: both stand in the ledger, and a difference is worth a look.
void check_figures(const map::Map& map, Diagnostics& findings) {
  for (const auto& [name, figure] : map.figures)
    if (map::declared_differs(figure))
      findings.add(finding("figure-differs"),
                   "page '" + map.file + "': figure '" + name + "' is declared as " +
                       map::format_figure(*figure.declared, -1, figure.unit) + " (" + figure.source +
                       ") but its data gives " + map::format_figure(*figure.computed, -1, figure.unit),
                   figure.where, {name});
}

// Points that a page selects but that lie outside the area its frames were fitted to.
void check_points(const map::PageInstance& instance, const map::Map& map, map::GeometryStore& store,
                  Diagnostics& findings) {
  std::map<std::size_t, std::set<std::size_t>> outside;  // layer → selected rows outside every frame's area
  std::set<std::size_t> seen;
  for (const map::Frame& frame : map.frames)
    for (const std::size_t index : frame.layers) {
      const auto* points = std::get_if<map::PointLayer>(&map.layers[index]);
      if (!points || !frame.area) continue;
      const auto prepared = store.get(points->table, frame.crs);
      const PointLocator area(*frame.area);
      std::set<std::size_t> here;
      for (const map::Index row : points->rows)
        if (area.locate_one(prepared->shapes.points()[row]) == PointLocator::kNone) here.insert(row);
      if (!seen.insert(index).second) {
        std::set<std::size_t> both;
        for (const std::size_t row : outside[index])
          if (here.contains(row)) both.insert(row);
        here = std::move(both);
      }
      outside[index] = std::move(here);
    }
  for (const auto& [index, rows] : outside) {
    if (rows.empty()) continue;
    const map::FeatureLayer& layer = map::common(map.layers[index]);
    std::vector<std::string> ids;
    for (const std::size_t row : rows) ids.push_back(row_label(*layer.table, row));
    findings.add(finding("outside-area"),
                 "page '" + map.file + "': " + std::to_string(rows.size()) + " points of layer '" +
                     layer.label + "' lie outside the page's area",
                 instance.page->where, ids);
  }
}

}  // namespace

void check_credits(const Session& session, Diagnostics& findings) {
  for (const project::Source& source : session.project.sources) {
    if (!session.tables.contains(source.name.value)) continue;
    const bool complete = source.credit && !source.credit->producer.empty() &&
                          (!source.credit->updated.empty() || !source.credit->vintage.empty());
    if (!complete)
      findings.add(finding("credit-incomplete"),
                   "source '" + source.name.value + "' has no producer or no date to credit", source.where,
                   {source.name.value});
  }
}

void check_page(const map::PageInstance& instance, const LaidOutPage& page, const display::DisplayList& drawn,
                map::GeometryStore& store, Diagnostics& findings) {
  check_figures(page.map, findings);
  check_points(instance, page.map, store, findings);
  findings.append(page.diagnostics);
  review::review(page.layout, drawn, findings);
}

}  // namespace cartouche::press
