#include <algorithm>
#include <future>

#include "answer_columns.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/expression/expression.h"
#include "cartouche/expression/sql.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/query/asker.h"
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

// Keeps account of points in several zones of one set.
struct Overlaps {
  std::size_t count = 0;
  std::vector<std::string> ids;

  // Counts them, or refuses the first.
  void add(const Table& points, const ReadySet& set, Overlap overlap, Matches& matches, std::size_t before) {
    for (std::size_t row = 0; row < matches.ends.size(); ++row) {
      const auto zones = matches.of(row);
      if (zones.size() < 2 || !has_several_zones(set, zones)) continue;
      if (overlap == Overlap::error)
        throw data_error({},
                         "row " + id_in_batch(points, row, before) + " of '" + points.name() +
                             "' lies in several zones of '" + set.name + "': " + list_of(set, zones),
                         "--overlap all lists them, --overlap first takes the first by key");
      ++count;
      if (ids.size() < kIdsKept) ids.push_back(id_in_batch(points, row, before));
    }
    if (overlap == Overlap::first) keep_first(matches);
  }

  void report(const std::string& points, const ReadySet& set, Overlap overlap,
              Diagnostics& diagnostics) const {
    if (count == 0) return;
    diagnostics.add(finding("several-zones"),
                    counted(count, "row") + " of '" + points + "' in several zones of '" + set.name +
                        "'; counted once, " +
                        (overlap == Overlap::all ? "all are listed" : "the first by key is kept"),
                    {}, ids);
  }

 private:
  static void keep_first(Matches& matches) {
    Matches first;
    for (std::size_t row = 0; row < matches.ends.size(); ++row) {
      if (!matches.of(row).empty()) first.zones.push_back(matches.of(row).front());
      first.ends.push_back(first.zones.size());
    }
    matches.ends = std::move(first.ends);
    matches.zones = std::move(first.zones);
  }
};

// Zones without a key are met, but nothing names them.
void report_keys(const ReadySet& set, Diagnostics& diagnostics) {
  const auto without = static_cast<std::size_t>(std::count(set.keys.begin(), set.keys.end(), ""));
  if (without > 0)
    diagnostics.add(finding("zones-without-key"), counted(without, "zone") + " of '" + set.name +
                                                      "' without a key: what lies there is " +
                                                      "inside, of an unnamed zone");
}

