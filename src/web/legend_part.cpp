#include <fmt/format.h>

#include "cartouche/base/markup.h"
#include "cartouche/base/number_format.h"
#include "page_parts.h"
#include "template.h"

namespace cartouche::web {
namespace {

std::string view_box(const Box& box) {
  const auto number = [](double value) { return format_fixed(value, 2); };
  return fmt::format("{} {} {} {}", number(box.min.x), number(box.min.y), number(box.width()),
                     number(box.height()));
}

const layout::LegendItem* legend_of(const layout::Page& page) {
  for (const layout::Item& item : page.items)
    if (const auto* legend = std::get_if<layout::LegendItem>(&item.value)) return legend;
  return nullptr;
}

}  // namespace

std::string class_key(std::size_t layer, std::size_t entry) {
  return fmt::format("{}.{}", layer, entry);
}

std::string legend_part(const layout::Page& page) {
  const layout::LegendItem* legend = legend_of(page);
  if (!legend || legend->lines.empty()) return "";
  std::string lines;
  for (const layout::LegendLine& line : legend->lines) {
    // An area that is switched off fades: what lies under it would look like a class of its own.
    const bool area = std::holds_alternative<map::PolygonLayer>(page.map->layers[line.layer]);
    lines += fill(block("legend-line"), {{"class", class_key(line.layer, line.entry)},
                                         {"off", area ? "faded" : "off"},
                                         {"box", view_box(line.swatches)},
                                         {"text", escape_markup(french_typography(line.text))}});
    lines += '\n';
  }
  const std::string& printed = page.map->legend->title;
  return fill(block("legend"), {{"title", printed.empty() ? std::string(block("legend-title"))
                                                          : escape_markup(french_typography(printed))},
                                {"lines", lines}});
}

}  // namespace cartouche::web
