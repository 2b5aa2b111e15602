#include "png_encoder.h"

#include <libdeflate.h>

#include <cmath>
#include <cstring>
#include <string_view>

#include "row_deflate.h"

namespace cartouche::backend {
namespace {

void put_u32(std::string& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
}

/// Length, type, data and the CRC over type and data.
void put_chunk(std::string& bytes, std::string_view type, std::string_view data) {
  put_u32(bytes, static_cast<std::uint32_t>(data.size()));
  const std::size_t checked = bytes.size();
  bytes += type;
  bytes += data;
  put_u32(bytes, libdeflate_crc32(0, bytes.data() + checked, bytes.size() - checked));
}

/// The rows as PNG wants them, none filtered (type 0): a drawing's even areas and edges repeat from one row
/// to the next, and the compressor looks there. Returns the number of bytes, which start at pixels.data: a
/// row of 3 × width + 1 bytes never reaches a pixel that has not been read.
std::size_t pack_rows(const RgbPixels& pixels) {
  const auto width = static_cast<std::size_t>(pixels.width);
  std::uint8_t* out = pixels.data;
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    std::uint8_t* to = out + 1;
    for (std::size_t x = 0; x < width; ++x, to += 3) {
      std::uint32_t pixel;
      std::memcpy(&pixel, row + 4 * x, 4);
      to[0] = static_cast<std::uint8_t>(pixel >> 16);
      to[1] = static_cast<std::uint8_t>(pixel >> 8);
      to[2] = static_cast<std::uint8_t>(pixel);
    }
    *out = 0;  // last: in the first row it takes the place of the first pixel
    out = to;
  }
  return static_cast<std::size_t>(out - pixels.data);
}

std::string header(const RgbPixels& pixels) {
  std::string data;
  put_u32(data, static_cast<std::uint32_t>(pixels.width));
  put_u32(data, static_cast<std::uint32_t>(pixels.height));
  data +=
      std::string_view("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB, deflate, adaptive filters, no interlace
  return data;
}

std::string resolution(double dpi) {
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  std::string data;
  put_u32(data, per_metre);
  put_u32(data, per_metre);
  data += '\x01';  // the unit is the metre
  return data;
}

}  // namespace

std::string encode_png(const RgbPixels& pixels, double dpi) {
  const std::size_t size = pack_rows(pixels);
  const std::string packed =
      deflate_rows({pixels.data, size}, 3, 3 * static_cast<std::size_t>(pixels.width) + 1);

  std::string bytes("\x89PNG\r\n\x1a\n");
  bytes.reserve(packed.size() + 256);
  put_chunk(bytes, "IHDR", header(pixels));
  put_chunk(bytes, "sRGB", std::string_view("\0", 1));  // perceptual rendering intent
  put_chunk(bytes, "pHYs", resolution(dpi));
  put_chunk(bytes, "IDAT", packed);
  put_chunk(bytes, "IEND", {});
  return bytes;
}

}  // namespace cartouche::backend
