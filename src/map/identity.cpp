#include "identity.h"

#include "code.h"

namespace cartouche::map {
namespace {

/// As the legend says it, its classes one after the other; the layer's own name where it is in no legend.
std::string title_of(const FeatureLayer& layer, const Parameters& parameters) {
  std::string title;
  for (const LegendEntry& entry : layer.legend) {
    const std::string words = without_counts(entry, parameters);
    if (!words.empty()) title += (title.empty() ? "" : " / ") + words;
  }
  return title.empty() ? layer.label : title;
}

/// `text` as it may stand in a URL: what RFC 3986 does not allow becomes %XX.
std::string percent_encoded(const std::string& text) {
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (kAllowed.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
  }
  return encoded;
}

void add_links(const project::RowTemplateText& link, const Parameters& parameters, FeatureLayer& layer) {
  const auto text = row_template(link, Schema::of(*layer.table, parameters));
  for (const Index row : layer.rows)
    layer.links.push_back(percent_encoded(text.render(*layer.table, row, parameters)));
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
}

}  // namespace

std::string without_counts(const LegendEntry& entry, const Parameters& parameters) {
  if (!entry.text) return "";
  Parameters blank = parameters;
  blank["count"] = Value();
  blank["groups"] = Value();
  blank["range"] = entry.range;
  std::string words = entry.text->render(blank);
  erase_all(words, " ()");
  if (const std::size_t at = words.find("( "); at != std::string::npos) words.erase(at + 1, 1);
  return words;
}

void add_identity(const project::Layer& spec, const LayerContext& context, FeatureLayer& layer) {
  layer.title = title_of(layer, context.parameters);
  for (const project::LocatedText& column : spec.attributes) {
    layer.table->column(column.value, column.where);
    layer.attributes.push_back(column.value);
  }
  if (spec.link) add_links(*spec.link, context.parameters, layer);
}

}  // namespace cartouche::map
