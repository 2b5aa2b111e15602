#include "formats.h"

#include <algorithm>
#include <array>

#include "cartouche/backend/backend.h"
#include "cartouche/base/words.h"
#include "cartouche/web/page.h"
#include "companion.h"

namespace cartouche::press {
namespace {

using display::DisplayList;

std::string svg(const LaidOutPage&, const DisplayList& list, const OutputOptions& options) {
  return to_svg(list, options.text_outlines ? SvgText::outlines : SvgText::live);
}
std::string png(const LaidOutPage&, const DisplayList& list, const OutputOptions& options) {
  return to_png(list, options.dpi);
}
std::string pdf(const LaidOutPage&, const DisplayList& list, const OutputOptions&) {
  return to_pdf({PdfPage(list)}, list.title);
}
std::string html(const LaidOutPage& page, const DisplayList& list, const OutputOptions&) {
  return web::page_html(page.layout, list);
}
std::string csv(const LaidOutPage& page, const DisplayList&, const OutputOptions&) {
  return companion_csv(page);
}
std::string gpkg(const LaidOutPage& page, const DisplayList&, const OutputOptions&) {
  return companion_geopackage(page);
}

struct Row {
  Format format;
  WritePage write;
};

// The one table: a new format is a line here.
constexpr std::array<Row, 6> kTable{{
    {{"svg", "the drawing, to be finished by hand", true, Whole::nothing}, svg},
    {{"png", "an image", true, Whole::nothing}, png},
    {{"pdf", "for print; all pages make a book", true, Whole::book}, pdf},
    {{"html", "for a browser; all pages make an atlas", false, Whole::atlas}, html},
    {{"csv", "the rows drawn, as a table", true, Whole::nothing}, csv},
    {{"gpkg", "the rows drawn, with their shapes", false, Whole::nothing}, gpkg},
}};

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list;
    for (const Row& row : kTable) list.push_back(row.format);
    return list;
  }();
  return all;
}

std::vector<std::string> usual_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats())
    if (format.usual) names.emplace_back(format.name);
  return names;
}

const Format& format_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Format& format : formats()) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  throw usage_error({}, "no output format '" + name + "'", suggestion(name, names));
}

WritePage writer_of(const Format& format) {
  return std::find_if(kTable.begin(), kTable.end(),
                      [&](const Row& row) { return std::string_view(row.format.name) == format.name; })
      ->write;
}

}  // namespace cartouche::press
