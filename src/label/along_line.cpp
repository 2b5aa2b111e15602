#include "cartouche/label/along_line.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cartouche {
namespace {

double distance(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

std::vector<double> lengths(const std::vector<Point>& line) {
  std::vector<double> all{0};
  for (std::size_t i = 1; i < line.size(); ++i) all.push_back(all.back() + distance(line[i - 1], line[i]));
  return all;
}

// The value of `to` where `from` (ascending) has `value`, in between by proportion.
double mapped(const std::vector<double>& from, const std::vector<double>& to, double value) {
  const auto next = std::upper_bound(from.begin() + 1, from.end() - 1, value);
  const auto i = static_cast<std::size_t>(next - from.begin());
  const double length = from[i] - from[i - 1];
  const double share = length > 0 ? (value - from[i - 1]) / length : 0;
  return to[i - 1] + share * (to[i] - to[i - 1]);
}

// The end of the piece that holds `value`, of pieces that are nearly alike: what a search over all of
// `along` (ascending) would find, looked for around where it would be if they were alike.
std::size_t piece_at(const std::vector<double>& along, double value) {
  const std::size_t last = along.size() - 1;
  const double share = value / along.back();
  std::size_t i = share > 0 ? static_cast<std::size_t>(std::min(share, 1.0) * double(last)) : 0;
  i = std::clamp<std::size_t>(i, 1, last);
  while (i < last && !(value < along[i])) ++i;
  while (i > 1 && value < along[i - 1]) --i;
  return i;
}

Point point_at(const std::vector<Point>& line, const std::vector<double>& along, double value) {
  const std::size_t i = piece_at(along, value);
  const double length = along[i] - along[i - 1];
  const double share = length > 0 ? (value - along[i - 1]) / length : 0;
  return {line[i - 1].x + share * (line[i].x - line[i - 1].x),
          line[i - 1].y + share * (line[i].y - line[i - 1].y)};
}

// Means over up to `half` vertices to each side, fewer near the ends, as many on both sides.
std::vector<Point> running_mean(const std::vector<Point>& line, std::size_t half) {
  std::vector<Point> sums{{0, 0}};
  for (const Point p : line) sums.push_back({sums.back().x + p.x, sums.back().y + p.y});
  std::vector<Point> means = line;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::size_t reach = std::min({half, i, line.size() - 1 - i});
    const Point from = sums[i - reach], to = sums[i + reach + 1];
    const auto count = static_cast<double>(2 * reach + 1);
    means[i] = {(to.x - from.x) / count, (to.y - from.y) / count};
  }
  return means;
}

double between(double from, double to) {
  return std::remainder(to - from, 2 * std::numbers::pi);
}

// Shortest stretch of the line from which a letter's turn is taken, in sizes.
constexpr double kTurnedBy = 0.5;

}  // namespace

std::vector<Point> smoothed_line(const std::vector<Point>& line, double reach, double step) {
  const std::vector<double> along = lengths(line);
  const double length = along.back();
  if (line.size() < 2 || !(length > 0)) return line;
  const auto pieces = static_cast<std::size_t>(std::max(1.0, std::ceil(length / step)));
  std::vector<Point> even;
  for (std::size_t i = 0; i <= pieces; ++i)
    even.push_back(point_at(line, along, length * static_cast<double>(i) / static_cast<double>(pieces)));
  const double spacing = length / static_cast<double>(pieces);
  const auto half = static_cast<std::size_t>(std::lround(reach / 2 / spacing));
  for (int pass = 0; pass < 3 && half > 0; ++pass) even = running_mean(even, half);
  return even;
}

Baseline::Baseline(std::vector<Point> line, double offset)
    : points_(std::move(line)), along_line_(lengths(points_)) {
  const std::vector<Point> centre = points_;
  for (std::size_t i = 0; i < centre.size(); ++i) {
    const Point a = centre[i == 0 ? 0 : i - 1], b = centre[std::min(i + 1, centre.size() - 1)];
    const double length = distance(a, b);
    if (length > 0) {
      points_[i].x += offset * (b.y - a.y) / length;
      points_[i].y -= offset * (b.x - a.x) / length;
    }
  }
  along_ = lengths(points_);
}

double Baseline::beside(double along_line) const {
  return mapped(along_line_, along_, along_line);
}

Point Baseline::at(double along) const {
  return point_at(points_, along_, along);
}

std::optional<NameAlongLine> Baseline::set(const std::vector<LetterSpan>& letters, double middle, double size,
                                           const TurnBounds& bounds, AlongFault& fault) const {
  const double width = letters.back().x + letters.back().width;
  const double start = beside(middle) - width / 2;
  if (start < 0 || start + width > along_.back()) {
    fault = AlongFault::too_short;
    return std::nullopt;
  }
  NameAlongLine name;
  for (const LetterSpan& letter : letters) {
    const double foot = start + letter.x + letter.width / 2;
    const double half = std::max(letter.width, kTurnedBy * size) / 2;
    const Point from = at(std::max(foot - half, 0.0)), to = at(std::min(foot + half, along_.back()));
    const double angle = std::atan2(to.y - from.y, to.x - from.x);
    if (!name.letters.empty()) {
      const double turn = std::abs(between(name.letters.back().angle, angle));
      name.bend += turn;
      if (turn > bounds.letter || name.bend > bounds.total) {
        fault = AlongFault::too_sharp;
        return std::nullopt;
      }
    }
    const Point on = at(foot);
    name.letters.push_back(
        {{on.x - letter.width / 2 * std::cos(angle), on.y - letter.width / 2 * std::sin(angle)}, angle});
    name.steepness += std::abs(angle) / static_cast<double>(letters.size());
  }
  return name;
}

bool reads_upright(const NameAlongLine& name) {
  // A letter may lean a little beyond the vertical where the name as a whole reads well.
  constexpr double kMost = 100 * std::numbers::pi / 180;
  double across = 0, down = 0;
  for (const LetterPlace& letter : name.letters) {
    if (std::abs(letter.angle) > kMost) return false;
    across += std::cos(letter.angle);
    down += std::sin(letter.angle);
  }
  constexpr double kVertical = 1e-6;
  return across > kVertical || (across > -kVertical && down < 0);
}

}  // namespace cartouche
