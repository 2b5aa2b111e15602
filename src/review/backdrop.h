#pragma once
// What colour lies under a place of the page, before the next thing is painted.

#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::review {

/// True where the point lies inside the path by the even-odd rule; curves are taken as eight chords.
bool contains(const Path& path, Point p);

/// A list's fills in paint order. Strokes are passed over (they are thin and text has halos), patterns and
/// fades count by the share of their area that they cover.
class Backdrop {
 public:
  explicit Backdrop(Color page) : page_(page) {}

  /// Adds a painted shape; `clips` are the clips around it, `opacity` that of its groups.
  void paint(const display::Shape& shape, const std::vector<const Path*>& clips, double opacity,
             display::Blend blend);
  Color at(Point p) const;

 private:
  struct Layer {
    const Path* path;
    Box box;
    std::vector<const Path*> clips;
    Color color;
    double opacity;
    display::Blend blend;
  };
  Color page_;
  std::vector<Layer> layers_;
};

}  // namespace cartouche::review
