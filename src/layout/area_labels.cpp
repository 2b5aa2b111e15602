#include "area_labels.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "cartouche/base/xml_name.h"
#include "cartouche/geometry/anchor.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"

namespace cartouche::layout {
namespace {

constexpr int kMaxLines = 4;
constexpr double kCell = 1;
// Part of a name that must lie in its own area.
constexpr double kLeastInside = 0.5;
// Gains and costs, in the same unit: a name is worth far more than what it covers.
constexpr double kGain = 100;
constexpr double kCostOutside = 42;    // all of it outside its area
constexpr double kCostElsewhere = 60;  // all of it over another area that has a name
constexpr double kCostMove = 7;        // a name's width or height away from the pole
constexpr double kMostMove = 18;
constexpr double kLessAbroad = 40;  // how much less a name outside the frame's own area is worth
// Places kept of one form and of one name.
constexpr std::size_t kPlacesOfForm = 10, kPlacesOfName = 80;

// The areas that share one name, dissolved.
struct NamedAreas {
  std::vector<std::string> keys;
  std::vector<NameForms> names;
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
      named.names.push_back({source.texts[i], source.short_texts.empty() ? "" : source.short_texts[i]});
    }
    group.push_back(place->second);
  }
  named.areas = dissolve(view.shapes, group, named.keys.size());
  return named;
}

Box centred(Point c, double width, double height) {
  return {{c.x - width / 2, c.y - height / 2}, {c.x + width / 2, c.y + height / 2}};
}

struct Scored {
  Box box;
  double cost;
};

// The best places of one form, no two of them nearly the same.
void keep_best(std::vector<Scored>& places, const LabelForm& form) {
  std::stable_sort(places.begin(), places.end(),
                   [](const Scored& a, const Scored& b) { return a.cost < b.cost; });
  std::vector<Scored> kept;
  for (const Scored& one : places) {
    if (kept.size() == kPlacesOfForm) break;
    const bool near = std::any_of(kept.begin(), kept.end(), [&](const Scored& other) {
      return std::abs(one.box.min.x - other.box.min.x) < form.width / 6 &&
             std::abs(one.box.min.y - other.box.min.y) < form.height / 3;
    });
    if (!near) kept.push_back(one);
  }
  places = std::move(kept);
}

class AreaPlaces {
 public:
  AreaPlaces(const GeometryArray& areas, std::size_t area, const LabelGround& ground, const CellSums& named)
      : areas_(areas), area_(area), box_(areas.box(area)), own_(box_, kCell), ground_(ground), named_(named) {
    own_.mark_polygon(areas, area);
    own_.sum();
  }

  std::vector<Scored> of(const LabelForm& form) const {
    constexpr double kPrecision = 1;
    const Anchor pole = label_anchor(areas_, area_, form.width / form.height, kPrecision);
    if (is_missing(pole.at)) return {};
    std::vector<Scored> places;
    const double step = std::clamp(std::sqrt(box_.width() * box_.height()) / 30, 1.0, 3.0);
    const auto add = [&](Point c) {
      const Box box = centred(c, form.width, form.height);
      const double cost = form.cost + cost_of(box, pole.at, form);
      if (cost < kGain) places.push_back({box, cost});
    };
    add(pole.at);
    for (double y = box_.min.y; y <= box_.max.y; y += step)
      for (double x = box_.min.x; x <= box_.max.x; x += step) add({x, y});
    keep_best(places, form);
    return places;
  }

 private:
  double cost_of(const Box& box, Point pole, const LabelForm& form) const {
    const double inside = own_.share(box);
    if (inside < kLeastInside) return kGain;
    const Point c = box.center();
    const double moved = std::hypot((c.x - pole.x) / form.width, (c.y - pole.y) / (2 * form.height));
    return ground_.cost(box) + kCostOutside * (1 - inside) +
           kCostElsewhere * std::max(0.0, named_.share(box) - inside) +
           std::min(kMostMove, kCostMove * moved);
  }

  const GeometryArray& areas_;
  std::size_t area_;
  Box box_;
  CellSums own_;
  const LabelGround& ground_;
  const CellSums& named_;
};

void add_places(WantedLabel& wanted, const AreaPlaces& places) {
  std::vector<std::pair<double, std::pair<std::size_t, Box>>> all;
  for (std::size_t form = 0; form < wanted.forms.size(); ++form)
    for (const Scored& one : places.of(wanted.forms[form])) all.push_back({one.cost, {form, one.box}});
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (all.size() > kPlacesOfName) all.resize(kPlacesOfName);
  for (const auto& [cost, place] : all) {
    wanted.request.candidates.push_back({place.second, cost});
    wanted.form_of.push_back(place.first);
  }
}

}  // namespace

std::string label_id(const Context& context, const FrameView& view, const std::string& layer,
                     const std::string& key) {
  return xml_name(context.map.frames[view.frame].name + "-nom-" + layer + "-" + key);
}

std::vector<WantedLabel> area_labels(Context& context, const FrameView& view, const LayerView& layer,
                                     const map::FeatureLayer& features, const LabelGround& ground,
                                     CellSums& named) {
  const map::LabelSource& source = *features.labels;
  const NamedAreas areas = named_areas(source, layer);
  for (std::size_t i = 0; i < areas.keys.size(); ++i) named.mark_polygon(areas.areas, i);
  named.sum();
  std::vector<WantedLabel> all;
  for (std::size_t i = 0; i < areas.keys.size(); ++i) {
    if (areas.names[i].text.empty() || areas.areas.is_missing(i)) continue;
    WantedLabel wanted;
    wanted.request.id = label_id(context, view, features.id, areas.keys[i]);
    // Of two names that exclude each other, the larger area's stays.
    wanted.request.priority = kGain + source.priority + std::log1p(area(areas.areas, i));
    wanted.anchor = label_anchor(areas.areas, i, 1, 1).at;
    const bool abroad = !is_missing(wanted.anchor) && !ground.home.marked(wanted.anchor);
    wanted.optional = abroad || source.priority < 0;
    wanted.beside = !wanted.optional;
    if (abroad) wanted.request.priority -= kLessAbroad;
    project::TextStyle style = abroad && source.beyond ? *source.beyond : source.style;
    style.align = symbol::Align::center;
    wanted.forms = label_forms(context, areas.names[i], style, kMaxLines);
    add_places(wanted, AreaPlaces(areas.areas, i, ground, named));
    all.push_back(std::move(wanted));
  }
  return all;
}

}  // namespace cartouche::layout
