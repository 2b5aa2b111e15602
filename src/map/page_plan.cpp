#include "cartouche/map/page_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "cartouche/base/words.h"
#include "rows.h"

namespace cartouche::map {
namespace {

// A missing value keeps its column's type, so that every page's expressions check alike.
Value missing_of(Type type) {
  if (type == Type::text) return std::string();
  if (type == Type::boolean) return false;
  return std::nan("");
}

Parameters page_parameters(const Table& table, std::size_t row, Parameters parameters) {
  for (const Column& column : table.columns()) {
    Value value = column.value(row);
    if (std::holds_alternative<std::monostate>(value)) value = missing_of(column.type());
    parameters["page." + column.name()] = std::move(value);
  }
  return parameters;
}

PageInstance instance(const project::Page& page, Parameters parameters) {
  PageInstance result;
  result.page = &page;
  const Schema schema = parameter_schema(parameters);
  result.file = TextTemplate::compile(page.file.value, page.file.where, schema).render(parameters);
  if (result.file.empty() || result.file.find_first_of("/\\") != std::string::npos || result.file[0] == '.')
    throw usage_error(page.file.where, "page file name '" + result.file + "' is not a plain name");
  result.key = page.name.value;
  result.parameters = std::move(parameters);
  return result;
}

void plan_one(const project::Page& page, const Tables& tables, const Parameters& parameters,
              std::vector<PageInstance>& plan) {
  if (!page.for_each) {
    plan.push_back(instance(page, parameters));
    return;
  }
  const Table& table = *tables.at(page.for_each->value);
  const Column* key = page.key ? &table.column(page.key->value, page.key->where) : nullptr;
  for (const auto row : rows_where(table, page.for_each_filter, parameters)) {
    PageInstance one = instance(page, page_parameters(table, row, parameters));
    one.key = key ? key->text(row) : one.file;
    plan.push_back(std::move(one));
  }
}

void collect(std::set<std::string>& names, const std::optional<project::LocatedText>& text) {
  if (text) names.insert(text->value);
}

// Tables that the spatial functions of an expression ask.
void collect_asked(std::set<std::string>& names, const std::optional<project::LocatedText>& expression) {
  if (!expression) return;
  for (const std::string& name : Expression::tables_of(expression->value, expression->where))
    names.insert(name);
}

void collect_asked_by_template(std::set<std::string>& names, const project::LocatedText& text) {
  for (const std::string& name : TextTemplate::tables_of(text.value, text.where)) names.insert(name);
}

void collect_layer(std::set<std::string>& names, const project::Layer& layer) {
  names.insert(layer.table.value);
  for (const auto& expression : {layer.filter, layer.color_by, layer.group_by, layer.label_key})
    collect_asked(names, expression);
  for (const project::LayerClass& one : layer.classes) collect_asked(names, one.when);
  if (layer.classify) collect_asked(names, layer.classify->value);
  if (layer.size_by) collect_asked(names, layer.size_by->value);
  if (layer.label) collect_asked_by_template(names, *layer.label);
  if (layer.data) {
    collect_asked_by_template(names, layer.data->title);
    for (const project::DataField& field : layer.data->fields) collect_asked(names, field.value);
  }
  if (layer.link) collect_asked_by_template(names, *layer.link);
}

void collect_page(std::set<std::string>& names, const project::Page& page) {
  collect(names, page.for_each);
  collect_asked(names, page.for_each_filter);
  for (const project::Frame& frame : page.frames) {
    if (!frame.extent) continue;
    names.insert(frame.extent->table.value);
    collect_asked(names, frame.extent->filter);
  }
  for (const auto& [item, callouts] : page.callouts) {
    names.insert(callouts.table.value);
    collect_asked(names, callouts.filter);
    collect_asked_by_template(names, callouts.title);
    for (const project::LocatedText& line : callouts.lines) collect_asked_by_template(names, line);
  }
  for (const auto& [item, chart] : page.charts) {
    names.insert(chart.table.value);
    collect_asked(names, chart.filter);
    collect_asked_by_template(names, chart.label);
    for (const project::ChartSeries& series : chart.series) collect_asked(names, series.value);
  }
}

}  // namespace

Schema parameter_schema(const Parameters& parameters) {
  return Schema::of(Table(), parameters);
}

std::vector<PageInstance> plan_pages(const project::Project& project, const Tables& tables,
                                     const std::shared_ptr<const SpatialEngine>& engine) {
  std::vector<PageInstance> plan;
  Parameters parameters = parameters_of(project);
  parameters.places = std::make_shared<const Places>(Places{engine, tables});
  for (const project::Page& page : project.pages) plan_one(page, tables, parameters, plan);
  std::set<std::string> files;
  for (const PageInstance& one : plan)
    if (!files.insert(one.file).second)
      throw usage_error(one.page->file.where, "two pages are both named '" + one.file + "'",
                        "use a column that differs from row to row in the page's file name");
  return plan;
}

std::vector<PageInstance> select_pages(std::vector<PageInstance> all,
                                       const std::vector<std::string>& wanted) {
  if (wanted.empty()) return all;
  std::vector<std::string> names;
  for (const PageInstance& one : all) names.push_back(one.key);
  for (const PageInstance& one : all) {
    names.push_back(one.file);
    names.push_back(one.page->name.value);
  }
  for (const std::string& name : wanted)
    if (std::find(names.begin(), names.end(), name) == names.end())
      throw usage_error({}, "no page '" + name + "'", suggestion(name, names));
  std::vector<PageInstance> chosen;
  for (PageInstance& one : all) {
    const auto is = [&](const std::string& name) {
      return name == one.key || name == one.file || name == one.page->name.value;
    };
    if (std::any_of(wanted.begin(), wanted.end(), is)) chosen.push_back(std::move(one));
  }
  return chosen;
}

std::vector<std::string> tables_needed(const project::Project& project) {
  std::set<std::string> names;
  for (const project::Layer& layer : project.layers) collect_layer(names, layer);
  for (const project::Figure& figure : project.figures)
    if (figure.query)
      for (const std::string& name : Query::tables_of(figure.query->value, figure.query->where))
        names.insert(name);
  for (const project::Page& page : project.pages) collect_page(names, page);
  return {names.begin(), names.end()};
}

}  // namespace cartouche::map
