#include <algorithm>
#include <set>

#include "cartouche/base/finding_codes.h"
#include "curved_labels.h"

namespace cartouche::layout {
namespace {

// Points kept free between names.
constexpr double kGap = 1;
// What a name of usual priority is worth.
constexpr double kGain = 100;

// Takes the other points of a layer out of what the frame shows: their names stand nowhere.
template <class Keep>
void keep_points(LayerView& layer, const Keep& keep) {
  LayerView kept = layer;
  kept.shapes = GeometryArray(GeometryKind::point);
  kept.selected.clear();
  kept.spread.clear();
  const std::set<std::size_t> spread(layer.spread.begin(), layer.spread.end());
  for (std::size_t i = 0; i < layer.selected.size(); ++i) {
    const Point at = layer.shapes.points()[i];
    if (!keep(layer.selected[i])) {
      kept.unnamed.push_back(layer.selected[i]);
      std::erase_if(kept.ties, [&](const auto& tie) { return tie.second == at; });
      continue;
    }
    if (spread.contains(i)) kept.spread.push_back(kept.selected.size());
    kept.shapes.add_point(at);
    kept.selected.push_back(layer.selected[i]);
  }
  layer = std::move(kept);
}

struct Labeller {
  Context& context;
  FrameView& view;
  LabelGround ground;
  CellSums named;  // cells of all areas that have a name
  std::vector<WantedLabel> wanted;
  std::vector<LabelObstacle> dots;
  std::set<std::string> repeated;  // names along lines that stand somewhere

  void add_point_labels(const map::LabelSource& source, const map::PointLayer& points,
                        const LayerView& layer) {
    constexpr double kDistance = 1;
    for (std::size_t i = 0; i < layer.selected.size(); ++i) {
      const std::size_t row = layer.selected[i];
      if (source.texts[row].empty()) continue;
      WantedLabel one;
      one.request.id = label_id(context, view, points.id, source.keys[row]);
      one.request.priority = kGain + source.priority;
      one.anchor = layer.shapes.points()[i];
      one.optional = source.priority < 0;
      one.required = source.required;
      const NameForms name{source.texts[row], source.short_texts.empty() ? "" : source.short_texts[row]};
      one.forms = label_forms(context, name, source.style, 1);
      for (std::size_t form = 0; form < one.forms.size(); ++form)
        for (LabelCandidate candidate :
             point_candidates(one.anchor, points.size_of(row) / 2, one.forms[form].width,
                              one.forms[form].height, kDistance)) {
          candidate.cost += one.forms[form].cost + ground.cost_beside_dots(candidate.box);
          if (candidate.cost >= kGain) continue;
          one.request.candidates.push_back(candidate);
          one.form_of.push_back(form);
        }
      wanted.push_back(std::move(one));
    }
  }

  void add_dots(const map::PointLayer& points, const LayerView& layer) {
    for (std::size_t i = 0; i < layer.selected.size(); ++i) {
      const Point at = layer.shapes.points()[i];
      dots.push_back({Box{at, at}.expanded(points.size_of(layer.selected[i]) / 2)});
    }
  }

  void add_curved_labels(const LayerView& layer_view, const map::FeatureLayer& features, bool of_points) {
    const project::TextStyle& style = features.labels->style;
    if (of_points)
      throw usage_error(style.where, "text style '" + style.name + "' sets names along lines, and layer '" +
                                         features.label + "' draws points");
    for (WantedLabel& one : curved_labels(context, view, layer_view, features, ground))
      wanted.push_back(std::move(one));
  }

  static void refuse_straight(const map::FeatureLayer& features) {
    const project::TextStyle& style = features.labels->style;
    throw usage_error(style.where,
                      "layer '" + features.label + "' draws lines, and its names follow them: text style '" +
                          style.name + "' does not say how",
                      "'along: {}' takes the defaults");
  }

  void collect() {
    for (const LayerView& layer_view : view.layers) {
      const map::Layer& layer = context.map.layers[layer_view.layer];
      const map::FeatureLayer& features = map::common(layer);
      const auto* points = std::get_if<map::PointLayer>(&layer);
      if (points) add_dots(*points, layer_view);
      if (!features.labels || layer_view.selected.empty()) continue;
      if (features.labels->style.along) {
        add_curved_labels(layer_view, features, points != nullptr);
      } else if (points) {
        add_point_labels(*features.labels, *points, layer_view);
      } else if (std::holds_alternative<map::LineLayer>(layer)) {
        refuse_straight(features);
      } else if (std::holds_alternative<map::PolygonLayer>(layer)) {
        for (WantedLabel& one : area_labels(context, view, layer_view, features, ground, named))
          wanted.push_back(std::move(one));
      }
    }
  }

