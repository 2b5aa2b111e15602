#include "answer_columns.h"

#include <algorithm>
#include <cmath>

#include "cartouche/base/words.h"

namespace cartouche::query {
namespace {

// To the millimetre: digits below it are the projection's rounding.
double rounded(double metres) {
  return std::round(metres * 1000) / 1000;
}

std::vector<std::string> fields_of(const std::vector<ReadySet>& sets) {
  std::vector<std::string> names;
  for (const ReadySet& set : sets)
    for (const Column& column : set.zones.columns()) {
      names.push_back(column.name());
      names.push_back(set.name + "." + column.name());
    }
  return names;
}

Taken resolve_one(const std::string& field, const std::vector<ReadySet>& sets, const Location& where) {
  std::vector<std::size_t> having;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::string prefix = sets[i].name + ".";
    if (field.starts_with(prefix) && sets[i].zones.find(field.substr(prefix.size())))
      return {i, field.substr(prefix.size()), ""};
    if (sets[i].zones.find(field)) having.push_back(i);
  }
  if (having.empty())
    throw usage_error(where, "no zones have a column '" + field + "'", suggestion(field, fields_of(sets)));
  if (having.size() > 1)
    throw usage_error(
        where, "several sets have a column '" + field + "'",
        "write " + sets[having[0]].name + "." + field + " or " + sets[having[1]].name + "." + field);
  return {having.front(), field, ""};
}

Column keys_column(const ReadySet& set, const Matches& matches) {
  Column::Texts texts(matches.ends.size());
  Column::Validity valid(matches.ends.size(), 0);
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::string* last = nullptr;
    for (const Index zone : matches.of(row)) {
      const std::string& key = set.keys[zone];
      if (last && (*last == key || key.empty())) continue;  // rows of one zone; one without a name
      texts[row] += (last ? "/" : "") + key;
      last = &key;
    }
    valid[row] = last != nullptr;
  }
  return {set.name, std::move(texts), std::move(valid)};
}

Column inside_column(const ReadySet& set, const Matches& matches) {
  Column::Booleans values;
  values.reserve(matches.ends.size());
  for (std::size_t row = 0; row < matches.ends.size(); ++row) values.push_back(!matches.of(row).empty());
  return {"dans_" + set.name, std::move(values)};
}

Column first_values(const Column& column, const std::string& name, const Matches& matches) {
  std::vector<Index> rows;
  rows.reserve(matches.ends.size());
  for (std::size_t row = 0; row < matches.ends.size(); ++row)
    rows.push_back(matches.of(row).empty() ? Column::kNoRow : matches.of(row).front());
  Column taken = column.take(rows);
  taken.rename(name);
  return taken;
}

}  // namespace

std::vector<Taken> resolve_take(const Question& question, const Table& points,
                                const std::vector<ReadySet>& sets) {
  std::vector<Taken> all;
  std::vector<std::string> names{kFrameColumn, kAnyColumn};
  for (const ReadySet& set : sets)
    for (const char* prefix : {"", "dans_", "distance_", "part_"}) names.push_back(prefix + set.name);
  for (const Column& column : points.columns()) names.push_back(column.name());
  for (std::size_t i = 0; i < question.take.size(); ++i) {
    Taken one =
        resolve_one(question.take[i], sets, Question::Written::place(question.written.take, i, "--take"));
    const bool is_free = std::find(names.begin(), names.end(), one.field) == names.end();
    one.name = is_free ? one.field : sets[one.set].name + "_" + one.field;
    names.push_back(one.name);
    all.push_back(std::move(one));
  }
  return all;
}

Table planned_table(const Table& points, const std::vector<ReadySet>& sets, const std::vector<Taken>& taken) {
  Table plan(points.name());
  for (const Column& column : points.columns()) plan.set_column(Column(column.name(), column.type()));
  plan.set_geometry({GeometryArray(points.geometry()->shapes.kind()), points.geometry()->crs});
  const auto add = [&](const std::string& name, Type type) {
    if (plan.find(name))
      throw usage_error({}, "the points have a column '" + name + "' already",
                        "name the zones otherwise: --zones NAME=FILE");
    plan.set_column(Column(name, type));
  };
  const bool are_points = points.geometry()->shapes.kind() == GeometryKind::point;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    add(sets[i].name, Type::text);
    add("dans_" + sets[i].name, Type::boolean);
    if (sets[i].measures()) add("distance_" + sets[i].name, Type::real);
    if (!are_points) add("part_" + sets[i].name, Type::real);
    for (const Taken& one : taken)
      if (one.set == i) add(one.name, sets[i].zones.column(one.field).type());
  }
  add(kAnyColumn, Type::boolean);
  add(kFrameColumn, Type::text);
  return plan;
}

void add_set_columns(Table& points, std::size_t set, const ReadySet& ready, const Matches& matches,
                     const std::vector<Taken>& taken, const Wanted& wanted) {
  if (wanted(ready.name)) points.set_column(keys_column(ready, matches));
  points.set_column(inside_column(ready, matches));
  const std::string distance = "distance_" + ready.name;
  if (ready.measures() && wanted(distance)) {
    Column::Reals metres = matches.metres;
    std::transform(metres.begin(), metres.end(), metres.begin(), rounded);
    points.set_column(Column(distance, std::move(metres)));
  }
  if (!matches.part.empty()) points.set_column(Column("part_" + ready.name, matches.part));
  for (const Taken& one : taken)
    if (one.set == set && wanted(one.name))
      points.set_column(first_values(ready.zones.column(one.field), one.name, matches));
}

Column frame_column(const Frames& frames) {
  Column::Texts texts(frames.territory.size());
  Column::Validity valid(texts.size(), 0);
  for (std::size_t row = 0; row < texts.size(); ++row) {
    if (frames.territory[row] < 0) continue;
    texts[row] = territories()[static_cast<std::size_t>(frames.territory[row])].code;
    valid[row] = 1;
  }
  return {kFrameColumn, std::move(texts), std::move(valid)};
}

}  // namespace cartouche::query
