#include <algorithm>
#include <cmath>

#include "cartouche/geometry/lines.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/layout/spread.h"
#include "context.h"

namespace cartouche::layout {
namespace {

// A vertex whose triangle is smaller than this length squared (points on the page) goes: 0.45 pt is 0.16 mm,
// the least bend that a reader sees in a printed line (a separation of 0.15 mm: Imhof, Cartographic Relief
// Presentation, 1982, on minimum dimensions).
constexpr double kTolerance = 0.45;
// The same for a line that has no neighbour: half the width of a thin stroke.
constexpr double kLineTolerance = 0.15;
// A soft edge's outline may leave the true one by this part of its width.
constexpr double kGlowDetail = 5;
// Islets smaller than this many square points (about 0.3 mm across) go.
constexpr double kSmallestPart = 0.6;
// Straight pieces in a quarter turn of a waterline: at 3 pt from the shore they bend by less than 0.1 pt.
constexpr int kArcSegments = 4;
// Shapes are cut this far outside the frame, so that their cut edges' strokes stay out of sight.
constexpr double kOverhang = 4;

double units_per_point(const FrameView& view) {
  return 1 / view.to_page.a;
}

void to_page(GeometryArray& shapes, const Affine& affine) {
  for (Point& p : shapes.mutable_points()) p = affine(p);
}

std::vector<std::size_t> visible(const map::FeatureLayer& layer, const map::Prepared& prepared,
                                 const Box& window) {
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < layer.rows.size(); ++i) {
    const Box& box = prepared.boxes[layer.rows[i]];
    if (!box.empty() && box.intersects(window)) selected.push_back(i);
  }
  return selected;
}

// Islets that are too small to be drawn cast no shadow either.
GeometryArray without_islets(const GeometryArray& lines) {
  GeometryArray kept(GeometryKind::line);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines.is_missing(i)) continue;
    const auto ring = lines.ring(lines.ring_begin(lines.part_begin(i)));
    double twice_area = 0;
    for (std::size_t k = 1; k < ring.size(); ++k)
      twice_area += ring[k - 1].x * ring[k].y - ring[k].x * ring[k - 1].y;
    const bool closed = ring.front() == ring.back();
    if (!closed || std::abs(twice_area) / 2 >= kSmallestPart) kept.append(lines, i);
  }
  return kept;
}

struct Viewer {
  map::GeometryStore& store;
  const FrameView& frame;
  const map::Prepared& prepared;
  Box window;
  LayerView view;

  void cut() {
    to_page(view.shapes, frame.to_page);
    view.shapes = clip_to_box(view.shapes, frame.box.expanded(kOverhang));
  }

  void operator()(const map::PolygonLayer& layer) {
    view.selected = visible(layer, prepared, window);
    std::vector<Index> rows;
    for (const std::size_t i : view.selected) rows.push_back(layer.rows[i]);
    const double unit = units_per_point(frame);
    view.shapes = prepared.coverage->simplified(rows, kTolerance * unit, kSmallestPart * unit * unit);
    cut();
    keep_present();
    add_waterlines(layer);
    add_outlines(layer);
    add_fade(layer);
  }

  void operator()(const map::BorderLayer& layer) {
    view.shapes =
        prepared.coverage->borders(layer.group_of, kTolerance * units_per_point(frame), layer.outer);
    to_page(view.shapes, frame.to_page);
    offset(layer.classes.front().symbol);
    view.shapes = clip_to_box(view.shapes, frame.box.expanded(kOverhang));
    add_fade(layer);
  }

  void operator()(const map::LineLayer& layer) {
    view.selected = visible(layer, prepared, window);
    std::vector<Index> rows;
    for (const std::size_t i : view.selected) rows.push_back(layer.rows[i]);
    view.shapes = simplified_lines(prepared.shapes.take(rows), kLineTolerance * units_per_point(frame));
    to_page(view.shapes, frame.to_page);
    offset_by_class(layer);
    view.shapes = clip_to_box(view.shapes, frame.box.expanded(kOverhang));
    keep_present();
    add_fade(layer);
  }

  void offset(const symbol::Symbol& symbol) {
    if (symbol.offset != 0) view.shapes = offset_lines(view.shapes, symbol.offset);
  }

