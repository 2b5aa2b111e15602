#include "palette.h"

#include <cstring>

namespace cartouche::backend {

std::size_t Palette::slot(std::uint32_t colour) const {
  // Fibonacci hashing: the upper bits of the product with 2^32 over the golden ratio.
  std::size_t at = colour * 0x9E3779B1U >> 22;
  while (keys_[at] != 0 && keys_[at] != colour + 1) at = (at + 1) % kSlots;
  return at;
}

bool Palette::add(std::uint32_t colour) {
  const std::size_t at = slot(colour);
  if (keys_[at] != 0) return true;
  if (colours_.size() == kMost) return false;
  keys_[at] = colour + 1;
  numbers_[at] = static_cast<std::uint8_t>(colours_.size());
  colours_.push_back(colour);
  return true;
}

std::optional<Palette> Palette::of(const RgbPixels& pixels) {
  Palette palette;
  std::uint32_t last = 0xFFFFFFFF;  // no colour: those have 24 bits
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    for (int x = 0; x < pixels.width; ++x, row += 4) {
      std::uint32_t pixel;
      std::memcpy(&pixel, row, 4);
      pixel &= 0xFFFFFF;
      if (pixel == last) continue;
      if (!palette.add(pixel)) return std::nullopt;
      last = pixel;
    }
  }
  // Three bytes a colour, and twelve for the chunk, against two bytes a pixel before compression.
  const std::size_t pixel_count =
      static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
  if (3 * palette.colours_.size() + 12 >= 2 * pixel_count) return std::nullopt;
  return palette;
}

unsigned Palette::depth() const {
  if (colours_.size() <= 2) return 1;
  if (colours_.size() <= 4) return 2;
  return colours_.size() <= 16 ? 4 : 8;
}

}  // namespace cartouche::backend
