#pragma once
// The emptiest place on a page for a box: the page as a grid of cells, each with the weight of what is drawn
// there. Points, y down.

#include <optional>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::layout {

/// Weights of cells; a cell has that of the heaviest thing on it.
class SpaceMap {
 public:
  /// Cells of `cell` points cover `area`.
  SpaceMap(const Box& area, double cell);

  void add(const Box& box, double weight);
  /// All features of an array of polygons, by the even-odd rule at the middle of each cell.
  void add(const GeometryArray& polygons, double weight);
  /// To be called when all is added, before load().
  void finish();
  /// Mean weight of a box: 0 where nothing lies.
  double load(const Box& box) const;
  double cell() const { return cell_; }

 private:
  int column(double x) const;
  int row(double y) const;
  float& at(int column, int row);

  Box area_;
  double cell_;
  int columns_ = 0, rows_ = 0;
  std::vector<float> cells_;
  std::vector<double> sums_;  // of all cells above and to the left
};

struct SpaceRequest {
  double width = 0, height = 0;
  Box within;
  Point preferred{0.5, 0.5};  ///< share of `within`: {0, 0} is its upper left corner
  double clear = 0;           ///< points kept free around the box
};

/// The place with the least load, of places equally loaded the one nearest to the preferred; none that comes
/// nearer than `clear` to a box of `taken`, and none on a loaded cell of `closed`, where that is given.
/// Nothing where no place is left. Depends on its arguments alone.
std::optional<Box> emptiest_place(const SpaceMap& map, const std::vector<Box>& taken,
                                  const SpaceRequest& request, const SpaceMap* closed = nullptr);

}  // namespace cartouche::layout