  void run() {
    collect();
    std::vector<LabelRequest> requests;
    for (const WantedLabel& one : wanted) requests.push_back(one.request);
    PlacementOptions options;
    options.page = view.box;
    options.gap = kGap;
    const Placement placement = place(requests, dots, options);
    CellSums taken(view.box, 1);
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (placement.chosen[i] == Placement::kUnplaced) {
        left.push_back(i);
        continue;
      }
      const auto chosen = static_cast<std::size_t>(placement.chosen[i]);
      const LabelCandidate& candidate = wanted[i].request.candidates[chosen];
      for (const Box& part : candidate.parts) taken.mark_box(part.expanded(kGap));
      if (candidate.parts.empty()) taken.mark_box(candidate.box.expanded(kGap));
      if (wanted[i].curves.empty())
        add(wanted[i], wanted[i].form(chosen), candidate.box, {});
      else
        add_curved(wanted[i], chosen);
    }
    place_beside_areas(std::move(left), taken);
    leave_out_unnamed();
    report();
  }

  // Names that found no place in their area stand beside it, the most important first.
  void place_beside_areas(std::vector<std::size_t> left, CellSums& taken) {
    std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
      return wanted[a].request.priority > wanted[b].request.priority;
    });
    for (const std::size_t i : left) {
      taken.sum();
      if (!wanted[i].beside) {
        leave_out(wanted[i]);
        continue;
      }
      const auto found = place_beside(wanted[i], ground, named, taken);
      if (!found) {
        leave_out(wanted[i]);
        continue;
      }
      taken.mark_box(found->box.expanded(kGap));
      taken.mark_line(found->leader.front(), found->leader.back());
      add(wanted[i], wanted[i].forms[found->form], found->box, found->leader);
    }
  }

  // A name that finds no place stands where the user moves it to.
  void leave_out(const WantedLabel& one) {
    const Point offset = context.moves.offset_of(one.request.id);
    if (offset != Point{} && !is_missing(one.anchor)) {
      const LabelForm& form = one.forms.front();
      const Box box = {{one.anchor.x - form.width / 2, one.anchor.y - form.height / 2},
                       {one.anchor.x + form.width / 2, one.anchor.y + form.height / 2}};
      return add(one, form, box, {});
    }
    // Of a name that is repeated, one is enough.
    std::string reason = !one.reason.empty() ? one.reason
                         : one.request.candidates.empty()
                             ? "there is no room for it where it belongs, nor near by"
                             : "other names stand where it would";
    if (one.required) reason += "; symbols of this layer go with their names";
    view.unplaced.push_back(
        {one.request.id, !one.optional && !repeated.contains(one.name), std::move(reason)});
  }

  void add(const WantedLabel& one, const LabelForm& form, const Box& place, std::vector<Point> leader) {
    const Point offset = context.moves.offset_of(one.request.id);
    const Box box = moved(place, offset);
    if (!leader.empty() && offset != Point{})
      leader.front() = {std::clamp(leader.back().x, box.min.x, box.max.x),
                        std::clamp(leader.back().y, box.min.y, box.max.y)};
    view.labels.push_back({one.request.id, form.placed(box.min.x, box.min.y), box, std::move(leader)});
  }

  // Each run of the name takes its letters' places, in their order.
  void add_curved(const WantedLabel& one, std::size_t chosen) {
    repeated.insert(one.name);
    const Point offset = context.moves.offset_of(one.request.id);
    std::vector<TurnedCluster> letters = one.curves[chosen];
    for (TurnedCluster& letter : letters) letter = {letter.x + offset.x, letter.y + offset.y, letter.angle};
    std::vector<PlacedText> runs = one.form(chosen).placed(0, 0);
    auto next = letters.begin();
    for (PlacedText& run : runs) {
      const auto end = next + static_cast<std::ptrdiff_t>(run.run.clusters.size());
      run.along.assign(next, end);
      run.at = {next->x, next->y};
      run.angle = next->angle;
      next = end;
    }
    view.labels.push_back(
        {one.request.id, std::move(runs), moved(one.request.candidates[chosen].box, offset), {}});
  }

  void leave_out_unnamed() {
    std::set<std::string> unplaced;
    for (const UnplacedLabel& one : view.unplaced) unplaced.insert(one.id);
    for (LayerView& layer : view.layers) {
      const map::FeatureLayer& features = map::common(context.map.layers[layer.layer]);
      if (!features.labels || !features.labels->required) continue;
      keep_points(layer, [&](std::size_t row) {
        return !unplaced.contains(label_id(context, view, features.id, features.labels->keys[row]));
      });
    }
  }

  void report() {
    std::map<std::pair<bool, std::string>, std::vector<std::string>> by_reason;
    for (const UnplacedLabel& one : view.unplaced) by_reason[{one.missed, one.reason}].push_back(one.id);
    for (const auto& [kind, ids] : by_reason)
      context.diagnostics.add(kind.first ? finding("label-unplaced") : finding("label-left-out"),
                              std::to_string(ids.size()) + (ids.size() == 1 ? " name is" : " names are") +
                                  " left out in frame '" + context.map.frames[view.frame].name +
                                  "' of page '" + context.map.file + "': " + kind.second,
                              {}, ids);
  }
};

}  // namespace

void place_labels(Context& context, FrameView& view) {
  Labeller{context, view, label_ground(context, view), CellSums(view.box, 1), {}, {}, {}}.run();
}

}  // namespace cartouche::layout
