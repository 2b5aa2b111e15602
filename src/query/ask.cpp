#include <algorithm>

#include "answer_columns.h"
#include "cartouche/expression/expression.h"
#include "misplaced.h"
#include "totals.h"

namespace cartouche::query {
namespace {

constexpr std::size_t kIdsKept = 100;

bool has_several_zones(const ReadySet& set, std::span<const Index> zones) {
  return std::any_of(zones.begin(), zones.end(),
                     [&](Index zone) { return set.keys[zone] != set.keys[zones.front()]; });
}

std::string list_of(const ReadySet& set, std::span<const Index> zones) {
  std::string list;
  for (const Index zone : zones) list += (list.empty() ? "" : ", ") + set.keys[zone];
  return list;
}

// Notes points in several zones of a set, or refuses the first.
void treat_overlaps(const Table& points, const ReadySet& set, Overlap overlap, Matches& matches,
                    Diagnostics& diagnostics) {
  std::size_t count = 0;
  std::vector<std::string> ids;
  for (std::size_t row = 0; row < matches.ends.size(); ++row) {
    const auto zones = matches.of(row);
    if (zones.size() < 2 || !has_several_zones(set, zones)) continue;
    if (overlap == Overlap::error)
      throw data_error({},
                       "row " + points.row_id(row) + " of '" + points.name() +
                           "' lies in several zones of '" + set.name + "': " + list_of(set, zones),
                       "--overlap all lists them, --overlap first takes the first by key");
    ++count;
    if (ids.size() < kIdsKept) ids.push_back(points.row_id(row));
  }
  if (count > 0)
    diagnostics.add(Severity::note, "several-zones",
                    counted(count, "row") + " of '" + points.name() + "' in several zones of '" + set.name +
                        "'; counted once, " +
                        (overlap == Overlap::all ? "all are listed" : "the first by key is kept"),
                    {}, std::move(ids));
  if (overlap != Overlap::first) return;
  Matches first;
  for (std::size_t row = 0; row < matches.ends.size(); ++row) {
    if (!matches.of(row).empty()) first.zones.push_back(matches.of(row).front());
    first.ends.push_back(first.zones.size());
  }
  matches.ends = std::move(first.ends);
  matches.zones = std::move(first.zones);
}

// Zones without a key are met, but nothing names them.
void report_keys(const ReadySet& set, Diagnostics& diagnostics) {
  const auto without = static_cast<std::size_t>(std::count(set.keys.begin(), set.keys.end(), ""));
  if (without > 0)
    diagnostics.add(Severity::warning, "zones-without-key",
                    counted(without, "zone") + " of '" + set.name + "' without a key: what lies there is " +
                        "inside, of an unnamed zone");
}

std::vector<ReadySet> ready_sets(std::vector<ZoneSet> sets, const Question& question, GeometryKind points) {
  if (sets.empty()) throw usage_error({}, "no zones to ask of", "name them: --zones NAME=FILE");
  std::vector<ReadySet> ready;
  for (ZoneSet& set : sets) {
    for (const ReadySet& other : ready)
      if (other.name == set.name)
        throw usage_error({}, "two sets of zones are called '" + set.name + "'",
                          "name them: --zones NAME=FILE");
    ready.push_back(make_ready(std::move(set), question, points));
  }
  return ready;
}

// Which columns are read or shown at all: with totals only those that some text of the question names.
Wanted wanted_columns(const Question& question, bool sums) {
  if (!sums) return [](const std::string&) { return true; };
  std::string read = question.where + "\n" + question.aggregates;
  for (const std::string& name : question.group_by) read += "\n" + name;
  return [read](const std::string& column) { return read.find(column) != std::string::npos; };
}

Column any_column(const Table& points, const std::vector<ReadySet>& sets) {
  Column::Booleans any(points.row_count(), 0);
  for (const ReadySet& set : sets) {
    const Column::Booleans& own = points.column("dans_" + set.name).booleans();
    for (std::size_t row = 0; row < any.size(); ++row) any[row] = any[row] | own[row];
  }
  return {kAnyColumn, std::move(any)};
}

}  // namespace

Expression compile_condition(const Question& question, const Table& plan, const Parameters& parameters) {
  Expression where =
      Expression::compile(question.where, question.written.where, Schema::of(plan, parameters));
  if (where.type() != Type::boolean)
    throw usage_error(question.written.where, "'" + question.where + "' is no condition",
                      "write a comparison: emplois > 10");
  return where;
}

Table ask(Table points, std::vector<ZoneSet> sets, const Question& question, Diagnostics& diagnostics) {
  if (!points.geometry())
    throw usage_error({}, "the points of '" + points.name() + "' have no coordinates",
                      "name them: --x COLUMN --y COLUMN --crs EPSG:n, or --commune COLUMN");
  const std::vector<ReadySet> ready = ready_sets(std::move(sets), question, points.geometry()->shapes.kind());
  const bool sums = !question.group_by.empty() || !question.aggregates.empty();
  const std::vector<Taken> taken = resolve_take(question, points, ready);
  const Table plan = planned_table(points, ready, taken);
  std::vector<Total> sought;
  if (sums) {
    sought = parse_totals(question);
    check_totals(plan, question.group_by, sought, question);
  }
  const Parameters parameters = parameters_of(question);
  std::optional<Expression> where;
  if (!question.where.empty()) where = compile_condition(question, plan, parameters);
  const Wanted wanted = wanted_columns(question, sums);
  const Frames frames = frames_of(points);
  refuse_misplaced_points(points, frames, ready);
  for (const ReadySet& set : ready) {
    refuse_misplaced_zones(set);
    report_keys(set, diagnostics);
  }
  report_frames(points, frames, diagnostics);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    Matches matches =
        match(*points.geometry(), frames, ready[i].geometry(), ready[i].predicate, question.threads);
    treat_overlaps(points, ready[i], question.overlap, matches, diagnostics);
    add_set_columns(points, i, ready[i], matches, taken, wanted);
    points.add_credits(ready[i].zones.credits());
  }
  points.set_column(any_column(points, ready));
  if (wanted(kFrameColumn)) points.set_column(frame_column(frames));
  if (sums && tables_asked_by(question).empty()) points.drop_geometry();
  if (where) points = points.take(where->select(points, parameters));
  return sums ? totals(points, question.group_by, sought, question) : points;
}

}  // namespace cartouche::query
