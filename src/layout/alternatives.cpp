// The page in words, for those who cannot see it: made of what is drawn, so that it says what the map says.

#include <algorithm>

#include "context.h"

namespace cartouche::layout {
namespace {

// "Projet lauréat dans un territoire : 74 ; Projet lauréat hors territoire : 46": legend lines of what the
// page, or one frame of it, draws. What has colour groups is counted in them.
std::string counted(const map::Map& map, const DrawnRows& rows, const std::string* frame) {
  std::string text;
  if (!map.legend) return text;
  for (const map::LegendLayer& legend : map.legend->layers) {
    const std::size_t index = legend.layer;
    const DrawnLayer* layer_rows = rows.find(index);
    if (!layer_rows) continue;
    const map::FeatureLayer& layer = map::common(map.layers[index]);
    const std::vector<DrawnCount> drawn =
        frame ? layer_rows->counts_in(*frame, layer) : layer_rows->counts(layer);
    for (std::size_t line = 0; line < drawn.size(); ++line) {
      map::LegendEntry entry = layer.legend[line];
      if (line < legend.texts.size()) entry.text = legend.texts[line];
      const std::string words = map::without_counts(entry, map.parameters);
      if (drawn[line].rows.empty() || words.empty()) continue;
      const std::size_t count =
          layer.groups.empty() || drawn.size() > 1 ? drawn[line].rows.size() : drawn[line].groups.size();
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
  page.description = map.alternative;
  if (page.description.empty()) {
    add(page.description, "Carte : " + one_line(map.title) + ".");
    add(page.description, key_figures(map));
    add(page.description, counted(map, page.drawn, nullptr));
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
      add(text, counted(map, page.drawn, &item.name));
    }
    first = false;
  }
}

}  // namespace cartouche::layout
