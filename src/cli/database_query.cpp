#include "database_query.h"

#include "asked_points.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/expression/sql.h"
#include "cartouche/query/database.h"
#include "cartouche/source/database.h"
#include "cartouche/source/source.h"
#include "question_options.h"
#include "source_spec.h"
#include "write_answer.h"

namespace cartouche::cli {
namespace {

void refuse_options_of_files(const QueryOptions& options) {
  const std::pair<const char*, bool> said[] = {
      {"--x", !options.x.empty()},
      {"--y", !options.y.empty()},
      {"--commune", !options.commune.empty()},
      {"--communes", !options.communes.empty()},
      {"--through", !options.through.empty()},
  };
  for (const auto& [option, is_said] : said)
    if (is_said)
      throw usage_error({}, std::string(option) + " does not go with --engine postgis",
                        "the database needs points and zones as tables with a geometry");
}

// The tables of one database, looked up one after the other.
class Database {
 public:
  query::DatabaseRows rows(const SourceSpec& spec) {
    const std::string shown = shown_source(spec.source);
    if (!is_database(spec.source))
      throw usage_error({shown, 0, 0}, "--engine postgis asks tables of a database, and this is none",
                        "load it (ogr2ogr -f PostgreSQL PG:… FILE), or ask without --engine");
    if (!connection_.empty() && connection_ != spec.source)
      throw usage_error({shown, 0, 0}, "points and zones lie in different databases",
                        "name tables of one connection with ?layer=, or ask without --engine");
    connection_ = spec.source;
    for (const char* word : {"x", "y", "lat_lon", "xy", "wkt", "geometry", "encoding", "delimiter", "skip",
                             "missing", "commune"})
      if (!spec.value(word).empty())
        throw usage_error({shown, 0, 0}, std::string("'") + word + "=' does not go with --engine postgis",
                          "it asks tables with a geometry");
    DatabaseRelation found = describe_relation(spec.source, spec.value("layer"));
    check_geometry(found, spec, shown);
    found.columns.rename(name_of(spec));
    if (const std::string id = spec.value("id"); !id.empty())
      found.columns.set_id_column(found.columns.column(id, {shown, 0, 0}).name());
    return {found.relation, found.geometry,           found.srid,
            found.is_table, std::move(found.columns), spec.value("where")};
  }

  query::DatabaseZones zones(const std::string& text) {
    auto [name, rest] = split_name(text);
    const SourceSpec spec = parse_source_spec(rest, words_and({"key", "commune"}));
    query::DatabaseZones zones{name.empty() ? name_of(spec) : name, rows(spec), "", std::nullopt};
    const Location where{shown_source(spec.source), 0, 0};
    if (const std::string key = spec.value("key"); !key.empty())
      zones.key = zones.rows.columns.column(key, where).name();
    else
      zones.key =
          zones.rows.columns.id_column().empty() ? key_of(zones.rows, where) : zones.rows.columns.id_column();
    return zones;
  }

  const std::string& connection() const { return connection_; }

 private:
  static void check_geometry(const DatabaseRelation& found, const SourceSpec& spec,
                             const std::string& shown) {
    const std::string table = "'" + found.name + "'";
    if (found.geometry.empty()) throw usage_error({shown, 0, 0}, table + " has no geometry");
    if (found.srid < 0) throw data_error({shown, 0, 0}, table + " is empty: no row has a geometry");
    if (found.srid == 0)
      throw usage_error({shown, 0, 0}, table + " does not say its CRS",
                        "give its geometry an SRID: ALTER TABLE … TYPE geometry(…, SRID)");
    const std::string crs = spec.value("crs");
    if (!crs.empty() && !(Crs::from_text(crs, {shown, 0, 0}) == found.columns.geometry()->crs))
      throw usage_error({shown, 0, 0},
                        table + " is in " + found.columns.geometry()->crs.definition() + ", not in " + crs,
                        "leave crs= out: the database knows");
  }

  // The first column whose values are all there and all different, as for files.
  std::string key_of(const query::DatabaseRows& rows, const Location& where) const {
    std::vector<std::string> names;
    std::string counts;
    for (const Column& column : rows.columns.columns()) {
      if (column.type() == Type::real || column.type() == Type::boolean) continue;
      const std::string name = *quoted_name(column.name());
      counts += (counts.empty() ? "" : ", ") + ("count(distinct " + name + ") = count(*) as c") +
                std::to_string(names.size());
      names.push_back(column.name());
    }
    if (!names.empty()) {
      const Table unique = read_sql(connection_, "select " + counts + " from " + rows.relation);
      for (std::size_t i = 0; i < names.size(); ++i)
        if (unique.columns()[i].booleans().front() != 0) return names[i];
    }
    throw usage_error(where, "no column names each zone of '" + rows.columns.name() + "'",
                      "say which does: ?key=COLUMN");
  }

  std::string connection_;
};

query::Question question_of(const QueryOptions& options) {
  query::Question question;
  question.take = options.take;
  question.where = options.where;
  question.group_by = options.group_by;
  question.aggregates = options.aggregates;
  if (!options.overlap.empty()) question.overlap = query::parse_overlap(options.overlap, {"--overlap", 0, 0});
  return question;
}

}  // namespace

ExitCode query_database(const QueryOptions& options, std::ostream& out, std::ostream& err) {
  refuse_options_of_files(options);
  const std::string format = answer_format(options.format, options.output);
  check_output(format, options.output, {});
  Database database;
  SourceSpec spec = parse_source_spec(options.points, words_and({}));
  if (!options.id.empty()) spec.values["id"] = options.id;
  if (!options.crs.empty()) spec.values["crs"] = options.crs;
  query::DatabaseRows points = database.rows(spec);
  const Table described = points.columns;
  std::vector<query::DatabaseZones> zones;
  for (const std::string& text : options.zones) zones.push_back(database.zones(text));
  query::Question question = question_of(options);
  set_predicates(options.predicates, question, zones);
  const query::DatabaseQuestion asked(std::move(points), std::move(zones), std::move(question));
  if (options.explain) {
    out << asked.sql() << ";\n";
    return ExitCode::done;
  }
  Diagnostics diagnostics;
  diagnostics.add(finding("points-asked"), "rows of '" + described.name() + "' asked in the database '" +
                                               shown_source(spec.source) + "'");
  Table answer = asked.answer(read_sql(database.connection(), asked.sql()), diagnostics);
  if (!options.t_srs.empty()) move_to(options.t_srs, {"--t-srs", 0, 0}, answer);
  write_answer(answer, format, options.output, out);
  if (!options.quiet) print(diagnostics, err);
  return ExitCode::done;
}

}  // namespace cartouche::cli
