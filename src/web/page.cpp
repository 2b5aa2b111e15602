#include "cartouche/web/page.h"
#include "cartouche/base/markup.h"

#include "assets.h"
#include "cartouche/backend/backend.h"
#include "cartouche/base/base64.h"
#include "cartouche/base/number_format.h"
#include "page_parts.h"
#include "template.h"

namespace cartouche::web {
namespace {

// Every class of every layer, so that a switch reaches shapes with and without a row.
Tags class_tags(const layout::Page& page) {
  Tags tags;
  for (const layout::DrawnLayer& layer : page.drawn.layers)
    for (const layout::DrawnRow& row : layer.rows)
      if (!layer.classes[row.legend].empty())
        tags.features[row.feature].klass = class_key(layer.layer, row.legend);
  for (const map::Frame& frame : page.map->frames)
    for (const std::size_t index : frame.layers) {
      const map::FeatureLayer& layer = map::common(page.map->layers[index]);
      if (std::holds_alternative<map::BorderLayer>(page.map->layers[index]))
        tags.borders[frame.name + "-" + layer.id] = class_key(index, 0);
      else
        tags.names[frame.name + "-nom-" + layer.id + "-"] = std::to_string(index);
    }
  return tags;
}

// The drawing as an element of a page: no XML declaration.
std::string inline_svg(const display::DisplayList& list) {
  const std::string svg = to_svg(list);
  const std::size_t begin = svg.find("<svg");
  return svg.substr(begin == std::string::npos ? 0 : begin);
}

// File names become links of the same folder.
std::string link_to(const std::string& file) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string link = "./";
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    if (plain)
      link += c;
    else
      link.append("%").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
  }
  return link;
}

// Named in the list of pages, so that no other project takes its place.
std::string generator_of(const std::string& project) {
  return project.empty() ? "Cartouche" : "Cartouche, " + escape_markup(project);
}

}  // namespace

std::string page_html(const layout::Page& page, display::DisplayList list) {
  Tags tags = class_tags(page);
  Tables tables = tables_part(page, tags);
  tag_callouts(page, tags);
  tag_features(list, tags);
  return fill(assets::page_html, {{"language", escape_markup(list.language)},
                                  {"title", escape_markup(french_typography(list.title))},
                                  {"description", escape_markup(french_typography(list.description))},
                                  {"style", assets::style},
                                  {"style_hash", assets::style_hash},
                                  {"script", assets::script},
                                  {"script_hash", assets::script_hash},
                                  {"svg", inline_svg(list)},
                                  {"legend", legend_part(page)},
                                  {"filters", std::move(tables.filters)},
                                  {"tables", std::move(tables.tables)}});
}

std::string index_html(const std::string& title, const std::string& project,
                       const std::vector<Thumbnail>& pages) {
  std::string items;
  constexpr double kWidth = 160;  // pixels; only the proportion counts
  for (const Thumbnail& page : pages) {
    const double height = page.width > 0 ? kWidth * page.height / page.width : kWidth;
    items += fill(block("atlas-page"), {{"href", escape_markup(link_to(page.file))},
                                        {"image", "data:image/png;base64," + base64(page.png)},
                                        {"width", format_fixed(kWidth, 0)},
                                        {"height", format_fixed(height, 0)},
                                        {"title", escape_markup(french_typography(page.title))}});
    items += '\n';
  }
  return fill(assets::index_html, {{"language", "fr"},
                                   {"generator", generator_of(project)},
                                   {"title", escape_markup(french_typography(title))},
                                   {"style", assets::style},
                                   {"style_hash", assets::style_hash},
                                   {"pages", items}});
}

bool is_index_of(const std::string& html, const std::string& project) {
  const auto says = [&](const std::string& generator) {
    return html.find("<meta name=\"generator\" content=\"" + generator + "\">") != std::string::npos;
  };
  return says(generator_of(project)) || says(generator_of(""));
}

}  // namespace cartouche::web
