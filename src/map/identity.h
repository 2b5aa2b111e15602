#pragma once
// What a layer and its features are called outside the drawing: in the layers of a file, in its data and its
// links.

#include "cartouche/map/layer.h"

namespace cartouche::map {

/// Fills title, data and links of a layer whose rows and legend are resolved. Usage errors for columns that
/// do not exist and for links that are not web addresses.
void add_identity(const project::Layer& spec, const LayerContext& context, FeatureLayer& layer);

}  // namespace cartouche::map
