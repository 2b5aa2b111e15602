#include "svg_geometry.h"

#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

namespace cartouche::project {
namespace {

bool is_separator(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<Affine> one_transform(std::string_view name, const std::vector<double>& n) {
  const auto turn = [](double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return Affine{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
  };
  if (name == "matrix" && n.size() == 6) return Affine{n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate" && (n.size() == 1 || n.size() == 2))
    return Affine::translation(n[0], n.size() == 2 ? n[1] : 0);
  if (name == "scale" && (n.size() == 1 || n.size() == 2))
    return Affine::scaling(n[0], n.size() == 2 ? n[1] : n[0]);
  if (name == "rotate" && n.size() == 1) return turn(n[0]);
  if (name == "rotate" && n.size() == 3)
    return Affine::translation(-n[1], -n[2]).then(turn(n[0])).then(Affine::translation(n[1], n[2]));
  return std::nullopt;
}

}  // namespace

void NumberScanner::skip() {
  while (at_ < text_.size() && is_separator(text_[at_])) ++at_;
}

bool NumberScanner::at_end() {
  skip();
  return at_ >= text_.size();
}

std::optional<char> NumberScanner::letter() {
  if (at_end() || !is_letter(text_[at_])) return std::nullopt;
  return text_[at_++];
}

std::optional<double> NumberScanner::number() {
  if (at_end()) return std::nullopt;
  const std::size_t begin = at_ + (text_[at_] == '+' ? 1 : 0);
  double value = 0;
  const auto result = std::from_chars(text_.data() + begin, text_.data() + text_.size(), value);
  if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  at_ = static_cast<std::size_t>(result.ptr - text_.data());
  return value;
}

std::optional<bool> NumberScanner::flag() {
  if (at_end() || (text_[at_] != '0' && text_[at_] != '1')) return std::nullopt;
  return text_[at_++] == '1';
}

std::vector<double> numbers_of(std::string_view list) {
  NumberScanner in(list);
  std::vector<double> numbers;
  while (!in.at_end()) {
    const auto number = in.number();
    if (!number) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<Affine> parse_transform(std::string_view text) {
  Affine all;
  while (!text.empty()) {
    if (is_separator(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return std::nullopt;
    std::string_view name = text.substr(0, open);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto one = one_transform(name, numbers_of(text.substr(open + 1, close - open - 1)));
    if (!one) return std::nullopt;
    all = one->then(all);  // the last of the list is applied first
    text.remove_prefix(close + 1);
  }
  return all;
}

namespace {

double angle_between(Point u, Point v) {
  return std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y);
}

// The centre of the arc's ellipse, in the ellipse's own axes (F.6.5), radii grown where they are too short.
Point arc_center(Point half, double& rx, double& ry, bool large, bool sweep) {
  const double lambda = half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry);
  if (lambda > 1) {
    rx *= std::sqrt(lambda);
    ry *= std::sqrt(lambda);
  }
  const double top = rx * rx * ry * ry - rx * rx * half.y * half.y - ry * ry * half.x * half.x;
  const double bottom = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
  const double factor = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, top / bottom));
  return {factor * rx * half.y / ry, -factor * ry * half.x / rx};
}

}  // namespace

void append_arc(Path& path, Point from, double rx, double ry, double degrees, bool large, bool sweep,
                Point to) {
  rx = std::abs(rx);
  ry = std::abs(ry);
  if (rx == 0 || ry == 0 || from == to) {
    path.line_to(to);
    return;
  }
  const double turn = degrees * std::numbers::pi / 180, cosine = std::cos(turn), sine = std::sin(turn);
  const double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
  const Point half{cosine * dx + sine * dy, -sine * dx + cosine * dy};
  const Point c = arc_center(half, rx, ry, large, sweep);
  const Point start{(half.x - c.x) / rx, (half.y - c.y) / ry},
      end{(-half.x - c.x) / rx, (-half.y - c.y) / ry};
  const double first = angle_between({1, 0}, start);
  double whole = angle_between(start, end);
  if (!sweep && whole > 0) whole -= 2 * std::numbers::pi;
  if (sweep && whole < 0) whole += 2 * std::numbers::pi;
  const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  const Affine place{rx * cosine,
                     rx * sine,
                     -ry * sine,
                     ry * cosine,
                     middle.x + cosine * c.x - sine * c.y,
                     middle.y + sine * c.x + cosine * c.y};
  const int pieces =
      std::max(1, static_cast<int>(std::ceil(std::abs(whole) / (std::numbers::pi / 2) - 1e-9)));
  const double step = whole / pieces;
  // The handle of a cubic that follows a circle's arc: Goldapp, CAGD 8(3), 1991.
  const double handle = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double a = first + i * step, b = a + step;
    const Point p{std::cos(a), std::sin(a)}, q{std::cos(b), std::sin(b)};
    path.cubic_to(place({p.x - handle * p.y, p.y + handle * p.x}),
                  place({q.x + handle * q.y, q.y - handle * q.x}), i + 1 == pieces ? to : place(q));
  }
}

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

}  // namespace cartouche::project
