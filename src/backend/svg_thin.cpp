#include "svg_thin.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cartouche/geometry/segment.h"

namespace cartouche::backend {
namespace {

constexpr std::size_t kManyVertices = 16;
constexpr double kWidestMarker = 12;  // points
// Every so many vertices one stays, which keeps the search from taking the square of a long line's time.
constexpr std::size_t kStretch = 256;

/// Marks what stays between two points that do.
void keep_between(const std::vector<Point>& points, std::size_t first, std::size_t last, double tolerance,
                  std::vector<bool>& kept) {
  std::vector<std::pair<std::size_t, std::size_t>> spans{{first, last}};
  while (!spans.empty()) {
    const auto [a, b] = spans.back();
    spans.pop_back();
    double farthest = tolerance * tolerance;
    std::size_t at = 0;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double distance = squared_distance_to_segment(points[i], points[a], points[b]);
      if (distance > farthest) farthest = distance, at = i;
    }
    if (at == 0) continue;
    kept[at] = true;
    spans.emplace_back(a, at);
    spans.emplace_back(at, b);
  }
}

class Thinner {
 public:
  explicit Thinner(double tolerance) : tolerance_(tolerance) {}

  void move(Point p) {
    flush(false);
    line_.assign(1, p);
  }
  void line(Point p) { line_.push_back(p); }
  void close() { flush(true); }
  Path finish() {
    flush(false);
    return std::move(result_);
  }

 private:
  void flush(bool closed) {
    if (line_.empty()) return;
    const std::size_t count = line_.size();
    if (closed) line_.push_back(line_.front());
    std::vector<bool> kept(line_.size(), count <= 3);
    kept.front() = kept.back() = true;
    if (count > 3) keep_stretches(kept);
    if (closed && std::count(kept.begin(), kept.end(), true) < 4) kept.assign(line_.size(), true);
    result_.move_to(line_.front());
    for (std::size_t i = 1; i < count; ++i)
      if (kept[i]) result_.line_to(line_[i]);
    if (closed) result_.close();
    line_.clear();
  }

  void keep_stretches(std::vector<bool>& kept) const {
    const std::size_t last = line_.size() - 1;
    for (std::size_t from = 0; from < last; from += kStretch) {
      const std::size_t to = std::min(from + kStretch, last);
      kept[to] = true;
      keep_between(line_, from, to, tolerance_, kept);
    }
  }

  double tolerance_;
  std::vector<Point> line_;
  Path result_;
};

bool has_cubics(const Path& path) {
  return std::find(path.verbs().begin(), path.verbs().end(), Path::Verb::cubic) != path.verbs().end();
}

}  // namespace

bool is_long_outline(const Path& path) {
  if (path.points().size() <= kManyVertices || has_cubics(path)) return false;
  const Box box = path.box();
  return std::max(box.width(), box.height()) > kWidestMarker;
}

Path thinned(const Path& path, double tolerance) {
  if (has_cubics(path)) return path;
  Thinner thinner(tolerance);
  const Point* at = path.points().data();
  for (const Path::Verb verb : path.verbs()) {
    if (verb == Path::Verb::move) thinner.move(*at++);
    if (verb == Path::Verb::line) thinner.line(*at++);
    if (verb == Path::Verb::close) thinner.close();
  }
  return thinner.finish();
}

}  // namespace cartouche::backend
