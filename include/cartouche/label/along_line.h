#pragma once
// Names along lines: letter by letter on a smoothed line, in page points, y down. Knows nothing of text: a
// name is the places and widths of its letters.

#include <optional>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// Lines that meet end to end, where no third one does, made one; closed ones keep first = last.
std::vector<std::vector<Point>> joined_lines(std::vector<std::vector<Point>> lines);

/// The line with vertices `step` apart, bends shorter than `reach` evened out by three running means (which
/// come near a Gaussian). Ends stay where they are.
std::vector<Point> smoothed_line(const std::vector<Point>& line, double reach, double step);

/// A letter on a straight baseline that begins at 0.
struct LetterSpan {
  double x = 0;
  double width = 0;
};

/// Where a letter stands: the left end of its own baseline, and its turn, radians, clockwise as seen.
struct LetterPlace {
  Point at;
  double angle = 0;
};

struct NameAlongLine {
  std::vector<LetterPlace> letters;
  double bend = 0;       ///< radians: all turns from letter to letter
  double steepness = 0;  ///< radians: the mean of the letters' angles, without their sign
};

/// Why a name stands nowhere on a line.
enum class AlongFault { too_short, too_sharp };

/// Bounds of a name's turns, radians.
struct TurnBounds {
  double letter = 0;  ///< from one letter to the next
  double total = 0;
};

/// A baseline beside a line, the same way.
class Baseline {
 public:
  /// `offset` to the left of the line's direction as seen on the page; negative: to the right.
  Baseline(std::vector<Point> line, double offset);

  double line_length() const { return along_line_.back(); }
  double line_at(std::size_t vertex) const { return along_line_[vertex]; }
  std::size_t size() const { return points_.size(); }

  /// The name with its middle at `middle` (along the line, points) read in the line's direction: the middle
  /// of each letter's foot stands on the baseline. A fault where it would reach beyond an end or turn more
  /// than it may. `size` of the type: a thin letter is turned as a letter of half that width would be.
  std::optional<NameAlongLine> set(const std::vector<LetterSpan>& letters, double middle, double size,
                                   const TurnBounds& bounds, AlongFault& fault) const;

 private:
  double beside(double along_line) const;
  Point at(double along) const;

  std::vector<Point> points_;
  std::vector<double> along_line_, along_;  // lengths up to each vertex: of the line, of the baseline
};

/// True for a name that reads from left to right (upwards where it stands upright), no letter of it on its
/// head.
bool reads_upright(const NameAlongLine& name);

}  // namespace cartouche
