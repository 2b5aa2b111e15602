#include "cartouche/press/check_project.h"

#include "cartouche/map/check.h"

namespace cartouche::press {
namespace {

std::vector<Location> places_of(const std::vector<project::LocatedText>& texts) {
  std::vector<Location> places;
  for (const project::LocatedText& text : texts) places.push_back(text.where);
  return places;
}

}  // namespace

query::Question engine_question(const project::Question& asked) {
  query::Question question;
  if (asked.predicate)
    question.predicate = query::parse_predicate(asked.predicate->value, asked.predicate->where);
  if (asked.overlap) question.overlap = query::parse_overlap(asked.overlap->value, asked.overlap->where);
  for (const project::LocatedText& field : asked.take) question.take.push_back(field.value);
  for (const project::LocatedText& field : asked.group_by) question.group_by.push_back(field.value);
  if (asked.where) question.where = asked.where->value;
  question.written = {
      places_of(asked.take), places_of(asked.group_by), asked.where ? asked.where->where : Location(), {}};
  for (const project::TotalText& text : asked.aggregates) {
    if (!question.aggregates.empty()) question.aggregates += ", ";
    question.written.aggregates.emplace_back(question.aggregates.size(), text.where);
    question.aggregates += text.value;
  }
  return question;
}

void check_project(const project::Project& project) {
  check_steps(project);
  map::check_code(project);
  Vocabulary known{{}, project.table_names(), true, false};
  for (const auto& [name, value] : parameters_of(project)) known.names.push_back(name);
  for (const project::Question& question : project.questions) {
    query::check_code(engine_question(question), known);
    for (const project::QuestionZones& zones : question.zones)
      if (zones.predicate) query::parse_predicate(zones.predicate->value, zones.predicate->where);
  }
}

}  // namespace cartouche::press
