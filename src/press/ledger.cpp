#include "ledger.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace cartouche::press {
namespace {

using Json = nlohmann::ordered_json;

// Whole numbers as integers: a count of 120 is not 120.0.
Json number(const std::optional<double>& value) {
  if (!value) return nullptr;
  constexpr double kExactIntegers = 9e15;
  if (std::floor(*value) == *value && std::abs(*value) < kExactIntegers)
    return static_cast<std::int64_t>(*value);
  return *value;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json entry(const map::Figure& figure) {
  Json json;
  json["name"] = figure.name;
  json["text"] = figure.text;
  json["value"] = number(figure.value);
  json["unit"] = text_or_null(figure.unit);
  json["declared"] = number(figure.declared);
  json["computed"] = number(figure.computed);
  json["source"] = text_or_null(figure.source);
  json["query"] = text_or_null(figure.query);
  json["table"] = text_or_null(figure.table);
  json["rows"] = figure.rows;
  return json;
}

}  // namespace

std::string ledger_json(const layout::Page& page, const std::vector<AcceptedFinding>& accepted) {
  Json json;
  json["page"] = page.map->file;
  json["title"] = page.map->title;
  Json figures = Json::array();
  for (const auto& [name, figure] : page.map->figures) figures.push_back(entry(figure));
  for (const map::Figure& figure : page.printed) figures.push_back(entry(figure));
  json["figures"] = std::move(figures);
  for (const AcceptedFinding& one : accepted)
    json["accepted"].push_back({{"code", one.finding.code},
                                {"finding", one.finding.message},
                                {"ids", one.finding.ids},
                                {"because", one.because}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cartouche::press
