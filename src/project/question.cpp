#include "cartouche/project/question.h"

#include "parse.h"

namespace cartouche::project {
namespace {

// A name of a table, or a map that begins with one.
bool is_short(const Node& node) {
  return node.kind() == Node::Kind::scalar;
}

QuestionRows parse_rows(Reader& in) {
  QuestionRows rows;
  in.read("table", rows.table);
  in.read("where", rows.filter);
  rows.commune = in.optional_text("commune");
  return rows;
}

QuestionRows parse_points(const Node& node) {
  if (is_short(node)) return {as<TableName>(node.located_text()), std::nullopt, std::nullopt};
  Reader in(node, "points");
  QuestionRows rows = parse_rows(in);
  in.finish();
  return rows;
}

QuestionZones parse_zones(const LocatedText& name, const Node& node) {
  require_word(name, "set of zones");
  QuestionZones zones;
  zones.name = name;
  if (is_short(node)) {
    zones.rows.table = as<TableName>(node.located_text());
    return zones;
  }
  Reader in(node, "zones '" + name.value + "'");
  zones.rows = parse_rows(in);
  zones.key = in.optional_text("key");
  zones.predicate = in.optional_text("predicate");
  in.finish();
  return zones;
}

std::optional<QuestionCommunes> parse_communes(const Node* node) {
  if (!node) return std::nullopt;
  QuestionCommunes communes;
  if (is_short(*node)) {
    communes.table = as<TableName>(node->located_text());
    return communes;
  }
  Reader in(*node, "communes");
  in.read("table", communes.table);
  communes.code = in.optional_text("code");
  if (const Node* through = in.optional("through")) {
    if (is_short(*through)) {
      communes.through = as<TableName>(through->located_text());
    } else {
      Reader register_of(*through, "through");
      communes.through = as<TableName>(register_of.text("table"));
      communes.from = register_of.optional_text("from");
      communes.to = register_of.optional_text("to");
      register_of.finish();
    }
  }
  in.finish();
  return communes;
}

// A list that may be left empty.
template <class T>
void read_list(Reader& in, std::string_view key, std::vector<T>& into) {
  const Node* node = in.optional(key);
  if (node && !node->is_null()) in.read(key, into);
}

void require_communes(const Question& question) {
  const auto refuse = [&](const QuestionRows& rows) {
    if (rows.commune && !question.communes)
      throw usage_error(rows.commune->where, "commune codes need the communes' polygons",
                        "name their table: communes: { table: … }");
  };
  refuse(question.points);
  for (const QuestionZones& zones : question.zones) refuse(zones.rows);
}

}  // namespace

Question parse_question(const LocatedText& name, const Node& node) {
  require_word(name, "question");
  Reader in(node, "question '" + name.value + "'");
  Question question;
  question.name = name;
  question.title = in.text_or("title", "");
  question.points = parse_points(in.required("points"));
  for (const auto& [set, zones] : section(&in.required("zones")))
    question.zones.push_back(parse_zones(set, zones));
  if (question.zones.empty()) throw usage_error(name.where, "question '" + name.value + "' asks of no zones");
  question.communes = parse_communes(in.optional("communes"));
  question.predicate = in.optional_text("predicate");
  question.overlap = in.optional_text("overlap");
  read_list(in, "take", question.take);
  in.read("where", question.where);
  read_list(in, "group_by", question.group_by);
  read_list(in, "agg", question.aggregates);
  read_list(in, "columns", question.columns);
  question.crs = in.optional_text("crs");
  question.format = in.optional_text("format");
  question.output = in.optional_text("output");
  in.finish();
  require_communes(question);
  return question;
}

}  // namespace cartouche::project
