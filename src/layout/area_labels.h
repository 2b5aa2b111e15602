#pragma once
// Where the names of areas may stand: within their area about its pole, hanging over its border where there
// is room, or beside it with a thin leader.

#include "cartouche/label/label.h"
#include "label_forms.h"
#include "label_ground.h"

namespace cartouche::layout {

/// A name, the ways to set it, and the places where it could stand.
struct WantedLabel {
  LabelRequest request;
  std::vector<LabelForm> forms;
  std::vector<std::size_t> form_of;  ///< by candidate
  std::vector<std::vector<TurnedCluster>>
      curves;             ///< by candidate, of a name that follows a line; else empty
  std::string name;       ///< of a name that stands several times: the id of the first
  std::string reason;     ///< why there is no candidate, where that is known
  Point anchor;           ///< where it belongs
  bool optional = false;  ///< may be left out: of low priority, or beyond the frame's own area
  bool required = false;  ///< its symbol is drawn only with it
  bool beside = false;    ///< may stand beside its area, with a leader

  const LabelForm& form(std::size_t candidate) const { return forms[form_of[candidate]]; }
};

/// The id of a name in the drawing.
std::string label_id(const Context& context, const FrameView& view, const std::string& layer,
                     const std::string& key);

/// Rows of one key share one name, in the middle of all of them. `named` gets the cells of all areas that
/// have a name.
std::vector<WantedLabel> area_labels(Context& context, const FrameView& view, const LayerView& layer,
                                     const map::FeatureLayer& features, const LabelGround& ground,
                                     CellSums& named);

struct BesidePlace {
  std::size_t form = 0;
  Box box;
  std::vector<Point> leader;
};
/// A place near the area that is free of `taken` and of other areas with names, with a leader to the anchor
/// (or beside the dot that covers it) that meets nothing; none where there is no such place.
std::optional<BesidePlace> place_beside(const WantedLabel& wanted, const LabelGround& ground,
                                        const CellSums& named, const CellSums& taken);

}  // namespace cartouche::layout
