#include "svg_path.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "svg_thin.h"

namespace cartouche::backend {
namespace {

/// A point in hundredths.
struct Grid {
  std::int64_t x = 0, y = 0;
  bool operator==(const Grid&) const = default;
};

/// Half a dot of 1200 dpi and the rounding to tenths stay below one dot together.
constexpr double kUnseen = 0.05;

class Writer {
 public:
  /// Places are multiples of `step` hundredths.
  explicit Writer(int step) : step_(step) {}

  std::string write(const Path& path) {
    out_.reserve(path.points().size() * 8);
    const Point* at = path.points().data();
    for (const Path::Verb verb : path.verbs()) {
      switch (verb) {
        case Path::Verb::move:
          move(snap(*at++));
          break;
        case Path::Verb::line:
          line(snap(*at++));
          break;
        case Path::Verb::cubic:
          cubic(snap(at[0]), snap(at[1]), snap(at[2]));
          at += 3;
          break;
        case Path::Verb::close:
          close();
          break;
      }
    }
    end_subpath();
    return std::move(out_);
  }

 private:
  Grid snap(Point p) const {
    const double steps = 100.0 / step_;
    return {std::llround(p.x * steps) * step_, std::llround(p.y * steps) * step_};
  }

  void command(char letter) {
    // After "m", more pairs are lines; otherwise a repeated letter may be left out.
    const bool repeated = letter == last_ || (letter == 'l' && last_ == 'm');
    last_ = letter;
    glued_ = !repeated;
    if (repeated) return;
    out_ += letter;
    last_had_point_ = false;
  }

  /// Hundredths as the shortest decimal, with a separator only where the number before would go on.
  void number(std::int64_t hundredths) {
    char text[32];
    char* end = text;
    if (hundredths < 0) *end++ = '-';
    const auto value = static_cast<std::uint64_t>(hundredths < 0 ? -hundredths : hundredths);
    const std::uint64_t fraction = value % 100;
    const bool leading_point = value < 100 && fraction != 0;
    if (!leading_point) end = std::to_chars(end, text + sizeof text, value / 100).ptr;
    if (fraction != 0) {
      *end++ = '.';
      *end++ = static_cast<char>('0' + fraction / 10);
      if (fraction % 10 != 0) *end++ = static_cast<char>('0' + fraction % 10);
    }
    const bool separates_itself = hundredths < 0 || (leading_point && last_had_point_);
    if (!glued_ && !separates_itself) out_ += ' ';
    out_.append(text, end);
    glued_ = false;
    last_had_point_ = fraction != 0;
  }

  void pair(Grid to, Grid from) {
    number(to.x - from.x);
    number(to.y - from.y);
  }

  void move(Grid to) {
    end_subpath();
    command('m');
    pair(to, here_);
    here_ = start_ = to;
    open_ = true;
    drawn_ = false;
  }

  void line(Grid to) {
    if (to == here_) return;
    command(to.y == here_.y ? 'h' : to.x == here_.x ? 'v' : 'l');
    if (to.x != here_.x) number(to.x - here_.x);
    if (to.y != here_.y) number(to.y - here_.y);
    here_ = to;
    drawn_ = true;
  }

  void cubic(Grid control1, Grid control2, Grid to) {
    command('c');
    pair(control1, here_);
    pair(control2, here_);
    pair(to, here_);
    here_ = to;
    drawn_ = true;
  }

  void close() {
    if (!open_) return;
    command('z');
    here_ = start_;
    open_ = false;
  }

  // A line that shrank to a point still shows its caps.
  void end_subpath() {
    if (open_ && !drawn_) {
      command('h');
      number(0);
    }
    open_ = false;
  }

