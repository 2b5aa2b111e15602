#pragma once
// Names that follow a line, or the boundary of an area: where they may stand.

#include "area_labels.h"

namespace cartouche::layout {

/// Rows of one key share one line and its name, or names where the style repeats them. A name that could
/// stand nowhere has a reason instead of candidates.
std::vector<WantedLabel> curved_labels(Context& context, const FrameView& view, const LayerView& layer,
                                       const map::FeatureLayer& features, const LabelGround& ground);

}  // namespace cartouche::layout
