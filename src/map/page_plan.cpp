#include "cartouche/map/page_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "cartouche/base/output_plan.h"
#include "cartouche/base/words.h"
#include "cartouche/map/figures.h"
#include "code.h"
#include "needs.h"

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

// Makes the pages of one entry of `pages`.
class Planner {
 public:
  Planner(const project::Page& page, const project::Project& project, const Tables& tables,
          const Parameters& parameters)
      : page_(page),
        project_(project),
        tables_(tables),
        parameters_(parameters),
        figures_of_file_(
            figures_named({project::CodeKind::text, page.file.value, page.file.where}, project, tables)) {}

  void run(std::vector<PageInstance>& plan) const {
    if (!page_.for_each) {
      plan.push_back(instance(parameters_));
      return;
    }
    const Table& table = *tables_.at(page_.for_each->table.value);
    const Column* key = page_.key ? &table.column(page_.key->value, page_.key->where) : nullptr;
    for (const auto row : rows(table)) {
      PageInstance one = instance(page_parameters(table, row, parameters_));
      one.key = key ? key->text(row) : one.file;
      plan.push_back(std::move(one));
    }
  }

 private:
  std::vector<GeometryArray::Index> rows(const Table& table) const {
    const auto& filter = page_.for_each->filter;
    if (!filter) return rows_where(table, filter, parameters_);
    const project::CodeRef code{project::CodeKind::expression, filter->value, filter->where,
                                &page_.for_each->table};
    return rows_where(table, filter, with(figures_named(code, project_, tables_), parameters_));
  }

  Parameters with(const std::vector<std::string>& figures, const Parameters& parameters) const {
    return with_figures(parameters, evaluate_figures(project_, tables_, parameters, figures));
  }

  PageInstance instance(Parameters parameters) const {
    PageInstance result;
    result.page = &page_;
    result.file = printed(page_.file, with(figures_of_file_, parameters));
    require_plain_name(result.file, "a page of '" + page_.name.value + "'", page_.file.where);
    result.key = page_.name.value;
    result.parameters = std::move(parameters);
    return result;
  }

  const project::Page& page_;
  const project::Project& project_;
  const Tables& tables_;
  const Parameters& parameters_;
  std::vector<std::string> figures_of_file_;
};

}  // namespace

Schema parameter_schema(const Parameters& parameters) {
  return Schema::of(Table(), parameters);
}

std::vector<PageInstance> plan_pages(const project::Project& project, const Tables& tables,
                                     const std::shared_ptr<const SpatialEngine>& engine) {
  std::vector<PageInstance> plan;
  Parameters parameters = parameters_of(project);
  parameters.places = std::make_shared<const Places>(Places{engine, tables});
  for (const project::Page& page : project.pages) Planner(page, project, tables, parameters).run(plan);
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

}  // namespace cartouche::map
