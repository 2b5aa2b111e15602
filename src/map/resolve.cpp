#include <algorithm>
#include <set>

#include "cartouche/base/words.h"
#include "cartouche/map/map.h"
#include "rows.h"

namespace cartouche::map {
namespace {

using project::LocatedText;

// Every text template the page prints, to find which figures it needs.
void collect_templates(const project::Page& page, const project::Project& project,
                       std::vector<LocatedText>& texts) {
  texts.push_back(page.title);
  if (page.alternative) texts.push_back(*page.alternative);
  for (const auto& [item, text] : page.texts) texts.push_back(text);
  for (const auto& [item, chart] : page.charts)
    if (chart.title) texts.push_back(*chart.title);
  for (const project::Frame& frame : page.frames) {
    if (frame.title) texts.push_back(*frame.title);
    for (const LocatedText& name : frame.layers) {
      const project::Layer& layer = project.layer(name);
      for (const std::optional<LocatedText>* text : {&layer.legend, &layer.legend_title})
        if (*text) texts.push_back(**text);
      if (layer.classify && layer.classify->legend) texts.push_back(*layer.classify->legend);
      for (const project::LayerClass& one : layer.classes)
        if (one.legend) texts.push_back(*one.legend);
    }
  }
}

void collect_legend(const project::Legend& legend, std::vector<LocatedText>& texts) {
  if (legend.title) texts.push_back(*legend.title);
  for (const project::LegendLayer& layer : legend.layers) {
    if (layer.title) texts.push_back(*layer.title);
    texts.insert(texts.end(), layer.texts.begin(), layer.texts.end());
  }
}

void collect_nodes(const project::Node& node, std::vector<LocatedText>& texts) {
  switch (node.kind()) {
    case project::Node::Kind::scalar:
      texts.push_back(node.located_text());
      break;
    case project::Node::Kind::list:
      for (const project::Node& item : node.items()) collect_nodes(item, texts);
      break;
    case project::Node::Kind::map:
      for (const auto& [key, value] : node.entries()) collect_nodes(value, texts);
      break;
    case project::Node::Kind::null:
      break;
  }
}

std::vector<std::string> figures_printed(const project::Page& page, const project::Project& project) {
  std::vector<LocatedText> texts;
  collect_templates(page, project, texts);
  for (const auto& [item, nodes] : page.figure_items)
    for (const project::Node& node : nodes) collect_nodes(node, texts);
  if (page.legend) collect_legend(*page.legend, texts);
  if (page.credits) collect_nodes(*page.credits, texts);
  std::set<std::string> used;
  for (const LocatedText& text : texts)
    for (std::string name : TextTemplate::names_of(text.value, text.where)) {
      if (name.ends_with(".value")) name.resize(name.size() - 6);
      used.insert(std::move(name));
    }
  std::vector<std::string> figures;
  for (const project::Figure& figure : project.figures)
    if (used.contains(figure.name.value)) figures.push_back(figure.name.value);
  return figures;
}

std::string render(const LocatedText& text, const Parameters& parameters) {
  return TextTemplate::compile(text.value, text.where, parameter_schema(parameters)).render(parameters);
}

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

  std::size_t layer(const LocatedText& name) {
    const auto found = layer_index.find(name.value);
    if (found != layer_index.end()) return found->second;
    const LayerContext context{style, tables, map.parameters, store};
    map.layers.push_back(resolve_layer(project.layer(name), context));
    return layer_index[name.value] = map.layers.size() - 1;
  }

  void frame(const project::Frame& spec) {
    Frame frame;
    frame.name = spec.name.value;
    if (!spec.extent) throw usage_error(spec.where, "frame '" + spec.name.value + "' has no extent");
    const TablePtr table = tables.at(spec.extent->table.value);
    const std::vector<Index> rows = extent_rows(*spec.extent, *table, map.parameters);
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
    frame.margin = spec.extent->margin;
    for (const LocatedText& name : spec.layers) frame.layers.push_back(layer(name));
    if (spec.title) frame.title = render(*spec.title, map.parameters);
    map.frames.push_back(std::move(frame));
  }

  void texts() {
    map.title = render(page.page->title, map.parameters);
    if (page.page->alternative) map.alternative = render(*page.page->alternative, map.parameters);
    for (const auto& [item, text] : page.page->texts) map.texts[item] = render(text, map.parameters);
    for (const auto& [item, nodes] : page.page->figure_items)
      for (const project::Node& node : nodes) {
        project::Reader in(node, "key figure");
        KeyFigure figure;
        figure.figure = render(in.text("figure"), map.parameters);
        figure.caption = render(in.text("caption"), map.parameters);
        in.finish();
        map.figure_items[item].push_back(std::move(figure));
      }
  }

  void legend() {
    if (!page.page->legend) return;
    const project::Legend& spec = *page.page->legend;
    LegendSpec legend;
    legend.where = spec.where;
    if (spec.title) legend.title = render(*spec.title, map.parameters);
    for (const project::LegendLayer& one : spec.layers) {
      LegendLayer line{layer(one.name), "", {}, one.all.value_or(spec.all)};
      line.title =
          one.title ? render(*one.title, map.parameters) : common(map.layers[line.layer]).legend_title;
      for (const LocatedText& text : one.texts) line.texts.push_back(legend_text(text, map.parameters));
      legend.layers.push_back(std::move(line));
    }
    map.legend = std::move(legend);
  }

  void credits() {
    if (!page.page->credits) return;
    project::Reader in(*page.page->credits, "credits");
    const auto part = [&](std::string_view key) {
      const auto text = in.optional_text(key);
      return text ? render(*text, map.parameters) : std::string();
    };
    map.credits = {part("made_by"), part("as_of"), part("note")};
    in.finish();
  }

  void charts() {
    for (const auto& [item, spec] : page.page->charts) {
      Chart chart = resolve_chart(item, spec, *tables.at(spec.table.value), map.parameters, map.notes);
      if (spec.title) chart.title = render(*spec.title, map.parameters);
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
    const auto words = [&](const LocatedText& text) {
      return TextTemplate::compile(text.value, text.where, schema).render(table, row, map.parameters);
    };
    one.title = words(spec.title);
    for (const LocatedText& line : spec.lines) {
      // An empty paragraph keeps its place, so that the style of the others does not shift.
      one.lines.push_back(words(line));
      record_numbers(line, table, row);
    }
    return one;
  }

  // Numbers a callout prints come from its row: the ledger says so.
  void record_numbers(const LocatedText& line, const Table& table, Index row) {
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
  const std::vector<std::string> printed = figures_printed(*page.page, project);
  if (!printed.empty()) map.figures = evaluate_figures(project, tables, page.parameters, printed);
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
