#pragma once
// The page templates of a style, read and checked whole when a project is opened: before any data are read,
// and whether a page uses them or not. Lengths in points, origin top left, y down.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/map/items.h"
#include "cartouche/project/project.h"

namespace cartouche::map {

/// What an item with `box: auto` asks of its place.
struct AutoPlace {
  std::optional<std::string> frame;  ///< it lies within this frame …
  std::optional<Box> within;         ///< … or this box; on the page where there is neither
  Point preferred{1, 1};             ///< of equally empty places, in shares of the area's width and height
  double clear = 3;                  ///< kept free around it
};

struct PageItem {
  std::string name;
  Location where;
  const ItemKind* kind = nullptr;  ///< its row in kItemKinds
  Box box;                         ///< of one with `place` the size that it may take, at the origin
  std::optional<AutoPlace> place;  ///< `box: auto`
  ItemOptions options;
};

struct PageTemplate {
  std::string name;
  Location where;
  double width = 0, height = 0;
  Color background{255, 255, 255, 255};
  std::vector<PageItem> items;  ///< in paint order
};

/// Reads a template's items for their kinds. Throws a usage error, at its place and with the nearest word,
/// for the first kind, key, word or name that is not what it must be.
PageTemplate read_template(const project::TemplateStyle& written, const project::Style& style);

/// A style with all its templates.
struct PageStyle {
  project::Style style;
  std::map<std::string, std::shared_ptr<const PageTemplate>> templates;

  const std::shared_ptr<const PageTemplate>& page_template(const project::LocatedText& name) const;
};
PageStyle read_templates(project::Style style);

/// Throws a usage error for the first name by which a page (its template, the items it fills, the symbols and
/// text styles of its layers) asks the style for something that is not there. resolve() relies on it.
void check_page(const project::Project& project, const project::Page& page, const PageStyle& style);

}  // namespace cartouche::map
