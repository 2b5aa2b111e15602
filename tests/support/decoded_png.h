#pragma once
// A PNG read back by Cairo's own reader.

#include <cairo.h>
#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace cartouche::testing {

class DecodedPng {
 public:
  explicit DecodedPng(const std::string& png) : rest_(png) {
    surface_.reset(cairo_image_surface_create_from_png_stream(read, this));
    EXPECT_EQ(cairo_surface_status(surface_.get()), CAIRO_STATUS_SUCCESS);
  }
  int width() const { return cairo_image_surface_get_width(surface_.get()); }
  int height() const { return cairo_image_surface_get_height(surface_.get()); }
  cairo_surface_t* surface() const { return surface_.get(); }
  /// 0xRRGGBB.
  unsigned at(int x, int y) const {
    const unsigned char* row =
        cairo_image_surface_get_data(surface_.get()) +
        static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_.get());
    unsigned pixel = 0;
    std::memcpy(&pixel, row + 4 * x, 4);
    return pixel & 0xFFFFFF;
  }

 private:
  static cairo_status_t read(void* self, unsigned char* to, unsigned length) {
    std::string_view& rest = static_cast<DecodedPng*>(self)->rest_;
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
  }
  struct Destroy {
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
  };
  std::string_view rest_;
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
};

}  // namespace cartouche::testing
