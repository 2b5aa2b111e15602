#include <algorithm>
#include <cmath>
#include <map>

#include "cartouche/base/number_format.h"
#include "cartouche/geometry/anchor.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"
#include "cartouche/label/label.h"
#include "cartouche/text/upper_case.h"
#include "context.h"

namespace cartouche::layout {
namespace {

constexpr int kMaxLines = 3;
// Part of a name's box that must lie in its own area.
constexpr double kLeastInside = 0.62;
// Gains and costs, in the same unit: a name is worth far more than what it covers.
constexpr double kGain = 100;
constexpr double kCostOutside = 60;
constexpr double kCostMove = 8;
constexpr double kCostLine = 5;
constexpr double kCostDot = 6;

struct Wanted {
  LabelRequest request;
  std::vector<TextBlock> blocks;  // by candidate: index into blocks
  std::vector<std::size_t> block_of;
  project::TextStyle style;
};

// The areas that share one name, dissolved: the name stands in the middle of all of them.
struct NamedAreas {
  std::vector<std::string> keys;
  std::vector<std::string> texts;
  GeometryArray areas{GeometryKind::polygon};
};

NamedAreas named_areas(const map::LabelSource& source, const LayerView& view) {
  NamedAreas named;
  std::map<std::string, Index> number;
  std::vector<Index> group;
  for (const std::size_t i : view.selected) {
    const auto [place, is_new] = number.emplace(source.keys[i], static_cast<Index>(number.size()));
    if (is_new) {
      named.keys.push_back(source.keys[i]);
      named.texts.push_back(source.texts[i]);
    }
    group.push_back(place->second);
  }
  named.areas = dissolve(view.shapes, group, named.keys.size());
  return named;
}

// Share of a box (a grid of points in it) that lies in one area.
double share_inside(const PointLocator& locator, Index area, const Box& box) {
  constexpr int kColumns = 9, kRows = 5;
  int inside = 0;
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < kColumns; ++column) {
      const Point p{box.min.x + box.width() * (column + 0.5) / kColumns,
                    box.min.y + box.height() * (row + 0.5) / kRows};
      if (locator.side(p, area) != PointLocator::Side::outside) ++inside;
    }
  return static_cast<double>(inside) / (kColumns * kRows);
}

// A dash between the parts of a name stays at the end of its line.
std::string with_tied_dashes(std::string text) {
  for (const std::string dash : {" - ", " – "})
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at + dash.size()))
      text.replace(at, 1, kNoBreakSpace);
  return text;
}

struct Labeller {
  Context& context;
  const FrameView& view;
  std::vector<Wanted> wanted;
  std::vector<LabelObstacle> obstacles;

  // Candidates for one breaking of the text: around the pole, each with its share inside.
  void add_candidates(Wanted& one, TextBlock block, const GeometryArray& areas, const PointLocator& locator,
                      Index area, int lines) {
    const double width = block.width, height = block.height;
    constexpr double kPrecision = 1;
    const Anchor anchor = label_anchor(areas, area, width / height, kPrecision);
    if (is_missing(anchor.at)) return;
    const std::size_t index = one.blocks.size();
    one.blocks.push_back(std::move(block));
    for (const double dy : {0.0, -0.5, 0.5, -1.0, 1.0, -1.6, 1.6})
      for (const double dx : {0.0, -0.25, 0.25, -0.5, 0.5}) {
        const Point center{anchor.at.x + dx * width, anchor.at.y + dy * height};
        const Box box{{center.x - width / 2, center.y - height / 2},
                      {center.x + width / 2, center.y + height / 2}};
        if (!view.shows(box.min) || !view.shows(box.max) || !view.shows({box.min.x, box.max.y}) ||
            !view.shows({box.max.x, box.min.y}))
          continue;
        const double share = share_inside(locator, area, box);
        if (share < kLeastInside) continue;
        const double cost =
            kCostOutside * (1 - share) + kCostMove * std::hypot(dx, dy) + kCostLine * (lines - 1);
        one.request.candidates.push_back({box, cost});
        one.block_of.push_back(index);
      }
  }

