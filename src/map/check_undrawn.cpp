#include <set>

#include "cartouche/map/check.h"
#include "cartouche/project/walk.h"
#include "layer_words.h"

namespace cartouche::map {
namespace {

// It could be drawn in any of the styles.
void check_undrawn(const project::Layer& layer, const std::map<std::string, PageStyle>& styles) {
  for (auto style = styles.begin(); style != styles.end(); ++style) {
    try {
      return check_layer(layer, style->second.style);
    } catch (const Error&) {
      if (std::next(style) == styles.end()) throw;
    }
  }
}

}  // namespace

void check_undrawn_layers(const project::Project& project, const std::map<std::string, PageStyle>& styles) {
  std::set<std::string> drawn;
  for (const project::Page& page : project.pages)
    each_part(page, project, {.layer = [&](const project::LayerName& name) { drawn.insert(name.value); }});
  for (const project::Layer& layer : project.layers)
    if (!drawn.contains(layer.name.value)) check_undrawn(layer, styles);
}

}  // namespace cartouche::map