void report_faults(const ReadySet& set, const std::vector<RepairedFeature>& faults,
                   Diagnostics& diagnostics) {
  if (faults.empty()) return;
  std::vector<std::string> keys;
  for (const RepairedFeature& one : faults) keys.push_back(set.keys[one.feature]);
  diagnostics.add(finding("invalid-zones"),
                  counted(faults.size(), "zone") + " of '" + set.name + "' not valid, the first for " +
                      faults.front().reason + "; inside follows the even-odd rule",
                  {}, std::move(keys));
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

struct Asker::Data {
  Question question;
  Table points;  // no rows
  std::vector<ReadySet> ready;
  std::vector<Taken> taken;
  Parameters parameters;
  std::optional<Expression> where;
  std::optional<RunningTotals> totals;
  Wanted wanted;
  bool needs_geometry;
  Transforms transforms;
  std::vector<std::unique_ptr<Matcher>> matchers;  // one a set
  std::vector<Overlaps> overlaps;                  // one a set
  FrameReport frame_report;
  MisplacedPoints misplaced;
  Diagnostics of_zones;
  // Looked for while points are read and asked.
  std::vector<std::future<std::vector<RepairedFeature>>> faults;  // one a set
  std::size_t asked = 0;                                          // rows

  Data(const Table& rows, std::vector<ZoneSet> sets, const Question& asked_question)
      : question(asked_question),
        points(rows.take({})),
        parameters(question.parameters),
        transforms(question.threads) {
    if (!points.geometry())
      throw usage_error({}, "the points of '" + points.name() + "' have no coordinates",
                        "name them: --x COLUMN --y COLUMN --crs EPSG:n, or --commune COLUMN");
    const GeometryKind kind = points.geometry()->shapes.kind();
    ready = ready_sets(std::move(sets), question, kind);
    taken = resolve_take(question, points, ready);
    const Table plan = planned_table(points, ready, taken);
    const bool sums = !question.group_by.empty() || !question.aggregates.empty();
    if (sums) {
      const std::vector<Total> sought = parse_totals(question);
      check_totals(plan, question.group_by, sought, question);
      totals.emplace(plan, question, sought);
    }
    if (!question.where.empty()) where = compile_condition(question, plan, parameters);
    wanted = wanted_columns(question, sums);
    needs_geometry = !sums || !tables_asked_by(question).empty();
    for (const ReadySet& set : ready) {
      refuse_misplaced_zones(set);
      report_keys(set, of_zones);
      faults.push_back(std::async(std::launch::async, [&set, threads = question.threads] {
        const GeometryArray& shapes = set.geometry().shapes;
        return shapes.kind() == GeometryKind::polygon ? cartouche::faults(shapes, threads)
                                                      : std::vector<RepairedFeature>();
      }));
      matchers.push_back(make_matcher(set.geometry(), set.predicate, kind, question.threads));
    }
    overlaps.resize(ready.size());
  }

  Table ask(Table batch) {
    const std::size_t before = asked;
    if (where) {
      const auto rows = select_early(*where, batch, parameters);
      if (rows.size() < batch.row_count()) batch = batch.take(rows);
    }
    asked += batch.row_count();
    const Frames frames = frames_of(*batch.geometry(), transforms);
    misplaced.add(batch, frames, ready);
    frame_report.add(batch, frames, before);
    for (std::size_t i = 0; i < ready.size(); ++i) {
      Matches matches = matchers[i]->match(*batch.geometry(), frames);
      overlaps[i].add(batch, ready[i], question.overlap, matches, before);
      add_set_columns(batch, i, ready[i], matches, taken, wanted);
      batch.add_credits(ready[i].zones.credits());
    }
    batch.set_column(any_column(batch, ready));
    if (wanted(kFrameColumn)) batch.set_column(frame_column(frames));
    if (!needs_geometry) batch.drop_geometry();
    if (where) batch = batch.take(where->select(batch, parameters));
    if (!totals) return batch;
    totals->add(batch);
    return batch.take({});
  }
};

Asker::Asker(const Table& points, std::vector<ZoneSet> sets, const Question& question)
    : data_(std::make_unique<Data>(points, std::move(sets), question)) {}

Asker::~Asker() = default;

bool Asker::sums() const {
  return data_->totals.has_value();
}

Table Asker::ask(Table batch) {
  return data_->ask(std::move(batch));
}

std::size_t Asker::asked() const {
  return data_->asked;
}

std::string Asker::row_filter(SqlDialect dialect, const std::vector<std::string>& columns) const {
  if (!data_->where) return "";
  const SqlColumns known = [&](const std::string& column) -> std::optional<std::string> {
    const bool plain = std::find(columns.begin(), columns.end(), column) != columns.end();
    if (!plain) return std::nullopt;
    // Whatever type the database has for what is read as text.
    const bool cast = dialect == SqlDialect::postgresql && data_->points.column(column).type() == Type::text;
    return *quoted_name(column) + (cast ? "::text" : "");
  };
  return cartouche::row_filter(*data_->where, dialect, known, data_->parameters);
}

std::optional<Box> Asker::bounds() const {
  if (!data_->where) return std::nullopt;
  const std::vector<std::string> required = required_columns(*data_->where);
  const auto requires_column = [&](const std::string& name) {
    return std::find(required.begin(), required.end(), name) != required.end();
  };
  for (const ReadySet& set : data_->ready)
    if (requires_column("dans_" + set.name)) return reach_of(set, data_->points.geometry()->crs);
  if (!requires_column(kAnyColumn)) return std::nullopt;
  Box all;
  for (const ReadySet& set : data_->ready) {
    const auto reach = reach_of(set, data_->points.geometry()->crs);
    if (!reach) return std::nullopt;
    all.extend(*reach);
  }
  return all;
}

Table Asker::totals() const {
  Table result = data_->totals->result(data_->points.name());
  result.add_credits(data_->points.credits());
  for (const ReadySet& set : data_->ready) result.add_credits(set.zones.credits());
  return result;
}

void Asker::report(Diagnostics& diagnostics) {
  data_->misplaced.finish(data_->points, data_->ready);
  for (std::size_t i = 0; i < data_->faults.size(); ++i)
    report_faults(data_->ready[i], data_->faults[i].get(), data_->of_zones);
  data_->faults.clear();
  diagnostics.append(data_->of_zones);
  data_->frame_report.finish(data_->points, diagnostics);
  for (std::size_t i = 0; i < data_->ready.size(); ++i)
    data_->overlaps[i].report(data_->points.name(), data_->ready[i], data_->question.overlap, diagnostics);
}

Table ask(Table points, std::vector<ZoneSet> sets, const Question& question, Diagnostics& diagnostics) {
  Asker asker(points, std::move(sets), question);
  Table rows = asker.ask(std::move(points));
  asker.report(diagnostics);
  return asker.sums() ? asker.totals() : rows;
}

}  // namespace cartouche::query
