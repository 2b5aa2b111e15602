#include "path_data.h"

#include "arc.h"
#include "number_scanner.h"

namespace cartouche::svg {
namespace {

/// Follows path data command by command.
class PathReader {
 public:
  explicit PathReader(std::string_view data) : in_(data) {}

  std::optional<Path> read() {
    char command = 0;
    while (!in_.at_end()) {
      if (const auto letter = in_.letter())
        command = *letter;
      else if (command == 0 || command == 'z' || command == 'Z')
        return std::nullopt;
      if (!step(command)) return std::nullopt;
      // Further pairs after a move are lines.
      if (command == 'm') command = 'l';
      if (command == 'M') command = 'L';
    }
    return path_;
  }

 private:
  bool step(char command) {
    relative_ = command >= 'a';
    switch (relative_ ? command : static_cast<char>(command - 'A' + 'a')) {
      case 'm':
        return move();
      case 'l':
        return line(point());
      case 'h':
      case 'v':
        return straight(command == 'h' || command == 'H');
      case 'c':
        return cubic(false);
      case 's':
        return cubic(true);
      case 'q':
        return quadratic(false);
      case 't':
        return quadratic(true);
      case 'a':
        return arc();
      case 'z':
        path_.close();
        finish(start_, start_);
        return true;
      default:
        return false;
    }
  }

  std::optional<Point> point() {
    const auto x = in_.number(), y = in_.number();
    if (!x || !y) return std::nullopt;
    return relative_ ? Point{at_.x + *x, at_.y + *y} : Point{*x, *y};
  }

  // Where the pen is, and the control point that a smooth curve reflects.
  bool finish(Point at, Point control) {
    at_ = at;
    control_ = control;
    return true;
  }

  bool move() {
    const auto to = point();
    if (!to) return false;
    path_.move_to(*to);
    start_ = *to;
    return finish(*to, *to);
  }

  bool line(std::optional<Point> to) {
    if (!to) return false;
    path_.line_to(*to);
    return finish(*to, *to);
  }

  bool straight(bool horizontal) {
    const auto value = in_.number();
    if (!value) return false;
    Point to = at_;
    double& moved = horizontal ? to.x : to.y;
    moved = relative_ ? moved + *value : *value;
    return line(to);
  }

  Point reflected() const { return {2 * at_.x - control_.x, 2 * at_.y - control_.y}; }

  bool cubic(bool smooth) {
    const auto first = smooth ? std::optional(reflected()) : point();
    const auto second = point(), to = point();
    if (!first || !second || !to) return false;
    path_.cubic_to(*first, *second, *to);
    return finish(*to, *second);
  }

  bool quadratic(bool smooth) {
    const auto control = smooth ? std::optional(reflected()) : point();
    const auto to = point();
    if (!control || !to) return false;
    const auto towards = [&](Point p) {
      return Point{p.x + 2.0 / 3 * (control->x - p.x), p.y + 2.0 / 3 * (control->y - p.y)};
    };
    path_.cubic_to(towards(at_), towards(*to), *to);
    return finish(*to, *control);
  }

  bool arc() {
    const auto rx = in_.number(), ry = in_.number(), turn = in_.number();
    const auto large = in_.flag(), sweep = in_.flag();
    const auto to = point();
    if (!rx || !ry || !turn || !large || !sweep || !to) return false;
    append_arc(path_, at_, *rx, *ry, *turn, *large, *sweep, *to);
    return finish(*to, *to);
  }

  NumberScanner in_;
  Path path_;
  Point at_, start_, control_;
  bool relative_ = false;
};

}  // namespace

std::optional<Path> parse_path_data(std::string_view data) {
  auto path = PathReader(data).read();
  if (path && !path->empty() && path->verbs().front() != Path::Verb::move) return std::nullopt;
  return path;
}

std::optional<Point> path_start(std::string_view data) {
  NumberScanner in(data);
  const auto command = in.letter();
  if (command != 'm' && command != 'M') return std::nullopt;
  const auto x = in.number(), y = in.number();
  if (!x || !y) return std::nullopt;
  return Point{*x, *y};
}

}  // namespace cartouche::svg
