#pragma once
// Coordinates as SVG writes them: numbers, transforms and path data. Private to the module.

#include <optional>
#include <string_view>
#include <vector>

#include "cartouche/geometry/path.h"

namespace cartouche::project {

/// Reads numbers, flags and command letters from a list with spaces and commas between them.
class NumberScanner {
 public:
  explicit NumberScanner(std::string_view text) : text_(text) {}
  bool at_end();
  /// A letter (a command), if one stands here.
  std::optional<char> letter();
  std::optional<double> number();
  /// "0" or "1", which path data may write without a space after it.
  std::optional<bool> flag();

 private:
  void skip();
  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<double> numbers_of(std::string_view list);  ///< empty where it is no list of numbers
/// "translate(1 2) rotate(45)"; nothing where it cannot be read.
std::optional<Affine> parse_transform(std::string_view text);
/// The "d" of a path (SVG 1.1, 8.3); nothing where it cannot be read.
std::optional<Path> parse_path_data(std::string_view data);
/// An elliptical arc as cubic curves: SVG 1.1, appendix F.6.
void append_arc(Path& path, Point from, double rx, double ry, double degrees, bool large, bool sweep,
                Point to);

}  // namespace cartouche::project
