#include "page_formats.h"

#include "cartouche/base/words.h"
#include "cartouche/web/page.h"
#include "companion.h"

namespace cartouche::cli {
namespace {

/// Formats made of more than the drawing: the registry, one line each.
struct PageFormat {
  const char* name;
  std::string (*write)(const LaidOutPage& page, const display::DisplayList& list);
};

std::string html(const LaidOutPage& page, const display::DisplayList& list) {
  return web::page_html(page.layout, list);
}
std::string csv(const LaidOutPage& page, const display::DisplayList&) {
  return companion_csv(page);
}
std::string gpkg(const LaidOutPage& page, const display::DisplayList&) {
  return companion_geopackage(page);
}

constexpr PageFormat kFormats[] = {{"html", html}, {"csv", csv}, {"gpkg", gpkg}};

}  // namespace

PageWriter writer_named(const std::string& name) {
  std::vector<std::string> names;
  for (const PageFormat& format : kFormats) {
    if (format.name == name)
      return [write = format.write](const LaidOutPage& page, const display::DisplayList& list,
                                    const OutputOptions&) { return write(page, list); };
    names.emplace_back(format.name);
  }
  for (const OutputFormat& format : output_formats()) {
    if (format.name == name)
      return [write = format.write](const LaidOutPage&, const display::DisplayList& list,
                                    const OutputOptions& options) { return write(list, options); };
    names.emplace_back(format.name);
  }
  throw usage_error({}, "no output format '" + name + "'", suggestion(name, names));
}

}  // namespace cartouche::cli
