#include <algorithm>
#include <array>
#include <cmath>

#include "cartouche/base/number_format.h"
#include "cartouche/geometry/overlay.h"
#include "context.h"

namespace cartouche::layout {
namespace {

// Steps a reader divides easily, in minutes of arc.
constexpr std::array kSteps{1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800};
// About so many lines across the larger side of a frame.
constexpr double kLines = 6;
// Straight pieces of one line across the frame: a parallel of metropolitan France on Lambert-93 bends by less
// than a hundredth of a point between two of them.
constexpr int kPieces = 96;
// Points a label keeps from the frame's edge, and from its corners.
constexpr double kInset = 2;
constexpr double kCorner = 16;

// Longitudes and latitudes that the frame shows: of a grid of points over it, as a pole or a bulging parallel
// need not be at a corner.
Box degrees_shown(const FrameView& view, const Transform& to_degrees) {
  constexpr int kGrid = 24;
  std::vector<Point> points;
  for (int row = 0; row <= kGrid; ++row)
    for (int column = 0; column <= kGrid; ++column)
      points.push_back({view.window.min.x + view.window.width() * column / kGrid,
                        view.window.min.y + view.window.height() * row / kGrid});
  to_degrees.apply(points);
  Box box;
  for (const Point p : points) box.extend(p);
  return box;
}

int step_for(const Box& degrees) {
  const double wanted = std::max(degrees.width(), degrees.height()) * 60 / kLines;
  for (const int step : kSteps)
    if (step >= wanted) return step;
  return kSteps.back();
}

// "48° N", "2°30′ O": minutes where the step needs them.
std::string degrees_text(int minutes, bool meridian) {
  const int size = std::abs(minutes);
  std::string text = format_french(size / 60, 0) + "°";
  if (size % 60 != 0) text += (size % 60 < 10 ? "0" : "") + format_french(size % 60, 0) + "′";
  if (minutes == 0) return text;
  const char* side = meridian ? (minutes < 0 ? "O" : "E") : (minutes < 0 ? "S" : "N");
  return text + std::string(kNarrowNoBreakSpace) + side;
}

class Builder {
 public:
  Builder(Context& context, const FrameView& view, const items::Graticule& options)
      : context_(context),
        view_(view),
        options_(options),
        crs_(context.map.frames[view.frame].crs),
        to_degrees_(crs_, Crs::from_text("EPSG:4326")),
        from_degrees_(Crs::from_text("EPSG:4326"), crs_) {}

  Graticule build() {
    result_.stroke = options_.stroke;
    const Box shown = degrees_shown(view_, to_degrees_);
    if (shown.empty()) return result_;
    const int step = options_.minutes.value_or(step_for(shown));
    add_family(shown.min.x, shown.max.x, shown.min.y, shown.max.y, step, true);
    add_family(shown.min.y, shown.max.y, shown.min.x, shown.max.x, step, false);
    return std::move(result_);
  }

 private:
  // All lines of one kind: `low`, `high` are the degrees that number them, `from`, `to` those they run along.
  void add_family(double low, double high, double from, double to, int step, bool meridian) {
    const int first = static_cast<int>(std::ceil(low * 60 / step));
    const int last = static_cast<int>(std::floor(high * 60 / step));
    for (int i = first; i <= last; ++i) add_line(i * step, from, to, meridian);
  }

  void add_line(int minutes, double from, double to, bool meridian) {
    std::vector<Point> line;
    for (int i = 0; i <= kPieces; ++i) {
      const double along = from + (to - from) * i / kPieces;
      line.push_back(meridian ? Point{minutes / 60.0, along} : Point{along, minutes / 60.0});
    }
    from_degrees_.apply(line);
    std::erase_if(line, [](Point p) { return is_missing(p); });
    if (line.size() < 2) return;
    for (Point& p : line) p = view_.to_page(p);
    GeometryArray lines(GeometryKind::line);
    lines.add_ring(line);
    lines.end_part();
    lines.end_feature();
    lines = clip_to_box(lines, view_.box);
    for (std::size_t ring = 0; ring < lines.ring_count(); ++ring) {
      const auto points = lines.ring(static_cast<map::Index>(ring));
      result_.lines.emplace_back(points.begin(), points.end());
    }
    if (options_.label && !view_.round && lines.ring_count() > 0) add_label(minutes, meridian);
  }

  // Meridians are named where they leave by the lower edge, parallels where they leave by the left.
  void add_label(int minutes, bool meridian) {
    constexpr double kOnEdge = 0.01;
    const Box& box = view_.box;
    const std::vector<Point>& line = result_.lines.back();
    for (const Point p : {line.front(), line.back()}) {
      const bool leaves = meridian ? p.y > box.max.y - kOnEdge : p.x < box.min.x + kOnEdge;
      const bool corner = meridian ? p.x < box.min.x + kCorner || p.x > box.max.x - kCorner
                                   : p.y < box.min.y + kCorner || p.y > box.max.y - kCorner;
      if (!leaves || corner) continue;
      SetText text = set_text(context_, degrees_text(minutes, meridian), *options_.label, 0, 0, 0);
      if (meridian && p.x + kInset + text.width > box.max.x) continue;
      const double left = meridian ? p.x + kInset : box.min.x + kInset;
      const double top = meridian ? box.max.y - kInset - text.height : p.y - text.height;
      // Where the lines are closer than their names are long, one that is named stands for the next.
      const Box place{{left, top}, {left + text.width, top + text.height}};
      if (std::any_of(names_.begin(), names_.end(),
                      [&](const Box& other) { return other.intersects(place.expanded(kInset)); }))
        return;
      names_.push_back(place);
      move(text.lines, left, top);
      std::move(text.lines.begin(), text.lines.end(), std::back_inserter(result_.labels));
      return;
    }
  }

  Context& context_;
  const FrameView& view_;
  const items::Graticule& options_;
  const Crs& crs_;
  Transform to_degrees_, from_degrees_;
  Graticule result_;
  std::vector<Box> names_;
};

}  // namespace

Graticule lay_out_graticule(Context& context, const FrameView& view, const items::Graticule& style) {
  return Builder(context, view, style).build();
}

}  // namespace cartouche::layout
