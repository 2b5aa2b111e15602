#include "../../src/backend/row_deflate.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "../../src/backend/huffman.h"

namespace cartouche::backend {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// What libdeflate makes of a zlib stream.
Bytes inflated(const std::string& stream, std::size_t size) {
  Bytes bytes(size);
  libdeflate_decompressor* one = libdeflate_alloc_decompressor();
  std::size_t got = 0;
  const libdeflate_result result =
      libdeflate_zlib_decompress(one, stream.data(), stream.size(), bytes.data(), size, &got);
  libdeflate_free_decompressor(one);
  EXPECT_EQ(result, LIBDEFLATE_SUCCESS);
  EXPECT_EQ(got, size);
  return bytes;
}

struct Random {
  std::uint32_t state;
  std::uint32_t operator()(std::uint32_t below) {
    return ((state = state * 1664525 + 1013904223) >> 8) % below;
  }
};

TEST(DeflateRows, IsReadBackAsItWas) {
  for (const std::size_t size : {0, 1, 2, 3, 4, 257, 258, 259, 260, 261, 262, 516, 517, 5000}) {
    for (const std::uint32_t values : {1, 2, 3, 256}) {
      Random random{static_cast<std::uint32_t>(size) + values};
      Bytes bytes(size);
      for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random(values));
      EXPECT_EQ(inflated(deflate_rows(bytes, 3, 100), size), bytes) << size << ' ' << values;
    }
  }
}

TEST(DeflateRows, IsReadBackOverManyBlocksAndRuns) {
  Random random{7};
  Bytes bytes;
  while (bytes.size() < 1'000'000) {
    const std::size_t run = random(8) == 0 ? random(3000) : random(4);
    const auto value = static_cast<std::uint8_t>(random(256));
    bytes.insert(bytes.end(), run, value);
    if (random(5) == 0 && bytes.size() > 40000)  // repeats of what lies inside and outside the window
      for (std::size_t i = 0, from = bytes.size() - 1 - random(39999); i < 50; ++i)
        bytes.push_back(bytes[from + i]);
  }
  for (const std::size_t row : {301, 32768, 32769, 90000})
    EXPECT_EQ(inflated(deflate_rows(bytes, 3, row), bytes.size()), bytes) << row;
}

TEST(DeflateRows, AnEvenAreaCostsNextToNothing) {
  const Bytes white(3'000'000, 255);
  EXPECT_LT(deflate_rows(white, 3, 3001).size(), white.size() / 500);
}

/// Sum of 2^-length: 1 where the code fills its space.
double kraft(const HuffmanCode& code) {
  double sum = 0;
  for (const std::uint8_t length : code.lengths)
    if (length != 0) sum += std::ldexp(1.0, -length);
  return sum;
}

TEST(HuffmanCode, FillsItsSpaceWithinTheLimit) {
  std::vector<std::uint32_t> fibonacci{1, 1};  // the deepest tree there is
  while (fibonacci.size() < 30) fibonacci.push_back(fibonacci.back() + fibonacci[fibonacci.size() - 2]);
  for (const int limit : {5, 7, 15}) {
    const HuffmanCode code = huffman_code(fibonacci, limit);
    EXPECT_EQ(kraft(code), 1) << limit;
    EXPECT_LE(*std::max_element(code.lengths.begin(), code.lengths.end()), limit);
    EXPECT_GE(code.lengths.front(), code.lengths.back());
  }
}

TEST(HuffmanCode, OfOneSymbolHasOneBitAndOfNoneNothing) {
  EXPECT_EQ(huffman_code(std::vector<std::uint32_t>{0, 5, 0}, 15).lengths, (Bytes{0, 1, 0}));
  EXPECT_EQ(huffman_code(std::vector<std::uint32_t>{0, 0}, 15).lengths, (Bytes{0, 0}));
}

TEST(HuffmanCode, MatchesTheExampleOfRfc1951) {
  // Lengths 3,3,3,3,3,2,4,4 of section 3.2.2, from frequencies that lead to them.
  const HuffmanCode code = huffman_code(std::vector<std::uint32_t>{10, 10, 10, 10, 10, 20, 4, 4}, 15);
  EXPECT_EQ(code.lengths, (Bytes{3, 3, 3, 3, 3, 2, 4, 4}));
  // 010 … 110, 00, 1110, 1111, written first bit lowest.
  EXPECT_EQ(code.bits, (std::vector<std::uint16_t>{0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111}));
}

}  // namespace
}  // namespace cartouche::backend
