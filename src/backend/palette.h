#pragma once
// The few colours of an image, numbered, where it has few enough for a PNG of type 3 (ISO/IEC 15948, 11.2.3).

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "png_encoder.h"

namespace cartouche::backend {

/// Colours in the order in which they appear, row by row; a pixel is written as its colour's number.
class Palette {
 public:
  static constexpr std::size_t kMost = 256;

  /// The palette of an image, or nothing where it has more than 256 colours or is so small that the list of
  /// colours would weigh more than what it saves.
  static std::optional<Palette> of(const RgbPixels& pixels);

  /// 0x00RRGGBB each.
  const std::vector<std::uint32_t>& colours() const { return colours_; }
  /// Bits that a pixel takes: 1, 2, 4 or 8.
  unsigned depth() const;
  /// Number of a colour that is in the palette.
  std::uint8_t operator[](std::uint32_t colour) const { return numbers_[slot(colour)]; }

 private:
  static constexpr std::size_t kSlots = 1024;  // a power of two, at most a quarter full

  std::size_t slot(std::uint32_t colour) const;
  /// False where there is no room for one more.
  bool add(std::uint32_t colour);

  std::vector<std::uint32_t> colours_;
  std::array<std::uint32_t, kSlots> keys_{};  ///< colour + 1; 0 where free
  std::array<std::uint8_t, kSlots> numbers_{};
};

}  // namespace cartouche::backend
