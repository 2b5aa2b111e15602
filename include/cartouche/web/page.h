#pragma once
// Pages for the browser: one self-contained HTML file each, which loads nothing and whose policy forbids it
// to. The drawing is the SVG of the same display list; cards, filters and tables come from the layers'
// `data`.

#include <string>
#include <vector>

#include "cartouche/display/display_list.h"
#include "cartouche/layout/page.h"

namespace cartouche::web {

/// The whole file. `list` is the page's drawing.
std::string page_html(const layout::Page& page, display::DisplayList list);

struct Thumbnail {
  std::string title;
  std::string file;  ///< the page's file name, "annexe-53.html"
  std::string png;
  double width = 0, height = 0;  ///< of the page; any unit
};
/// A page of links with pictures. `project` names whose pages they are: "annexe.yaml".
std::string index_html(const std::string& title, const std::string& project,
                       const std::vector<Thumbnail>& pages);
/// Whether `html` is such a page of this project; one that names no project may be.
bool is_index_of(const std::string& html, const std::string& project);

}  // namespace cartouche::web
