#include "needs.h"

#include <algorithm>
#include <set>

#include "cartouche/map/layer.h"
#include "cartouche/map/page_plan.h"
#include "code.h"

namespace cartouche::map {
namespace {

using project::CodeRef;

// Gathers the figures that code names.
class FiguresNamed {
 public:
  /// Without tables, a name that may be a column counts as a figure too.
  FiguresNamed(const project::Project& project, const Tables* tables) : project_(project), tables_(tables) {}

  void add(const CodeRef& code) {
    for (std::string& name : names_in(code)) {
      if (is_column(code, name) || is_of_legend(code, name)) continue;
      if (name.ends_with(".value")) name.resize(name.size() - std::string_view(".value").size());
      names_.insert(std::move(name));
    }
  }

  std::vector<const project::Figure*> figures() const {
    std::vector<const project::Figure*> found;
    for (const project::Figure& figure : project_.figures)
      if (names_.contains(figure.name.value)) found.push_back(&figure);
    return found;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const project::Figure* figure : figures()) found.push_back(figure->name.value);
    return found;
  }

 private:
  bool is_column(const CodeRef& code, const std::string& name) const {
    if (!code.rows || !tables_) return false;
    const auto table = tables_->find(code.rows->value);
    return table != tables_->end() && table->second->find(name) != nullptr;
  }
  static bool is_of_legend(const CodeRef& code, const std::string& name) {
    return code.kind == project::CodeKind::legend_text &&
           std::find(kLegendNames.begin(), kLegendNames.end(), name) != kLegendNames.end();
  }

  const project::Project& project_;
  const Tables* tables_;
  std::set<std::string> names_;
};

void add_tables_of(const project::Page& page, const project::Project& project,
                   std::set<std::string>& tables) {
  FiguresNamed figures(project, nullptr);
  project::PartVisitor visit;
  visit.table = [&](const project::TableName& table) { tables.insert(table.value); };
  visit.code = [&](const CodeRef& code) {
    for (std::string& table : tables_in(code)) tables.insert(std::move(table));
    figures.add(code);
  };
  each_part(page, project, visit);
  visit.code = [&](const CodeRef& code) {
    for (std::string& table : tables_in(code)) tables.insert(std::move(table));
  };
  for (const project::Figure* figure : figures.figures()) each_part(*figure, visit);
}

}  // namespace

std::vector<std::string> figures_needed(const project::Page& page, const project::Project& project,
                                        const Tables& tables) {
  FiguresNamed figures(project, &tables);
  each_part(page, project, {.code = [&](const CodeRef& code) { figures.add(code); }});
  return figures.names();
}

std::vector<std::string> figures_named(const CodeRef& code, const project::Project& project,
                                       const Tables& tables) {
  FiguresNamed figures(project, &tables);
  figures.add(code);
  return figures.names();
}

std::vector<std::string> tables_needed(const project::Project& project) {
  std::set<std::string> tables;
  for (const project::Page& page : project.pages) add_tables_of(page, project, tables);
  return {tables.begin(), tables.end()};
}

}  // namespace cartouche::map
