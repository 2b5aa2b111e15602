// Names of a project that must stand for something in it.

#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/project/walk.h"
#include "parse.h"

namespace cartouche::project {
namespace {

class Checker {
 public:
  explicit Checker(const Project& project) : project_(project), tables_(project.table_names()) {}

  void run() const {
    unique_tables();
    PartVisitor named;
    named.table = [&](const TableName& name) { table(name); };
    named.layer = [&](const LayerName& name) { project_.layer(name); };
    each_part(project_, named);
    for (const Page& page : project_.pages) frames_of_callouts(page);
  }

 private:
  void unique_tables() const {
    for (const TableRecipe& recipe : project_.tables)
      if (const Source* source = project_.find_source(recipe.name.value))
        throw usage_error(recipe.name.where,
                          "'" + recipe.name.value + "' is the name of a source and of a table",
                          "the source is on line " + std::to_string(source->where.line));
  }

  void table(const TableName& name) const {
    if (std::find(tables_.begin(), tables_.end(), name.value) == tables_.end())
      throw usage_error(name.where, "no table or source '" + name.value + "'",
                        suggestion(name.value, tables_));
  }

  void frames_of_callouts(const Page& page) const {
    std::vector<std::string> frames;
    for (const Frame& frame : page.frames) frames.push_back(frame.name.value);
    for (const auto& [item, callouts] : page.callouts) {
      const auto& frame = callouts.frame;
      if (frame && std::find(frames.begin(), frames.end(), frame->value) == frames.end())
        throw usage_error(frame->where, "no frame '" + frame->value + "' on page '" + page.name.value + "'",
                          suggestion(frame->value, frames));
    }
  }

  const Project& project_;
  std::vector<std::string> tables_;
};

}  // namespace

void check_references(const Project& project) {
  Checker(project).run();
}

}  // namespace cartouche::project
