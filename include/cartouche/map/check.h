#pragma once
// Wrong words of a project, found before any data is read: all of them, also of layers, figures and classes
// that no page uses. What depends on columns and their types is found when a page is resolved.

#include <map>
#include <string>

#include "cartouche/map/page_style.h"
#include "cartouche/project/project.h"

namespace cartouche::map {

/// Throws a usage error for the first piece of code of figures, layers, questions and pages that cannot be
/// right (syntax, functions, tables, parameters, figures), and for coordinate reference systems that are
/// none. Steps of tables are checked by check_steps(), totals of questions by module query.
void check_code(const project::Project& project);

/// The same for the symbols, text styles, palettes and ways to find classes of layers that no page draws: one
/// of the pages' styles must have them. Of layers that are drawn, check_page() looks at the page's style.
void check_undrawn_layers(const project::Project& project, const std::map<std::string, PageStyle>& styles);

}  // namespace cartouche::map
