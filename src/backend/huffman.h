#pragma once
// Length-limited Huffman codes as DEFLATE uses them (RFC 1951, section 3.2.2).

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::backend {

struct HuffmanCode {
  std::vector<std::uint8_t> lengths;  ///< bits of each symbol's code; 0 = not used
  std::vector<std::uint16_t> bits;    ///< the code, reversed: first bit lowest, as it is written
};

/// A code of at most `max_length` bits; a single used symbol gets one bit. Symbols of one frequency are
/// ordered by value, so equal counts give equal codes.
HuffmanCode huffman_code(std::span<const std::uint32_t> frequencies, int max_length);

}  // namespace cartouche::backend
