#include <cairo-pdf.h>

#include "byte_stream.h"
#include "cartouche/backend/backend.h"
#include "painter.h"
#include "pdf_page.h"

namespace cartouche {
namespace {

using backend::check;
using backend::ContextPtr;
using backend::SurfacePtr;

std::string draw_segments(const display::DisplayList& page, const backend::PdfOutline& outline) {
  std::string bytes;
  SurfacePtr surface(
      cairo_pdf_surface_create_for_stream(backend::append_bytes, &bytes, page.width, page.height));
  check(cairo_surface_status(surface.get()), "PDF");
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  // No date: Cairo would write the present one, and the same page must be the same bytes tomorrow.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
  backend::FontCache fonts;
  const ContextPtr context(cairo_create(surface.get()));
  backend::paint_background(context.get(), page);
  cairo_show_page(context.get());
  for (const backend::PdfSegment& segment : outline.segments) {
    cairo_save(context.get());
    paint_segment(context.get(), segment, fonts);
    cairo_restore(context.get());
    cairo_show_page(context.get());
  }
  check(cairo_status(context.get()), "PDF");
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()), "PDF");
  return bytes;
}

}  // namespace

PdfPage::PdfPage(const display::DisplayList& page) {
  auto data = std::make_shared<Data>();
  data->width = page.width;
  data->height = page.height;
  data->title = page.title;
  data->description = page.description;
  data->language = page.language;
  data->author = page.author;
  data->outline = backend::outline_of(page);
  data->drawing = draw_segments(page, data->outline);
  // The display list need not live as long as the page.
  for (backend::PdfSegment& segment : data->outline.segments) {
    segment.nodes = nullptr;
    segment.clips.clear();
  }
  data_ = std::move(data);
}

}  // namespace cartouche
