// The page in words, for those who cannot see it: made of what is drawn, so that it says what the map says.

#include <algorithm>

#include "context.h"

namespace cartouche::layout {
namespace {

using Rows = std::set<std::size_t>;

// By legend line of a layer: the rows that these views draw. A row in two frames counts once.
std::vector<Rows> rows_drawn(const map::FeatureLayer& layer, std::size_t index,
                             const std::vector<const FrameView*>& frames) {
  std::vector<Rows> drawn(layer.legend.size());
  for (const FrameView* frame : frames)
    for (const LayerView& view : frame->layers) {
      if (view.layer != index) continue;
      for (const std::size_t i : view.selected)
        drawn[layer.classes[layer.class_of[i]].legend].insert(layer.rows[i]);
    }
  return drawn;
}

std::size_t groups_among(const map::FeatureLayer& layer, std::size_t index,
                         const std::vector<const FrameView*>& frames) {
  std::set<std::string> groups;
  for (const FrameView* frame : frames)
    for (const LayerView& view : frame->layers)
      if (view.layer == index)
        for (const std::size_t i : view.selected) groups.insert(layer.groups[i]);
  return groups.size();
}

// "Projet lauréat dans un territoire : 74 ; Projet lauréat hors territoire : 46": legend lines of what the
// frames draw. What has colour groups is counted in them.
std::string counted(const map::Map& map, const std::vector<const FrameView*>& frames) {
  std::string text;
  if (!map.legend) return text;
  for (const map::LegendLayer& legend : map.legend->layers) {
    const std::size_t index = legend.layer;
    if (std::holds_alternative<map::BorderLayer>(map.layers[index])) continue;
    const map::FeatureLayer& layer = map::common(map.layers[index]);
    const std::vector<Rows> drawn = rows_drawn(layer, index, frames);
    for (std::size_t line = 0; line < drawn.size(); ++line) {
      map::LegendEntry entry = layer.legend[line];
      if (line < legend.texts.size()) entry.text = legend.texts[line];
      const std::string words = map::without_counts(entry, map.parameters);
      if (drawn[line].empty() || words.empty()) continue;
      const std::size_t count =
          layer.groups.empty() || drawn.size() > 1 ? drawn[line].size() : groups_among(layer, index, frames);
      text +=
          (text.empty() ? "" : " ; ") + words + " : " + map::format_figure(static_cast<double>(count), 0, "");
    }
  }
  return text.empty() ? text : text + ".";
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string key_figures(const map::Map& map) {
  std::string text;
  for (const auto& [item, figures] : map.figure_items)
    for (const map::KeyFigure& figure : figures)
      text += (text.empty() ? "" : " ; ") + one_line(figure.figure + " " + figure.caption);
  return text.empty() ? text : text + ".";
}

void add(std::string& text, const std::string& sentence) {
  if (!text.empty() && !sentence.empty()) text += ' ';
  text += sentence;
}

}  // namespace

void add_alternatives(const map::Map& map, Page& page) {
  std::vector<const FrameView*> all;
  for (const Item& item : page.items)
    if (const auto* frame = std::get_if<FrameItem>(&item.value)) all.push_back(&frame->view);
  page.description = map.alternative;
  if (page.description.empty()) {
    add(page.description, "Carte : " + one_line(map.title) + ".");
    add(page.description, key_figures(map));
    add(page.description, counted(map, all));
  }
  bool first = true;
  for (const Item& item : page.items) {
    const auto* frame = std::get_if<FrameItem>(&item.value);
    if (!frame) continue;
    const std::string& title = map.frames[frame->view.frame].title;
    std::string& text = page.alternatives[item.name];
    if (first && title.empty() && !map.alternative.empty()) {
      text = map.alternative;
    } else {
      text = "Carte : " + one_line(title.empty() ? map.title : title) + ".";
      add(text, counted(map, {&frame->view}));
    }
    first = false;
  }
}

}  // namespace cartouche::layout
