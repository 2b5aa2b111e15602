#include "image_surface.h"

#include <cstring>

#include "byte_stream.h"

namespace cartouche::backend {

SurfacePtr image_surface(const display::Pixels& pixels) {
  SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
  check(cairo_surface_status(surface.get()), "image");
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::uint8_t* from = pixels.rgba.data();
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x, from += 4) {
      const std::uint32_t a = from[3];
      const auto times_alpha = [a](std::uint32_t c) { return (c * a + 127) / 255; };
      const std::uint32_t value =
          a << 24 | times_alpha(from[0]) << 16 | times_alpha(from[1]) << 8 | times_alpha(from[2]);
      std::memcpy(rows + static_cast<std::ptrdiff_t>(y) * stride + x * 4, &value, sizeof value);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

std::string image_png(const display::Pixels& pixels) {
  std::string bytes;
  check(cairo_surface_write_to_png_stream(image_surface(pixels).get(), append_bytes, &bytes), "image");
  return bytes;
}

}  // namespace cartouche::backend
