#pragma once
// Layers whose numbers are all missing.

#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/map/geometry_store.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"

namespace cartouche::map {

/// A problem (no-values) where the layer has rows and the expression is missing for all of them, with the
/// first texts that are no numbers, of the columns that it names.
void report_no_values(const std::string& layer, const project::ExpressionText& expression, const Table& table,
                      const std::vector<GeometryArray::Index>& rows, const std::vector<double>& values,
                      const Parameters& parameters, Diagnostics& diagnostics);

}  // namespace cartouche::map