  // Each line by the offset of its own class; a layer that draws nothing has no class.
  void offset_by_class(const map::LineLayer& layer) {
    const bool moves = std::any_of(layer.classes.begin(), layer.classes.end(),
                                   [](const map::SymbolClass& one) { return one.symbol.offset != 0; });
    if (!moves) return;
    GeometryArray moved(GeometryKind::line);
    for (std::size_t i = 0; i < view.shapes.size(); ++i) {
      const double distance = layer.symbol_of(view.selected[i]).offset;
      if (distance == 0)
        moved.append(view.shapes, i);
      else
        moved.append(offset_lines(view.shapes.take(std::vector<Index>{static_cast<Index>(i)}), distance), 0);
    }
    view.shapes = std::move(moved);
  }

  void operator()(const map::PointLayer& layer) {
    for (const std::size_t i : visible(layer, prepared, window)) {
      const Point at = frame.to_page(prepared.shapes.points()[layer.rows[i]]);
      if (!frame.shows(at)) continue;
      view.shapes.add_point(at);
      view.selected.push_back(i);
    }
    if (frame.spread) spread_dots(layer);
    add_fade(layer);
  }

  // Every dot stays: what the page shows is what was counted.
  void spread_dots(const map::PointLayer& layer) {
    std::vector<Dot> dots;
    for (std::size_t i = 0; i < view.selected.size(); ++i)
      dots.push_back({layer.table->row_id(layer.rows[view.selected[i]]), view.shapes.points()[i],
                      layer.size_of(view.selected[i])});
    SpreadDots spread_out = spread(dots, frame.spread->within);
    std::copy(spread_out.places.begin(), spread_out.places.end(), view.shapes.mutable_points().begin());
    view.spread = std::move(spread_out.moved);
    view.ties = std::move(spread_out.ties);
  }

  // Features of which nothing is left inside the frame are not drawn and not counted.
  void keep_present() {
    std::vector<Index> present;
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < view.shapes.size(); ++i) {
      if (view.shapes.is_missing(i)) continue;
      present.push_back(static_cast<Index>(i));
      selected.push_back(view.selected[i]);
    }
    if (present.size() == view.shapes.size()) return;
    view.shapes = view.shapes.take(present);
    view.selected = std::move(selected);
  }

  void add_waterlines(const map::PolygonLayer& layer) {
    for (const map::SymbolClass& one : layer.classes)
      for (const double distance : one.symbol.waterlines)
        view.waterlines.push_back(store.buffered(view.shapes, distance));
  }

  // Soft edges need no more detail than their width shows.
  void add_outlines(const map::PolygonLayer& layer) {
    for (std::size_t k = 0; k < layer.classes.size(); ++k) {
      const symbol::Symbol& symbol = layer.classes[k].symbol;
      if (!symbol.glow && !symbol.inner_glow) continue;
      const double width = std::max(symbol.glow ? symbol.glow->width : 0.0,
                                    symbol.inner_glow ? symbol.inner_glow->width : 0.0);
      std::vector<Index> group(prepared.shapes.size(), Coverage::kNoGroup);
      for (const std::size_t i : view.selected)
        if (layer.class_of[i] == k) group[layer.rows[i]] = 0;
      const double tolerance = std::max(kTolerance, width / kGlowDetail) * units_per_point(frame);
      ClassOutline outline{k, prepared.coverage->borders(group, tolerance, true)};
      to_page(outline.lines, frame.to_page);
      outline.lines = clip_to_box(without_islets(outline.lines), frame.box.expanded(kOverhang + width));
      if (outline.lines.ring_count() > 0) view.outlines.push_back(std::move(outline));
    }
  }

  void add_fade(const map::FeatureLayer& layer) {
    for (const map::SymbolClass& one : layer.classes) {
      if (!one.symbol.fade) continue;
      const symbol::Fade& fade = *one.symbol.fade;
      const Box& box = frame.box;
      view.fade = LayerFade{{box.min.x + fade.x * box.width(), box.min.y + fade.y * box.height()},
                            fade.rx * box.width(),
                            fade.ry * box.height(),
                            fade.from};
      return;
    }
  }
};

}  // namespace

LayerView view_layer(Context& context, const FrameView& view, std::size_t index) {
  const map::Layer& layer = context.map.layers[index];
  const auto& frame = context.map.frames[view.frame];
  const auto prepared = context.store.get(map::common(layer).table, frame.crs);
  const double overhang = kOverhang * units_per_point(view);
  Viewer viewer{context.store, view, *prepared, view.window.expanded(overhang), LayerView{}};
  viewer.view.layer = index;
  std::visit(viewer, layer);
  return std::move(viewer.view);
}

}  // namespace cartouche::layout
