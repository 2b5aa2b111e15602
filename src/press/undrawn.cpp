#include "undrawn.h"

#include <set>

#include "cartouche/base/finding_codes.h"
#include "cartouche/layout/page.h"
#include "cartouche/table/row_label.h"

namespace cartouche::press {
namespace {

// Points left out with their names are reported with these.
std::vector<std::string> ids_without(const map::FeatureLayer& layer, const layout::DrawnLayer& drawn) {
  std::set<std::size_t> known = drawn.unnamed;
  for (const layout::DrawnRow& row : drawn.rows) known.insert(row.selected);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < layer.rows.size(); ++i)
    if (!known.contains(i)) ids.push_back(row_label(*layer.table, layer.rows[i]));
  return ids;
}

void find_undrawn_points(const std::string& file, const map::FeatureLayer& layer,
                         const layout::DrawnLayer& drawn, Diagnostics& findings) {
  const std::size_t rows = layer.rows.size();
  const std::vector<std::string> ids = ids_without(layer, drawn);
  if (ids.empty()) return;
  std::string message = "page '" + file + "': ";
  if (ids.size() == rows)
    message += "no point of layer '" + layer.label + "' (" + std::to_string(rows) +
               " selected) lies in a frame; is the CRS of their source right?";
  else
    message += std::to_string(ids.size()) + " of " + std::to_string(rows) + " points of layer '" +
               layer.label + "' lie in no frame or have no coordinates";
  findings.add(finding("not-drawn"), message, {}, ids);
}

}  // namespace

void find_empty_sources(const Session& session, Diagnostics& findings) {
  for (const project::Source& source : session.project.sources) {
    const auto table = session.tables.find(source.name.value);
    if (table != session.tables.end() && table->second->row_count() == 0)
      findings.add(finding("empty-source"), "source '" + source.name.value + "' has no rows",
                   source.path.where, {source.name.value});
  }
}

Undrawn undrawn_of(const LaidOutPage& page) {
  Undrawn undrawn;
  for (const layout::DrawnLayer& drawn : page.layout.drawn.layers) {
    const map::Layer& drawn_layer = page.map.layers[drawn.layer];
    const map::FeatureLayer& layer = map::common(drawn_layer);
    if (std::holds_alternative<map::PointLayer>(drawn_layer))
      find_undrawn_points(page.map.file, layer, drawn, undrawn.points);
    else if (std::holds_alternative<map::PolygonLayer>(drawn_layer) && !layer.rows.empty())
      undrawn.areas[layer.label] |= !drawn.rows.empty();
  }
  return undrawn;
}

void report_undrawn(const std::vector<Undrawn>& pages, Diagnostics& findings) {
  std::map<std::string, bool> areas;
  for (const Undrawn& page : pages) {
    findings.append(page.points);
    for (const auto& [label, is_drawn] : page.areas) areas[label] |= is_drawn;
  }
  for (const auto& [label, is_drawn] : areas)
    if (!is_drawn)
      findings.add(finding("not-drawn"),
                   "nothing of layer '" + label + "' lies in a frame; is the CRS of its source right?");
}

}  // namespace cartouche::press
