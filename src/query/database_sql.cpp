#include "database_sql.h"

#include <fmt/format.h>

#include "cartouche/base/number_format.h"
#include "cartouche/expression/sql.h"

namespace cartouche::query {
namespace {

// Farther than this, no box around a point says more than the zones' whole extent does.
constexpr double kFarthestBox = 200000;

bool has_box(const Predicate& predicate) {
  return predicate.kind == Predicate::Kind::nearest ||
         (predicate.kind == Predicate::Kind::dwithin && predicate.metres <= kFarthestBox);
}

bool is_geographic(const DatabaseRows& rows) {
  return rows.columns.geometry()->crs.is_geographic();
}

// Half the height of a box around so many metres, in degrees, on the safe side.
std::string degrees_of(const std::string& metres) {
  return "((" + metres + ") * 1.01 + 1) / 110500";
}

// Whatever lies at most `metres` from the point p, in the system of the zones: q's g is the point there.
std::string box_around(const std::string& metres, int srid) {
  const std::string lat = degrees_of(metres);
  const std::string x = "ST_X(p.\"cartouche lon_lat\")", y = "ST_Y(p.\"cartouche lon_lat\")";
  const std::string lon =
      "(" + lat + ") / greatest(cos(radians(least(abs(" + y + ") + " + lat + ", 89))), 0.01)";
  const std::string box =
      fmt::format("ST_MakeEnvelope({0} - {2}, {1} - {3}, {0} + {2}, {1} + {3}, 4326)", x, y, lon, lat);
  if (srid == 4326) return box;
  return fmt::format("ST_Envelope(ST_Transform(ST_Segmentize({}, greatest({} / 4, 0.00001)), {}))", box, lat,
                     srid);
}

// "offset 0" stands where the planner would otherwise put an expression in the place of its name, and the
// database would transform the same geometry again and again.

// Metres from p to the zone z: to its parts in the territory of p in the territory's system, to the others
// along the ellipsoid. `box`, where there is one, leaves out the parts that are farther.
std::string metres_to(const DatabaseRows& zones, const std::string& box) {
  const std::string part = is_geographic(zones) ? "ST_Segmentize(d.geom, 0.01)" : "d.geom";
  return fmt::format(
      "(select min(case when (ST_XMin(e) + ST_XMax(e)) / 2 between p.\"cartouche west\" and p.\"cartouche "
      "east\"\n"
      "                   and (ST_YMin(e) + ST_YMax(e)) / 2 between p.\"cartouche south\" and p.\"cartouche "
      "north\"\n"
      "             then ST_Distance(ST_Transform({0}, p.\"cartouche srid\"), p.\"cartouche local\")\n"
      "             else ST_Distance(ST_Segmentize(ST_Transform(d.geom, 4326), 0.01)::geography,\n"
      "                              p.\"cartouche lon_lat\"::geography) end)\n"
      "   from ST_Dump(z.{1}) d cross join lateral (select ST_Transform(d.geom, 4326) as e offset 0) i{2})",
      part, sql_name(zones.geometry), box.empty() ? "" : "\n   where d.geom && " + box);
}

std::string condition_of(const DatabaseRows& rows, const std::string& alias) {
  if (rows.where.empty()) return "";
  const Expression condition =
      Expression::compile(rows.where, {rows.columns.name(), 0, 0}, Schema::of(rows.columns));
  if (condition.type() != Type::boolean)
    throw usage_error({rows.columns.name(), 0, 0}, "'" + rows.where + "' is no condition",
                      "write a comparison: zrr = 1");
  return " and " + sql_expression(condition, alias);
}

// Key, order among equal keys and taken columns of a zone z.
std::string zone_columns(const SqlSet& set) {
  std::string columns = "coalesce(z." + sql_name(set.zones.key) + "::text, '') collate \"C\" as k, ";
  columns += set.zones.rows.has_ctid ? "z.ctid as o" : "0 as o";
  for (std::size_t i = 0; i < set.taken.size(); ++i)
    columns += ", z." + sql_name(set.taken[i]) + " as t" + std::to_string(i);
  return columns;
}

std::string place_in(const SqlSet& set) {
  if (set.points_srid == set.zones.rows.srid) return "p.\"cartouche place\"";
  return fmt::format("ST_Transform(p.\"cartouche place\", {})", set.zones.rows.srid);
}

// Zones whose closure holds the point; within keeps those that hold it strictly, else the first.
std::string holders(const SqlSet& set) {
  const DatabaseRows& zones = set.zones.rows;
  const std::string geometry = "z." + sql_name(zones.geometry);
  const bool within = set.predicate.kind == Predicate::Kind::within;
  std::string found =
      fmt::format("select {}, null::float8 as metres{}\n    from {} z where ST_Intersects({}, q.g){}",
                  zone_columns(set), within ? ", ST_Contains(" + geometry + ", q.g) as inside" : "",
                  zones.relation, geometry, condition_of(zones, "z"));
  if (!within) return found;
  return fmt::format(
      "select * from (\n    select *, bool_or(inside) over () as any_inside, row_number() over (order by k = "
      "'', k, "
      "o) as place\n"
      "    from ({}) h) c\n    where inside or (not any_inside and place = 1)",
      found);
}

// How much there is of a line or polygon.
std::string extent_of(const SqlSet& set, const std::string& shape) {
  return (set.points == GeometryKind::line ? "ST_Length(" : "ST_Area(") + shape + ")";
}

// The share of the subject q.g inside some zones.
std::string share_inside(const SqlSet& set, const std::string& zones) {
  return "least(coalesce(" + extent_of(set, "ST_Intersection(" + zones + ", q.g)") + " / nullif(" +
         extent_of(set, "q.g") + ", 0), 0), 1)";
}

// The zones that a line or polygon meets, each with its shape in the system of the subject's territory. The
// index is asked with a box somewhat wider, as edges bend on their way from one system to the other.
std::string met(const SqlSet& set) {
  const DatabaseRows& zones = set.zones.rows;
  return fmt::format(
      "select * from (\n      select {}, ST_MakeValid(ST_Transform(z.{}, q.srid)) as shape\n      from {} z\n"
      "      where z.{} && q.box{} offset 0) c where ST_Intersects(shape, q.g)",
      zone_columns(set), sql_name(zones.geometry), zones.relation, sql_name(zones.geometry),
      condition_of(zones, "z"));
}

// For lines and polygons: as `holders`, and within keeps the zones that hold all of the subject.
std::string shape_holders(const SqlSet& set) {
  const std::string found = "select *, null::float8 as metres from (" + met(set) + ") h";
  if (set.predicate.kind != Predicate::Kind::within) return found;
  return found + " where " + share_inside(set, "shape") + " >= 1 - 1e-9";
}

std::string around_shape(const SqlSet& set) {
  const std::string srid = fmt::format("coalesce(p.\"cartouche srid\", {})", set.zones.rows.srid);
  const std::string box = "ST_Envelope(" + place_in(set) + ")";
  return fmt::format(
      "select ST_Transform(p.\"cartouche place\", {0}) as g, {0} as srid,\n    ST_Expand({1}, 0.05 * "
      "greatest(ST_XMax({1}) - ST_XMin({1}), ST_YMax({1}) - ST_YMin({1}))) as box",
      srid, box);
}

// The subject with its share in all zones it meets, also where within keeps none of them.
std::string with_part(const SqlSet& set) {
  return "select q.*, (select " + share_inside(set, "ST_Union(shape)") + " from (" + met(set) +
         ") a) as part\n    from (" + around_shape(set) + " offset 0) q";
}

std::string near(const SqlSet& set) {
  const DatabaseRows& zones = set.zones.rows;
  const bool nearest = set.predicate.kind == Predicate::Kind::nearest;
  const bool boxed = has_box(set.predicate);
  const std::string candidates =
      fmt::format("select {}, {} as metres\n    from {} z where {}{}", zone_columns(set),
                  metres_to(zones, boxed ? "q.box" : ""), zones.relation,
                  boxed ? "z." + sql_name(zones.geometry) + " && q.box" : "true", condition_of(zones, "z"));
  std::string found = "select * from (" + candidates + ") c where metres is not null";
  if (set.predicate.metres < std::numeric_limits<double>::infinity())
    found += " and metres <= " + format_shortest(set.predicate.metres);
  return nearest ? found + "\n    order by metres, k = '', k, o limit 1" : found;
}

// The point in the system of the zones, and the box that the zones sought meet. For the nearest zone its size
// comes from the distance to one that the index finds near, in whatever unit.
std::string around(const SqlSet& set) {
  const DatabaseRows& zones = set.zones.rows;
  const std::string place = place_in(set);
  if (!has_box(set.predicate)) return "select " + place + " as g";
  if (set.predicate.kind == Predicate::Kind::dwithin)
    return fmt::format("select {} as g, {} as box", place,
                       box_around(format_shortest(set.predicate.metres), zones.srid));
  std::string reach =
      fmt::format("(select {} from {} z where z.{} is not null{}\n    order by z.{} <-> {} limit 1)",
                  metres_to(zones, ""), zones.relation, sql_name(zones.geometry), condition_of(zones, "z"),
                  sql_name(zones.geometry), place);
  if (set.predicate.metres < kFarthestBox)
    reach = "least(" + reach + ", " + format_shortest(set.predicate.metres) + ")";
  return fmt::format(
      "select {0} as g, case when r.metres > {1} then ST_Expand({0}, 1e9)\n"
      "    else {2} end as box from (select {3} as metres offset 0) r",
      place, format_shortest(kFarthestBox), box_around("r.metres", zones.srid), reach);
}

}  // namespace

std::string sql_name(const std::string& name) {
  return *quoted_name(name);
}

std::string sql_text(const std::string& text) {
  return sql_literal(text, SqlDialect::postgresql).value_or("''");
}

std::string sql_expression(const Expression& expression, const std::string& alias) {
  const SqlColumns columns = [&](const std::string& column) {
    return std::optional<std::string>((alias.empty() ? "" : alias + ".") + sql_name(column));
  };
  if (auto sql = to_sql(expression, SqlDialect::postgresql, columns)) return *sql;
  throw usage_error({}, "«" + expression.text() + "» has a word that the database does not have",
                    "write it with other functions, or ask without --engine postgis");
}

std::string sql_of_set(const SqlSet& set) {
  std::string taken;
  for (std::size_t i = 0; i < set.taken.size(); ++i)
    taken += fmt::format(", (array_agg(m.t{0} order by m.k = '', m.k, m.o))[1] as t{0}", i);
  const bool points = set.points == GeometryKind::point;
  const std::string kept = !points ? shape_holders(set) : set.predicate.measures() ? near(set) : holders(set);
  std::string counted =
      "select f.*, min(k) over () <> max(k) over () as several, min(metres) over () as nearest\n    from (" +
      kept + ") f";
  if (set.overlap == Overlap::first) counted += "\n    order by k = '', k, o limit 1";
  return fmt::format(
      "  left join lateral (\n    select coalesce(string_agg(distinct m.k, '/' order by m.k) filter (where "
      "m.k <> ''),\n"
      "      min(m.k)) as keys, min(m.nearest) "
      "as metres,\n      coalesce(bool_or(m.several), false) as several{}{}\n    from ({} offset 0) q\n"
      "    {} join lateral ({}) m{}) s{} on true\n",
      points ? "" : ", max(q.part) as part", taken, points ? around(set) : with_part(set),
      points ? "cross" : "left", counted, points ? "" : " on true", set.number);
}

std::string sql_of_points(const DatabaseRows& points) {
  std::string columns;
  for (const Column& column : points.columns.columns()) columns += "r." + sql_name(column.name()) + ", ";
  columns += "r." + sql_name(points.geometry) + " as \"cartouche place\", ";
  columns += points.has_ctid ? "r.ctid as \"cartouche row\"" : "0 as \"cartouche row\"";
  std::string frames;
  for (const Territory& one : territories())
    frames += fmt::format("{}({}, {}, {}::float8, {}::float8, {}::float8, {}::float8)",
                          frames.empty() ? "" : ",\n    ", sql_text(one.code),
                          one.crs.substr(one.crs.find(':') + 1), one.extent.min.x, one.extent.max.x,
                          one.extent.min.y, one.extent.max.y);
  return fmt::format(
      "with points as (\n  select {0}\n  from {1} r where true{2}\n),\nterritoires (\"cartouche cadre\", "
      "\"cartouche srid\", "
      "\"cartouche west\", \"cartouche east\", \"cartouche south\", \"cartouche north\") as (values\n    "
      "{3}\n),\n"
      "placed as (\n  select points.*, t.*, l.\"cartouche lon_lat\",\n"
      "    ST_Transform(points.\"cartouche place\", t.\"cartouche srid\") as \"cartouche local\"\n  from "
      "points\n"
      "  cross join lateral (select ST_Transform({4}, 4326) as \"cartouche lon_lat\") "
      "l\n"
      "  left join territoires t on ST_X(l.\"cartouche lon_lat\") between \"cartouche west\" and \"cartouche "
      "east\"\n"
      "    and ST_Y(l.\"cartouche lon_lat\") between \"cartouche south\" and \"cartouche north\"\n  offset "
      "0\n)",
      columns, points.relation, condition_of(points, "r"), frames,
      points.columns.geometry()->shapes.kind() == GeometryKind::point
          ? "points.\"cartouche place\""
          : "ST_Centroid(points.\"cartouche place\")");
}

}  // namespace cartouche::query
