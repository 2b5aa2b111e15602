#include "png_encoder.h"

#include <libdeflate.h>

#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>

#include "palette.h"
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

std::uint32_t pixel_at(const std::uint8_t* row, std::size_t x) {
  std::uint32_t pixel;
  std::memcpy(&pixel, row + 4 * x, 4);
  return pixel & 0xFFFFFF;
}

void pack_rgb(const std::uint8_t* row, std::size_t width, std::uint8_t* to) {
  for (std::size_t x = 0; x < width; ++x, to += 3) {
    const std::uint32_t pixel = pixel_at(row, x);
    to[0] = static_cast<std::uint8_t>(pixel >> 16);
    to[1] = static_cast<std::uint8_t>(pixel >> 8);
    to[2] = static_cast<std::uint8_t>(pixel);
  }
}

/// Numbers of colours, the leftmost pixel in the highest bits; what is left over in the last byte is 0.
void pack_numbers(const std::uint8_t* row, std::size_t width, const Palette& palette, std::uint8_t* to) {
  const std::size_t a_byte = 8 / palette.depth();
  for (std::size_t x = 0; x < width; ++to) {
    unsigned byte = 0;
    for (std::size_t i = 0; i < a_byte; ++i, ++x)
      byte = byte << palette.depth() | (x < width ? palette[pixel_at(row, x)] : 0U);
    *to = static_cast<std::uint8_t>(byte);
  }
}

std::size_t row_bytes(const RgbPixels& pixels, const std::optional<Palette>& palette) {
  const auto width = static_cast<std::size_t>(pixels.width);
  return 1 + (palette ? (width * palette->depth() + 7) / 8 : 3 * width);
}

/// The rows as PNG wants them, none filtered (type 0): a drawing's even areas and edges repeat from one row
/// to the next, and the compressor looks there. Returns the number of bytes, which start at pixels.data: a
/// row of at most 3 × width + 1 bytes never reaches a pixel that has not been read.
std::size_t pack_rows(const RgbPixels& pixels, const std::optional<Palette>& palette) {
  const auto width = static_cast<std::size_t>(pixels.width);
  std::uint8_t* out = pixels.data;
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    if (palette)
      pack_numbers(row, width, *palette, out + 1);
    else
      pack_rgb(row, width, out + 1);
    *out = 0;  // last: in the first row it takes the place of the first pixel
    out += row_bytes(pixels, palette);
  }
  return static_cast<std::size_t>(out - pixels.data);
}

std::string header(const RgbPixels& pixels, const std::optional<Palette>& palette) {
  std::string data;
  put_u32(data, static_cast<std::uint32_t>(pixels.width));
  put_u32(data, static_cast<std::uint32_t>(pixels.height));
  data += static_cast<char>(palette ? palette->depth() : 8);
  data += static_cast<char>(palette ? 3 : 2);  // numbers of colours, or RGB
  data += std::string_view("\0\0\0", 3);       // deflate, adaptive filters, no interlace
  return data;
}

std::string colours(const Palette& palette) {
  std::string data;
  for (const std::uint32_t colour : palette.colours())
    for (int shift = 16; shift >= 0; shift -= 8) data += static_cast<char>(colour >> shift & 0xFF);
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
  const std::optional<Palette> palette = Palette::of(pixels);
  const std::size_t size = pack_rows(pixels, palette);
  const std::string packed = deflate_rows({pixels.data, size}, palette ? 1 : 3, row_bytes(pixels, palette));

  std::string bytes("\x89PNG\r\n\x1a\n");
  bytes.reserve(packed.size() + 1024);
  put_chunk(bytes, "IHDR", header(pixels, palette));
  put_chunk(bytes, "sRGB", std::string_view("\0", 1));  // perceptual rendering intent
  put_chunk(bytes, "pHYs", resolution(dpi));
  if (palette) put_chunk(bytes, "PLTE", colours(*palette));
  put_chunk(bytes, "IDAT", packed);
  put_chunk(bytes, "IEND", {});
  return bytes;
}

}  // namespace cartouche::backend
