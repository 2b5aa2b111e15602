#include "cartouche/map/page_style.h"

#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/project/walk.h"
#include "layer_words.h"

namespace cartouche::map {
namespace {

// Names that a page fills, and the frames of its template that it must fill.
class FillChecker {
 public:
  FillChecker(const project::Page& page, const PageTemplate& page_template)
      : page_(page), template_(page_template) {}

  void run() const {
    for (const auto& [name, text] : page_.texts) fills(FilledBy::texts, "texts", name, text.where);
    for (const auto& [name, figures] : page_.figure_items)
      fills(FilledBy::figures, "figures", name, figures.empty() ? page_.where : figures.front().figure.where);
    for (const auto& [name, callouts] : page_.callouts)
      fills(FilledBy::callouts, "callouts", name, callouts.where);
    for (const auto& [name, chart] : page_.charts) fills(FilledBy::charts, "charts", name, chart.where);
    for (const project::Frame& frame : page_.frames)
      fills(FilledBy::frames, "frames", frame.name.value, frame.where);
    for (const PageItem& item : template_.items)
      if (item.kind->filled_by == FilledBy::frames) require_filled(item);
  }

 private:
  // Otherwise the words that are meant for it would be lost in silence.
  void fills(FilledBy section, const std::string& word, const std::string& name,
             const Location& where) const {
    std::vector<std::string> names;
    for (const PageItem& item : template_.items) {
      const bool fits = item.kind->filled_by == section;
      if (fits) names.push_back(item.name);
      if (item.name != name) continue;
      if (fits) return;
      throw usage_error(where, "item '" + name + "' of template '" + template_.name + "' is of kind '" +
                                   std::string(item.kind->word) + "', which '" + word + "' does not fill");
    }
    throw usage_error(where, "template '" + template_.name + "' has no item '" + name + "' to fill",
                      names.empty() ? "'" + word + "' fills none of its items" : suggestion(name, names));
  }

  void require_filled(const PageItem& item) const {
    const bool filled =
        std::any_of(page_.frames.begin(), page_.frames.end(),
                    [&](const project::Frame& frame) { return frame.name.value == item.name; });
    if (!filled)
      throw usage_error(item.where,
                        "the page's template has a frame '" + item.name + "' that page '" + page_.name.value +
                            "' does not fill",
                        "add it under the page's 'frames', or take it out of the template");
  }

  const project::Page& page_;
  const PageTemplate& template_;
};

}  // namespace

const std::shared_ptr<const PageTemplate>& PageStyle::page_template(const project::LocatedText& name) const {
  return templates.at(style.page_template(name.value, name.where).name);
}

PageStyle read_templates(project::Style style) {
  PageStyle result{std::move(style), {}};
  for (const auto& [name, written] : result.style.templates)
    result.templates.emplace(name,
                             std::make_shared<const PageTemplate>(read_template(written, result.style)));
  return result;
}

void check_page(const project::Project& project, const project::Page& page, const PageStyle& style) {
  FillChecker(page, *style.page_template(page.page_template)).run();
  each_part(page, project, {.layer = [&](const project::LayerName& name) {
              check_layer(project.layer(name), style.style);
            }});
}

}  // namespace cartouche::map
