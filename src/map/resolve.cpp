#include <algorithm>

#include "cartouche/map/map.h"
#include "code.h"
#include "needs.h"

namespace cartouche::map {
namespace {

// The longitude–latitude box of rows of a table, for `crs: auto`.
Box lon_lat_box(const GeometryColumn& geometry, const std::vector<Index>& rows) {
  Box box;
  for (const Index row : rows) box.extend(geometry.shapes.box(row));
  if (box.empty() || geometry.crs.is_geographic()) return box;
  return transformed(box, Transform(geometry.crs, Crs::from_text("EPSG:4326")));
}

std::vector<Index> extent_rows(const project::ExtentOf& extent, const Table& table,
                               const Parameters& parameters) {
  if (!table.geometry())
    throw usage_error(extent.table.where, "table '" + table.name() + "' has no geometry to give an extent");
  std::vector<Index> rows = rows_where(table, extent.filter, parameters);
  std::erase_if(rows, [&](Index row) { return table.geometry()->shapes.is_missing(row); });
  if (rows.empty())
    throw data_error(extent.filter ? extent.filter->where : extent.where,
                     "the extent of the frame is empty: no row of '" + table.name() + "' with geometry" +
                         (extent.filter ? " where " + extent.filter->value : ""));
  return rows;
}

// Vertices that decide the extent: those of the feature parts, so that a round frame can fit them closely.
std::vector<Point> outline_points(const GeometryArray& shapes, const std::vector<Index>& rows) {
  std::vector<Point> points;
  for (const Index row : rows) {
    if (shapes.kind() == GeometryKind::point) {
      points.push_back(shapes.points()[row]);
      continue;
    }
    for (Index part = shapes.part_begin(row); part < shapes.part_end(row); ++part)
      for (const Point p : shapes.ring(shapes.ring_begin(part))) points.push_back(p);
  }
  std::erase_if(points, [](Point p) { return is_missing(p); });
  return points;
}

struct Resolver {
  const project::Project& project;
  const project::Style& style;
  const Tables& tables;
  const PageInstance& page;
  GeometryStore& store;
  Map map;
  std::map<std::string, std::size_t> layer_index;

  std::size_t layer(const project::LayerName& name) {
    const auto found = layer_index.find(name.value);
    if (found != layer_index.end()) return found->second;
    const LayerContext context{style, tables, map.parameters, store, map.notes};
    map.layers.push_back(resolve_layer(project.layer(name), context));
    return layer_index[name.value] = map.layers.size() - 1;
  }

  void frame(const project::Frame& spec) {
    Frame frame;
    frame.name = spec.name.value;
    const TablePtr table = tables.at(spec.extent.table.value);
    const std::vector<Index> rows = extent_rows(spec.extent, *table, map.parameters);
    frame.crs = spec.crs.value == "auto" ? local_crs(lon_lat_box(*table->geometry(), rows))
                                         : Crs::from_text(spec.crs.value, spec.crs.where);
    const auto prepared = store.get(table, frame.crs);
    frame.outline = outline_points(prepared->shapes, rows);
    for (const Point p : frame.outline) frame.extent.extend(p);
    if (frame.extent.empty())
      throw data_error(spec.where, "frame '" + spec.name.value + "': the extent lies outside the area of " +
                                       frame.crs.definition());
    if (prepared->shapes.kind() == GeometryKind::polygon)
      frame.area = std::make_shared<const GeometryArray>(prepared->shapes.take(rows));
    frame.margin = spec.extent.margin;
    for (const project::LayerName& name : spec.layers) frame.layers.push_back(layer(name));
    if (spec.title) frame.title = printed(*spec.title, map.parameters);
    map.frames.push_back(std::move(frame));
  }

  void texts() {
    map.title = printed(page.page->title, map.parameters);
    if (page.page->alternative) map.alternative = printed(*page.page->alternative, map.parameters);
    for (const auto& [item, text] : page.page->texts) map.texts[item] = printed(text, map.parameters);
    for (const auto& [item, figures] : page.page->figure_items)
      for (const project::KeyFigure& one : figures)
        map.figure_items[item].push_back(
            {printed(one.figure, map.parameters), printed(one.caption, map.parameters)});
  }

  void legend() {
    if (!page.page->legend) return;
    const project::Legend& spec = *page.page->legend;
    LegendSpec legend;
    legend.where = spec.where;
    if (spec.title) legend.title = printed(*spec.title, map.parameters);
    for (const project::LegendLayer& one : spec.layers) {
      LegendLayer line{layer(one.name), "", {}, one.all.value_or(spec.all)};
      line.title =
          one.title ? printed(*one.title, map.parameters) : common(map.layers[line.layer]).legend_title;
      for (const project::LegendTemplateText& text : one.texts)
        line.texts.push_back(legend_text(text, map.parameters));
      legend.layers.push_back(std::move(line));
    }
    map.legend = std::move(legend);
  }

