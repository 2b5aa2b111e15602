#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cartouche/source/source.h"
#include "commands.h"
#include "findings_json.h"
#include "source_spec.h"

namespace cartouche::cli {
namespace {

std::string described(const SourceInfo& source, const Diagnostics& findings) {
  nlohmann::ordered_json json;
  json["path"] = source.path;
  json["driver"] = source.driver;
  json["layers"] = nlohmann::ordered_json::array();
  for (const LayerInfo& layer : source.layers) {
    nlohmann::ordered_json entry;
    entry["name"] = layer.name;
    entry["geometry"] = layer.geometry;
    entry["count"] = layer.count;
    entry["crs"] = layer.crs;
    if (layer.extent)
      entry["extent"] = {layer.extent->min.x, layer.extent->min.y, layer.extent->max.x, layer.extent->max.y};
    entry["fields"] = nlohmann::ordered_json::array();
    for (const FieldInfo& field : layer.fields)
      entry["fields"].push_back({{"name", field.name}, {"type", field.type}});
    json["layers"].push_back(std::move(entry));
  }
  json["findings"] = to_json(findings);
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void print_layer(const LayerInfo& layer, std::ostream& out) {
  out << "layer     " << layer.name << '\n'
      << "geometry  " << (layer.geometry.empty() ? "none" : layer.geometry) << '\n'
      << "count     " << layer.count << '\n'
      << "crs       " << (layer.crs.empty() ? "none" : layer.crs) << '\n';
  if (layer.extent)
    out << fmt::format("extent    {:.6g} {:.6g} {:.6g} {:.6g}\n", layer.extent->min.x, layer.extent->min.y,
                       layer.extent->max.x, layer.extent->max.y);
  std::size_t widest = 0;
  for (const FieldInfo& field : layer.fields) widest = std::max(widest, field.name.size());
  for (const FieldInfo& field : layer.fields)
    out << fmt::format("field     {:<{}}  {}\n", field.name, widest, field.type);
}

}  // namespace

ExitCode info(const InfoOptions& options, std::ostream& out, std::ostream& err) {
  const SourceSpec spec = parse_source_spec(options.source, kSourceWords);
  Diagnostics findings;
  const SourceInfo source = inspect(options_of(spec), findings);
  if (options.json) {
    out << described(source, findings) << '\n';
    return ExitCode::done;
  }
  print(findings, err);
  out << "path      " << source.path << '\n' << "driver    " << source.driver << '\n';
  for (const LayerInfo& one : source.layers) {
    out << '\n';
    print_layer(one, out);
  }
  return ExitCode::done;
}

}  // namespace cartouche::cli
