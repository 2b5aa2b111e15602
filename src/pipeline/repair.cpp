#include "repair.h"

#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/overlay.h"
#include "columns.h"

namespace cartouche::pipeline {

void repair_polygons(Table& table, const Location& where, Diagnostics& diagnostics) {
  if (!table.geometry() || table.geometry()->shapes.kind() != GeometryKind::polygon) return;
  GeometryColumn geometry = *table.geometry();
  const std::vector<RepairedFeature> repaired = repair(geometry.shapes);
  if (repaired.empty()) return;
  std::vector<std::string> ids;
  for (const RepairedFeature& one : repaired) ids.push_back(row_label(table, one.feature));
  diagnostics.add(finding("repaired-geometry"),
                  counted(repaired.size(), "polygon of '", "polygons of '") + table.name() +
                      "' repaired, the first for " + repaired.front().reason,
                  where, std::move(ids));
  table.set_geometry(std::move(geometry));
}

}  // namespace cartouche::pipeline
