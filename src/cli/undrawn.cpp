#include "undrawn.h"

#include <set>

#include "cartouche/layout/drawn_rows.h"

namespace cartouche::cli {
namespace {

std::vector<std::string> ids_without(const map::FeatureLayer& layer,
                                     const std::vector<layout::DrawnRow>& drawn) {
  std::set<std::size_t> shown;
  for (const layout::DrawnRow& row : drawn) shown.insert(row.selected);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < layer.rows.size(); ++i)
    if (!shown.contains(i)) ids.push_back(layer.table->row_id(layer.rows[i]));
  return ids;
}

void find_undrawn_points(const std::string& file, const map::FeatureLayer& layer,
                         const std::vector<layout::DrawnRow>& drawn, Diagnostics& findings) {
  const std::size_t rows = layer.rows.size();
  if (drawn.size() == rows) return;
  std::string message = "page '" + file + "': ";
  if (drawn.empty())
    message += "no point of layer '" + layer.label + "' (" + std::to_string(rows) +
               " selected) lies in a frame; is the CRS of their source right?";
  else
    message += std::to_string(rows - drawn.size()) + " of " + std::to_string(rows) + " points of layer '" +
               layer.label + "' lie in no frame or have no coordinates";
  findings.add(Severity::problem, "not-drawn", message, {}, ids_without(layer, drawn));
}

}  // namespace

void find_empty_sources(const Session& session, Diagnostics& findings) {
  for (const project::Source& source : session.project.sources) {
    const auto table = session.tables.find(source.name.value);
    if (table != session.tables.end() && table->second->row_count() == 0)
      findings.add(Severity::warning, "empty-source", "source '" + source.name.value + "' has no rows",
                   source.path.where, {source.name.value});
  }
}

void find_undrawn(const std::vector<std::unique_ptr<LaidOutPage>>& pages, Diagnostics& findings) {
  std::map<std::string, bool> areas;  // layer of polygons → some page shows it
  for (const auto& page : pages)
    for (const auto& [index, drawn, classes] : layout::drawn_layers(page->layout)) {
      const map::FeatureLayer& layer = map::common(page->map.layers[index]);
      if (std::holds_alternative<map::PointLayer>(page->map.layers[index]))
        find_undrawn_points(page->map.file, layer, drawn, findings);
      else if (std::holds_alternative<map::PolygonLayer>(page->map.layers[index]) && !layer.rows.empty())
        areas[layer.label] |= !drawn.empty();
    }
  for (const auto& [label, is_drawn] : areas)
    if (!is_drawn)
      findings.add(Severity::warning, "not-drawn",
                   "nothing of layer '" + label + "' lies in a frame; is the CRS of its source right?");
}

}  // namespace cartouche::cli
