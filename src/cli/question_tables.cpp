#include "question_tables.h"

#include <algorithm>
#include <set>

#include "cartouche/project/walk.h"

namespace cartouche::cli {

using project::LocatedText;

std::vector<std::string> tables_needed(const project::Question& asked) {
  std::set<std::string> names;
  project::PartVisitor visit;
  visit.table = [&](const project::TableName& table) { names.insert(table.value); };
  visit.code = [&](const project::CodeRef& code) {
    if (code.kind != project::CodeKind::expression) return;
    for (std::string& name : Expression::tables_of(code.text, code.where)) names.insert(std::move(name));
  };
  each_part(asked, visit);
  for (std::string& name : query::tables_asked_by(press::engine_question(asked)))
    names.insert(std::move(name));
  return {names.begin(), names.end()};
}

QuestionTables::QuestionTables(const project::Question& asked, const Parameters& parameters)
    : asked_(asked), parameters_(parameters) {
  if (asked_.communes) find_communes();
}

Table QuestionTables::rows_of(const project::QuestionRows& rows) const {
  const Table& whole = table(rows.table);
  if (!rows.filter) return whole;
  const Expression filter =
      Expression::compile(rows.filter->value, rows.filter->where, Schema::of(whole, parameters_));
  return whole.take(filter.select(whole, parameters_));
}

void QuestionTables::find_communes() {
  communes_.polygons = &table(asked_.communes->table);
  if (asked_.communes->code) communes_.code = asked_.communes->code->value;
  communes_.polygons->column(communes_.code, asked_.communes->table.where);
  if (!asked_.communes->through) return;
  communes_.merged = &table(*asked_.communes->through);
  if (asked_.communes->from) communes_.from = asked_.communes->from->value;
  if (asked_.communes->to) communes_.to = asked_.communes->to->value;
  for (const std::string& column : {communes_.from, communes_.to})
    communes_.merged->column(column, asked_.communes->through->where);
}

Table QuestionTables::points(Diagnostics& diagnostics) const {
  Table points = rows_of(asked_.points);
  if (const auto& commune = asked_.points.commune) {
    points.column(commune->value, commune->where);
    points = query::place_in_communes(std::move(points), commune->value, communes_, diagnostics);
  }
  if (!points.geometry())
    throw usage_error(
        asked_.points.table.where, "the rows of '" + points.name() + "' have no coordinates",
        "its source names them: point: { x: …, y: …, crs: … }; or the question: commune: COLUMN");
  return points;
}

query::ZoneSet QuestionTables::zone_set(const project::QuestionZones& zones, Diagnostics& diagnostics) const {
  Table rows = rows_of(zones.rows);
  std::string key = zones.key ? zones.key->value : "";
  if (zones.key) rows.column(key, zones.key->where);
  if (const auto& commune = zones.rows.commune) {
    rows.column(commune->value, commune->where);
    rows = query::zones_of_communes(rows, commune->value, key, zones.name.value, communes_, diagnostics);
    key.clear();
  }
  if (!rows.geometry())
    throw usage_error(zones.rows.table.where, "the rows of '" + zones.rows.table.value + "' have no geometry",
                      "a list of communes needs commune: COLUMN");
  query::ZoneSet set{zones.name.value, std::move(rows), key, std::nullopt};
  if (zones.predicate) set.predicate = query::parse_predicate(zones.predicate->value, zones.predicate->where);
  return set;
}

std::vector<query::ZoneSet> QuestionTables::zones(Diagnostics& diagnostics) const {
  std::vector<query::ZoneSet> sets;
  for (const project::QuestionZones& zones : asked_.zones) sets.push_back(zone_set(zones, diagnostics));
  return sets;
}

}  // namespace cartouche::cli
