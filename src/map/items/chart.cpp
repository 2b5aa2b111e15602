#include "cartouche/base/words.h"
#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {
namespace {

std::vector<Color> palette(const project::Node& name, const project::Style& style) {
  const auto found = style.palettes.find(name.text());
  if (found != style.palettes.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, colors] : style.palettes) names.push_back(known);
  throw usage_error(name.where(), "no palette '" + name.text() + "'", suggestion(name.text(), names));
}

double read_hole(const project::Node* node, double fallback) {
  if (!node) return fallback;
  const double hole = node->number();
  if (!(hole >= 0 && hole < 1))
    throw usage_error(node->where(), "'hole' is a share of the radius: from 0 to less than 1");
  return hole;
}

}  // namespace

Chart Chart::read(ItemReader& in) {
  Chart chart;
  chart.text = in.text_style("text");
  chart.title = in.optional_text_style("title").value_or(chart.text);
  chart.value = in.optional_text_style("value").value_or(chart.text);
  chart.colors = palette(in.required("palette"), in.style());
  chart.gap = in.length("gap", chart.gap);
  chart.thickness = in.length("thickness", chart.thickness);
  chart.hole = read_hole(in.optional("hole"), chart.hole);
  return chart;
}

}  // namespace cartouche::map::items
