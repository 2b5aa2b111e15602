#pragma once
// The ways one name may be set: in one to several lines, smaller, or in its short form; each with its cost.

#include "context.h"

namespace cartouche::layout {

struct LabelForm {
  TextBlock block;
  project::TextStyle style;  ///< of the size that it is set in
  double cost = 0;
  double width = 0, height = 0;  ///< of the ink: from the first line's capitals to the last one's descenders
  double rise = 0;               ///< from the ink's top up to the block's

  /// The lines with the ink's top left at (left, top).
  std::vector<PlacedText> placed(double left, double top) const;
};

struct NameForms {
  std::string text;
  std::string short_text;  ///< "" = none
};

/// Most preferred first. A style that names a smallest size is set in steps down to it.
std::vector<LabelForm> label_forms(Context& context, const NameForms& name, project::TextStyle style,
                                   int max_lines);

}  // namespace cartouche::layout