  void credits() {
    if (!page.page->credits) return;
    const auto part = [&](const std::optional<project::TemplateText>& text) {
      return text ? printed(*text, map.parameters) : std::string();
    };
    const project::Credits& spec = *page.page->credits;
    map.credits = {part(spec.made_by), part(spec.as_of), part(spec.note)};
  }

  void charts() {
    for (const auto& [item, spec] : page.page->charts) {
      Chart chart = resolve_chart(item, spec, *tables.at(spec.table.value), map.parameters, map.notes);
      if (spec.title) chart.title = printed(*spec.title, map.parameters);
      map.charts.push_back(std::move(chart));
    }
  }

  void callouts() {
    for (const auto& [item, spec] : page.page->callouts) {
      const Table& table = *tables.at(spec.table.value);
      if (!table.geometry() || table.geometry()->shapes.kind() != GeometryKind::point)
        throw usage_error(spec.table.where,
                          "callouts need a table of points; '" + table.name() + "' is none");
      CalloutSet set{item, std::nullopt, {}};
      if (spec.frame) set.frame = spec.frame->value;
      const Schema schema = Schema::of(table, map.parameters);
      const std::vector<Index> rows = rows_where(table, spec.filter, map.parameters);
      const Transform to_lon_lat(table.geometry()->crs, Crs::from_text("EPSG:4326"));
      for (const Index row : rows) set.callouts.push_back(callout(spec, table, row, schema, to_lon_lat));
      map.callouts.push_back(std::move(set));
    }
  }

  Callout callout(const project::Callouts& spec, const Table& table, Index row, const Schema& schema,
                  const Transform& to_lon_lat) {
    Callout one;
    one.id = table.row_id(row);
    one.place = to_lon_lat(table.geometry()->shapes.points()[row]);
    const auto words = [&](const project::RowTemplateText& text) {
      return row_template(text, schema).render(table, row, map.parameters);
    };
    one.title = words(spec.title);
    for (const project::RowTemplateText& line : spec.lines) {
      // An empty paragraph keeps its place, so that the style of the others does not shift.
      one.lines.push_back(words(line));
      record_numbers(line, table, row);
    }
    return one;
  }

  // Numbers a callout prints come from its row: the ledger says so.
  void record_numbers(const project::RowTemplateText& line, const Table& table, Index row) {
    for (const std::string& name : TextTemplate::names_of(line.value, line.where)) {
      const Column* column = table.find(name);
      if (!column || column->type() == Type::text || column->type() == Type::boolean ||
          !column->is_valid(row))
        continue;
      Figure figure;
      figure.name = table.name() + "." + table.row_id(row) + "." + name;
      figure.value = column->number(row);
      figure.declared = figure.value;
      figure.text = format_figure(*figure.value, -1, "");
      figure.source = "table " + table.name();
      figure.table = table.name();
      figure.rows = {table.row_id(row)};
      map.figures.emplace(figure.name, std::move(figure));
    }
  }
};

}  // namespace

bool in_legend(const Map& map, std::size_t layer) {
  return map.legend && std::any_of(map.legend->layers.begin(), map.legend->layers.end(),
                                   [&](const LegendLayer& one) { return one.layer == layer; });
}

bool prints(const Map& map, const PageItem& item) {
  const auto fills = [&](const auto& one) { return one.item == item.name; };
  switch (item.kind->filled_by) {
    case FilledBy::texts:
      return map.texts.contains(item.name);
    case FilledBy::figures:
      return map.figure_items.contains(item.name);
    case FilledBy::callouts:
      return std::any_of(map.callouts.begin(), map.callouts.end(), fills);
    case FilledBy::charts:
      return std::any_of(map.charts.begin(), map.charts.end(), fills);
    case FilledBy::legend:
      return map.legend.has_value();
    case FilledBy::frames:
    case FilledBy::nothing:
      break;
  }
  return true;
}

Map resolve(const project::Project& project, const PageStyle& style, const Tables& tables,
            const PageInstance& page, GeometryStore& store) {
  Resolver resolver{project, style.style, tables, page, store, {}, {}};
  Map& map = resolver.map;
  map.file = page.file;
  map.key = page.key;
  map.style = &style.style;
  map.page = style.page_template(page.page->page_template);
  map.figures =
      evaluate_figures(project, tables, page.parameters, figures_needed(*page.page, project, tables));
  map.parameters = with_figures(page.parameters, map.figures);
  resolver.texts();
  for (const project::Frame& frame : page.page->frames) resolver.frame(frame);
  resolver.legend();
  resolver.credits();
  resolver.callouts();
  resolver.charts();
  for (const project::PageMoves& one : page.page->moves)
    if (one.file.value == page.file) map.moves = one.moves;
  return std::move(resolver.map);
}

}  // namespace cartouche::map
