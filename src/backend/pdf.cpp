#include <cairo-pdf.h>
#include <fmt/format.h>

#include "byte_stream.h"
#include "cartouche/backend/backend.h"
#include "painter.h"

namespace cartouche {
namespace {

using backend::append_bytes;
using backend::check;
using backend::ContextPtr;
using backend::SurfacePtr;

void set_metadata(cairo_surface_t* surface, cairo_pdf_metadata_t field, const std::string& value) {
  if (!value.empty()) cairo_pdf_surface_set_metadata(surface, field, value.c_str());
}

void add_page(cairo_t* context, const display::DisplayList& page, std::size_t number, bool bookmark,
              backend::FontCache& fonts) {
  cairo_surface_t* surface = cairo_get_target(context);
  cairo_pdf_surface_set_size(surface, page.width, page.height);
  cairo_save(context);
  backend::paint(context, page, fonts, backend::GlyphMode::text);
  cairo_restore(context);
  cairo_pdf_surface_set_page_label(surface, fmt::format("{}", number).c_str());
  if (bookmark) {
    const std::string target = fmt::format("page={} pos=[0 0]", number);
    cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, page.title.c_str(), target.c_str(),
                                  cairo_pdf_outline_flags_t{});
  }
  cairo_show_page(context);
}

}  // namespace

std::string to_pdf(const std::vector<const display::DisplayList*>& pages, const std::string& title) {
  std::string bytes;
  const double width = pages.empty() ? 0 : pages.front()->width;
  const double height = pages.empty() ? 0 : pages.front()->height;
  SurfacePtr surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, width, height));
  check(cairo_surface_status(surface.get()), "PDF");
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title);
  if (!pages.empty()) {
    set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, pages.front()->author);
    set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, pages.front()->description);
  }
  set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Cartouche");
  // No date: Cairo would write the present one, and the same page must be the same bytes tomorrow.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);

  backend::FontCache fonts;
  const ContextPtr context(cairo_create(surface.get()));
  for (std::size_t i = 0; i < pages.size(); ++i)
    add_page(context.get(), *pages[i], i + 1, pages.size() > 1, fonts);
  check(cairo_status(context.get()), "PDF");
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()), "PDF");
  return bytes;
}

}  // namespace cartouche