  void add_area_labels(const map::LabelSource& source, const LayerView& layer, const std::string& layer_id) {
    const NamedAreas named = named_areas(source, layer);
    const PointLocator locator(named.areas);
    const FontSpec font = font_of(source.style, context.style());
    for (std::size_t i = 0; i < named.keys.size(); ++i) {
      if (named.texts[i].empty()) continue;
      Wanted one;
      one.style = source.style;
      one.style.align = "center";
      one.request.id = layer_id + ":" + named.keys[i];
      // Of two names that exclude each other, the larger area's stays.
      one.request.priority = kGain + source.priority + std::log1p(area(named.areas, i));
      const std::string words = with_tied_dashes(
          french_typography(source.style.uppercase ? upper_case(named.texts[i]) : named.texts[i]));
      std::size_t last_lines = 0;
      for (int lines = 1; lines <= kMaxLines; ++lines) {
        TextBlock block =
            context.shaper.balanced(words, font, lines, source.style.leading, context.diagnostics);
        if (block.lines.size() == last_lines) break;
        last_lines = block.lines.size();
        add_candidates(one, std::move(block), named.areas, locator, static_cast<Index>(i), lines);
      }
      wanted.push_back(std::move(one));
    }
  }

  void add_point_labels(const map::LabelSource& source, const map::PointLayer& points,
                        const LayerView& layer) {
    constexpr double kDistance = 1;
    const FontSpec font = font_of(source.style, context.style());
    for (std::size_t i = 0; i < layer.selected.size(); ++i) {
      const std::size_t row = layer.selected[i];
      if (source.texts[row].empty()) continue;
      Wanted one;
      one.style = source.style;
      one.request.id = points.id + ":" + source.keys[row];
      one.request.priority = kGain + source.priority;
      one.blocks.push_back(context.shaper.balanced(french_typography(source.texts[row]), font, 1,
                                                   source.style.leading, context.diagnostics));
      const TextBlock& block = one.blocks.back();
      const double radius = points.size_of(row) / 2;
      for (LabelCandidate& candidate :
           point_candidates(layer.shapes.points()[i], radius, block.width, block.height, kDistance)) {
        if (!view.shows(candidate.box.min) || !view.shows(candidate.box.max)) continue;
        one.request.candidates.push_back(candidate);
        one.block_of.push_back(0);
      }
      wanted.push_back(std::move(one));
    }
  }

  void add_obstacles(const map::PointLayer& points, const LayerView& layer) {
    for (std::size_t i = 0; i < layer.selected.size(); ++i) {
      const Point at = layer.shapes.points()[i];
      const double radius = points.size_of(layer.selected[i]) / 2;
      obstacles.push_back({Box{at, at}.expanded(radius), kCostDot});
    }
  }

  void collect() {
    for (const LayerView& layer_view : view.layers) {
      const map::Layer& layer = context.map.layers[layer_view.layer];
      const map::FeatureLayer& features = map::common(layer);
      const auto* points = std::get_if<map::PointLayer>(&layer);
      if (points) add_obstacles(*points, layer_view);
      if (!features.labels || layer_view.selected.empty()) continue;
      if (points)
        add_point_labels(*features.labels, *points, layer_view);
      else if (std::holds_alternative<map::PolygonLayer>(layer))
        add_area_labels(*features.labels, layer_view, features.id);
    }
  }

  std::vector<PlacedLabel> run() {
    collect();
    std::vector<LabelRequest> requests;
    for (const Wanted& one : wanted) requests.push_back(one.request);
    PlacementOptions options;
    options.page = view.box;
    const Placement placement = place(requests, obstacles, options);
    std::vector<PlacedLabel> labels;
    std::vector<std::string> unplaced;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (placement.chosen[i] == Placement::kUnplaced) {
        unplaced.push_back(wanted[i].request.id);
        continue;
      }
      const auto chosen = static_cast<std::size_t>(placement.chosen[i]);
      const Box& box = wanted[i].request.candidates[chosen].box;
      const TextBlock& block = wanted[i].blocks[wanted[i].block_of[chosen]];
      labels.push_back({wanted[i].request.id,
                        place_block(block, wanted[i].style, box.min.x, box.min.y, box.width()), box});
    }
    report(unplaced);
    return labels;
  }

  void report(const std::vector<std::string>& unplaced) {
    if (unplaced.empty()) return;
    context.diagnostics.add(Severity::note, "label-unplaced",
                            std::to_string(unplaced.size()) + " names found no place in frame '" +
                                context.map.frames[view.frame].name + "' of page '" + context.map.file + "'",
                            {}, unplaced);
  }
};

}  // namespace

std::vector<PlacedLabel> place_labels(Context& context, const FrameView& view) {
  return Labeller{context, view, {}, {}}.run();
}

}  // namespace cartouche::layout
