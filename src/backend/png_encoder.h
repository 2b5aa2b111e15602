#pragma once
// PNG files, ISO/IEC 15948: sRGB, with physical resolution; numbers of a palette's colours where the image
// has at most 256, else 8-bit RGB.

#include <cstdint>
#include <string>

namespace cartouche::backend {

/// Pixels as Cairo keeps them in RGB24: 32 bits each, native order, 0x00RRGGBB. The buffer is the encoder's
/// to overwrite: filtered rows take the place of pixels already read, which halves the memory of a page.
struct RgbPixels {
  std::uint8_t* data = nullptr;
  int width = 0, height = 0;
  int stride = 0;  ///< bytes from row to row, at least 4 × width
};

/// The whole file. The same pixels give the same bytes.
std::string encode_png(const RgbPixels& pixels, double dpi);

}  // namespace cartouche::backend
