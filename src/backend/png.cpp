#include <fmt/format.h>

#include <cmath>

#include "cartouche/backend/backend.h"
#include "painter.h"
#include "png_encoder.h"

namespace cartouche {
namespace {

// Cairo places glyphs of an image on whole pixels. At 200 dpi half a pixel is 0.06 mm, below what is seen;
// on coarser images letters would stand unevenly.
constexpr double kFineDpi = 200;
// Cairo's images are limited to 32767 pixels a side.
constexpr double kMaxSide = 32767;

int pixel_count(double points, double dpi) {
  const double pixels = std::round(points * dpi / 72);
  if (!(pixels >= 1 && pixels <= kMaxSide))
    throw usage_error({}, fmt::format("a page of {:.0f} pt at {:g} dpi has no image size", points, dpi),
                      fmt::format("1 to {:.0f} pixels a side are possible", kMaxSide));
  return static_cast<int>(pixels);
}

}  // namespace

std::string to_png(const display::DisplayList& page, double dpi) {
  const int width = pixel_count(page.width, dpi);
  const int height = pixel_count(page.height, dpi);
  const backend::SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  backend::check(cairo_surface_status(surface.get()), "PNG");
  {
    const backend::ContextPtr context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);  // the image is opaque, whatever the background
    cairo_paint(context.get());
    cairo_scale(context.get(), dpi / 72, dpi / 72);
    backend::FontCache fonts;
    paint(context.get(), page, fonts,
          dpi < kFineDpi ? backend::GlyphMode::outlines : backend::GlyphMode::glyphs);
  }
  cairo_surface_flush(surface.get());
  return backend::encode_png({cairo_image_surface_get_data(surface.get()), width, height,
                              cairo_image_surface_get_stride(surface.get())},
                             dpi);
}

}  // namespace cartouche
