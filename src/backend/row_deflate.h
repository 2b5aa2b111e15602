#pragma once
// DEFLATE (RFC 1951) for the rows of drawn images. A general compressor spends its time entering every byte
// of large even areas into its tables; here a match is looked for first where drawings have it: one pixel to
// the left and one row above.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace cartouche::backend {

/// `bytes` as a zlib stream (RFC 1950). `pixel` and `row` are the distances in bytes to the pixel on the left
/// and to the one above; a row wider than DEFLATE's window of 32 KiB is matched to the left only.
std::string deflate_rows(std::span<const std::uint8_t> bytes, std::size_t pixel, std::size_t row);

}  // namespace cartouche::backend
