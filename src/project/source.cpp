#include <algorithm>
#include <array>

#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {
namespace {

std::optional<Credit> parse_credit(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "credit");
  Credit credit{in.text_or("producer", ""), in.text_or("vintage", ""), in.text_or("updated", ""),
                in.text_or("licence", ""), in.text_or("note", "")};
  in.finish();
  return credit;
}

std::map<std::string, LocatedText> parse_types(const Node* node) {
  static const std::array<std::string, 4> kTypes{"text", "integer", "real", "boolean"};
  std::map<std::string, LocatedText> types;
  for (const auto& [column, value] : section(node)) {
    const LocatedText type = value.located_text();
    if (std::find(kTypes.begin(), kTypes.end(), type.value) == kTypes.end())
      throw usage_error(type.where, "no column type '" + type.value + "'", suggestion(type.value, kTypes));
    types.emplace(column.value, type);
  }
  return types;
}

int parse_skip(Reader& in) {
  const int skip = in.integer_or("skip", 0);
  if (skip < 0) throw usage_error(in.where(), "'skip' is a number of lines, 0 or more");
  return skip;
}

// A word, or a list of words.
std::vector<std::string> parse_missing(const Node* node) {
  if (!node) return {};
  if (node->kind() == Node::Kind::scalar) return {node->text()};
  std::vector<std::string> words;
  for (const LocatedText& word : node->texts()) words.push_back(word.value);
  return words;
}

void parse_point(const Node* node, Source& source) {
  if (!node) return;
  Reader in(*node, "point");
  source.lat_lon = in.optional_text("lat_lon");
  source.xy = in.optional_text("xy");
  if (source.lat_lon && source.xy)
    throw usage_error(source.xy->where, "'lat_lon' and 'xy' do not go together",
                      "the first has the latitude first");
  const bool one_column = source.lat_lon || source.xy;
  source.x = one_column ? in.optional_text("x") : in.text("x");
  source.y = one_column ? in.optional_text("y") : in.text("y");
  if (one_column && (source.x || source.y))
    throw usage_error(node->where(), "'x' and 'y' do not go with a column of both",
                      "write point: { x: …, y: … } or point: { lat_lon: … }");
  if (const auto crs = in.optional_text("crs")) {
    if (source.crs)
      throw usage_error(crs->where, "the crs of source '" + source.name.value + "' is said twice");
    source.crs = crs;
  }
  in.finish();
}

}  // namespace

Source parse_source(const LocatedText& name, const Node& node) {
  require_word(name, "source");
  Reader in(node, "source '" + name.value + "'");
  Source source;
  source.name = name;
  source.where = name.where;
  source.path = in.text("path");
  source.layer = in.optional_text("layer");
  source.encoding = in.optional_text("encoding");
  source.delimiter = in.optional_text("delimiter");
  source.skip = parse_skip(in);
  source.missing = parse_missing(in.optional("missing"));
  source.crs = in.optional_text("crs");
  parse_point(in.optional("point"), source);
  source.wkt = in.optional_text("wkt");
  source.geometry = in.optional_text("geometry");
  if (source.geometry) require_one_of(*source.geometry, "kind of geometry", {"points", "lines", "polygons"});
  source.id = in.optional_text("id");
  source.types = parse_types(in.optional("types"));
  source.credit = parse_credit(in.optional("credit"));
  in.finish();
  return source;
}

TableRecipe parse_recipe(const LocatedText& name, const Node& node) {
  require_word(name, "table");
  TableRecipe recipe{name, {}};
  for (const Node& item : node.items()) {
    if (item.kind() != Node::Kind::map || item.entries().size() != 1)
      throw usage_error(item.where(),
                        "a step of table '" + name.value + "' must be one key with its arguments",
                        "write each step as its own list item: - filter: …");
    const auto& [kind, arguments] = item.entries().front();
    recipe.steps.push_back({kind, arguments});
  }
  if (recipe.steps.empty()) throw usage_error(node.where(), "table '" + name.value + "' has no steps");
  return recipe;
}

Figure parse_figure(const LocatedText& name, const Node& node) {
  require_word(name, "figure");
  Figure figure;
  figure.name = name;
  figure.where = name.where;
  if (node.kind() == Node::Kind::scalar) {
    figure.query = as<QueryText>(node.located_text());
    return figure;
  }
  Reader in(node, "figure '" + name.value + "'");
  in.read("declared", figure.declared);
  in.read("query", figure.query);
  figure.source = in.optional_text("source");
  figure.unit = in.text_or("unit", "");
  figure.decimals = in.integer_or("decimals", -1);
  in.finish();
  if (!figure.declared && !figure.query)
    throw usage_error(name.where, "figure '" + name.value + "' has no value",
                      "give it 'declared', 'query' or both");
  return figure;
}

}  // namespace cartouche::project
