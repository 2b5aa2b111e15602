// Names of a project that must stand for something in it.

#include <algorithm>
#include <set>

#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {
namespace {

class Checker {
 public:
  explicit Checker(const Project& project) : project_(project) {
    for (const TableRecipe& recipe : project.tables) tables_.push_back(recipe.name.value);
    for (const Source& source : project.sources) tables_.push_back(source.name.value);
  }

  void run() const {
    unique_tables();
    for (const Layer& layer : project_.layers) table(layer.table);
    for (const Question& question : project_.questions)
      for (const LocatedText& name : tables_of(question)) table(name);
    for (const Page& one : project_.pages) page(one);
  }

 private:
  void unique_tables() const {
    for (const TableRecipe& recipe : project_.tables)
      if (const Source* source = project_.find_source(recipe.name.value))
        throw usage_error(recipe.name.where,
                          "'" + recipe.name.value + "' is the name of a source and of a table",
                          "the source is on line " + std::to_string(source->where.line));
  }

  void table(const LocatedText& name) const {
    if (std::find(tables_.begin(), tables_.end(), name.value) == tables_.end())
      throw usage_error(name.where, "no table or source '" + name.value + "'",
                        suggestion(name.value, tables_));
  }

  void page(const Page& page) const {
    if (page.for_each) table(*page.for_each);
    std::vector<std::string> frames;
    for (const Frame& frame : page.frames) {
      frames.push_back(frame.name.value);
      if (frame.extent) table(frame.extent->table);
      for (const LocatedText& name : frame.layers) project_.layer(name);
    }
    for (const auto& [item, callouts] : page.callouts) {
      table(callouts.table);
      const auto& frame = callouts.frame;
      if (frame && std::find(frames.begin(), frames.end(), frame->value) == frames.end())
        throw usage_error(frame->where, "no frame '" + frame->value + "' on page '" + page.name.value + "'",
                          suggestion(frame->value, frames));
    }
    for (const auto& [item, chart] : page.charts) table(chart.table);
    if (page.legend)
      for (const LegendLayer& layer : page.legend->layers) project_.layer(layer.name);
  }

  const Project& project_;
  std::vector<std::string> tables_;
};

}  // namespace

void check_references(const Project& project) {
  Checker(project).run();
}

}  // namespace cartouche::project