  int step_;
  std::string out_;
  Grid here_, start_;
  char last_ = ' ';
  bool glued_ = false;
  bool last_had_point_ = false;
  bool open_ = false;
  bool drawn_ = false;
};

std::vector<Path> subpaths(const Path& path) {
  std::vector<Path> parts;
  const Point* at = path.points().data();
  for (const Path::Verb verb : path.verbs()) {
    switch (verb) {
      case Path::Verb::move:
        parts.emplace_back();
        parts.back().move_to(*at++);
        break;
      case Path::Verb::line:
        parts.back().line_to(*at++);
        break;
      case Path::Verb::cubic:
        parts.back().cubic_to(at[0], at[1], at[2]);
        at += 3;
        break;
      case Path::Verb::close:
        parts.back().close();
        break;
    }
  }
  return parts;
}

/// Even-odd, over the polygon of all points: control points make no difference to which ring holds which.
bool holds(const Path& ring, Point p) {
  bool inside = false;
  const auto points = ring.points();
  for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
    const Point a = points[i];
    const Point b = points[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/// For each ring, the first one that holds it, or itself: rings of one family are drawn together.
std::vector<std::size_t> families(const std::vector<Path>& rings) {
  std::vector<Box> boxes;
  for (const Path& ring : rings) boxes.push_back(ring.box());
  std::vector<std::size_t> family(rings.size());
  for (std::size_t i = 0; i < rings.size(); ++i) {
    family[i] = i;
    const auto points = rings[i].points();
    // The middle of an edge: a hole may touch its outline in a vertex.
    const Point next = points.size() > 1 ? points[1] : points[0];
    const Point inner{(points[0].x + next.x) / 2, (points[0].y + next.y) / 2};
    for (std::size_t k = 0; k < rings.size(); ++k) {
      if (k == i || !boxes[k].contains(boxes[i]) || boxes[k] == boxes[i]) continue;
      // The widest ring around names the family, so that a hole's islands come along.
      if (boxes[k].contains(boxes[family[i]]) && holds(rings[k], inner)) family[i] = k;
    }
  }
  return family;
}

/// Pieces of a line, the last point of one being the first of the next; a closed line's end is drawn out.
void cut_line(const Path& line, std::size_t max_vertices, std::vector<Path>& pieces) {
  Path piece;
  Point here;
  Point start;
  const Point* at = line.points().data();
  const auto make_room = [&](std::size_t points) {
    if (piece.points().size() + points <= max_vertices) return;
    pieces.push_back(std::move(piece));
    piece = Path();
    piece.move_to(here);
  };
  for (const Path::Verb verb : line.verbs()) {
    switch (verb) {
      case Path::Verb::move:
        piece.move_to(*at);
        start = here = *at++;
        break;
      case Path::Verb::line:
        make_room(1);
        piece.line_to(*at);
        here = *at++;
        break;
      case Path::Verb::cubic:
        make_room(3);
        piece.cubic_to(at[0], at[1], at[2]);
        here = at[2];
        at += 3;
        break;
      case Path::Verb::close:
        make_room(1);
        piece.line_to(start);
        break;
    }
  }
  pieces.push_back(std::move(piece));
}

}  // namespace

std::string path_data(const Path& path) {
  return is_long_outline(path) ? Writer(10).write(thinned(path, kUnseen)) : Writer(1).write(path);
}

std::string glyph_data(const Path& path) {
  return Writer(1).write(path);
}

std::optional<Circle> as_circle(const Path& path) {
  constexpr std::size_t kPoints = 13;  // a start, and two controls and an end for each quarter
  const auto points = path.points();
  if (points.size() != kPoints || path.verbs().size() != 6) return std::nullopt;
  const Point right = points[0], left = points[6];
  const Circle circle{{(right.x + left.x) / 2, (right.y + left.y) / 2}, (right.x - left.x) / 2};
  if (circle.radius <= 0) return std::nullopt;
  const Path same = Path::circle(circle.center, circle.radius);
  if (!std::ranges::equal(same.verbs(), path.verbs())) return std::nullopt;
  const double tolerance = 1e-9 * (std::abs(circle.center.x) + std::abs(circle.center.y) + circle.radius);
  for (std::size_t i = 0; i < kPoints; ++i)
    if (std::abs(same.points()[i].x - points[i].x) > tolerance ||
        std::abs(same.points()[i].y - points[i].y) > tolerance)
      return std::nullopt;
  return circle;
}

std::vector<Path> split_path(const Path& path, bool filled, std::size_t max_vertices) {
  if (path.points().size() <= max_vertices) return {path};
  const std::vector<Path> parts = subpaths(path);
  std::vector<Path> groups;
  if (filled) {
    const std::vector<std::size_t> family = families(parts);
    groups.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) groups[family[i]].append(parts[i]);
  } else {
    for (const Path& part : parts) {
      if (part.points().size() <= max_vertices)
        groups.push_back(part);
      else
        cut_line(part, max_vertices, groups);
    }
  }
  std::vector<Path> pieces;
  for (const Path& group : groups) {
    if (group.empty()) continue;
    if (pieces.empty() || pieces.back().points().size() + group.points().size() > max_vertices)
      pieces.emplace_back();
    pieces.back().append(group);
  }
  return pieces;
}

}  // namespace cartouche::backend
