#include <algorithm>
#include <set>

#include "cartouche/crs/crs.h"
#include "cartouche/map/check.h"
#include "cartouche/map/layer.h"
#include "code.h"

namespace cartouche::map {
namespace {

using project::CodeKind;
using project::CodeRef;

bool sees_row(CodeKind kind) {
  return kind == CodeKind::expression || kind == CodeKind::row_text;
}

class CodeCheck {
 public:
  explicit CodeCheck(const project::Project& project) : project_(project), tables_(project.table_names()) {
    for (const auto& [name, value] : project.parameters) parameters_.push_back("param." + name);
    figures_ = parameters_;
    for (const project::Figure& figure : project.figures) {
      figures_.push_back(figure.name.value);
      figures_.push_back(figure.name.value + ".value");
    }
    for (const project::Page& page : project.pages) some_page_has_row_ |= page.for_each.has_value();
  }

  void run() const {
    for (const project::Figure& figure : project_.figures)
      each_part(figure, check_with(parameters_, some_page_has_row_));
    for (const project::Question& question : project_.questions)
      each_part(question, check_with(parameters_, false));
    std::set<std::string> drawn;
    for (const project::Page& page : project_.pages) {
      check_page(page);
      each_part(page, project_, {.layer = [&](const project::LayerName& name) { drawn.insert(name.value); }});
    }
    for (const project::Layer& layer : project_.layers)
      if (!drawn.contains(layer.name.value)) each_part(layer, check_with(figures_, true));
  }

 private:
  void check_page(const project::Page& page) const {
    // The pages' rows are not known yet where they are chosen.
    if (page.for_each && page.for_each->filter) {
      const project::ExpressionText& filter = *page.for_each->filter;
      check({CodeKind::expression, filter.value, filter.where}, {figures_, tables_, true, false});
    }
    each_part(page, project_, check_with(figures_, page.for_each.has_value()));
  }

  project::PartVisitor check_with(const std::vector<std::string>& names, bool has_page) const {
    return {.code = [this, &names, has_page](const CodeRef& code) {
      Vocabulary known{names, tables_, sees_row(code.kind), has_page};
      if (code.kind == CodeKind::legend_text)
        known.names.insert(known.names.end(), kLegendNames.begin(), kLegendNames.end());
      check(code, known);
    }};
  }

  const project::Project& project_;
  std::vector<std::string> tables_, parameters_, figures_;  // figures_: with the parameters
  bool some_page_has_row_ = false;
};

void check_systems(const project::Project& project) {
  const auto check = [](const project::LocatedText& crs) { Crs::from_text(crs.value, crs.where); };
  for (const project::Source& source : project.sources)
    if (source.crs) check(*source.crs);
  for (const project::Question& question : project.questions)
    if (question.crs) check(*question.crs);
  for (const project::Page& page : project.pages)
    for (const project::Frame& frame : page.frames)
      if (frame.crs.value != "auto") check(frame.crs);
}

}  // namespace

void check_code(const project::Project& project) {
  CodeCheck(project).run();
  check_systems(project);
}

}  // namespace cartouche::map
