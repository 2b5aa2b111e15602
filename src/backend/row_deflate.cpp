#include "row_deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <vector>

#include "huffman.h"

namespace cartouche::backend {
namespace {

constexpr std::size_t kWindow = 32768;
constexpr std::size_t kMinMatch = 4;  // three literals cost about as much as a match of three
constexpr std::size_t kMaxMatch = 258;
constexpr std::size_t kBlockTokens = 1 << 16;
constexpr std::size_t kEndOfBlock = 256;
constexpr unsigned kHashBits = 14;

/// RFC 1951, section 3.2.5: the first value of each code and its extra bits.
struct CodeTable {
  std::array<std::uint16_t, 30> base{};
  std::array<std::uint8_t, 30> extra{};
};

constexpr CodeTable length_codes() {
  CodeTable table;
  std::uint16_t base = 3;
  for (std::size_t i = 0; i < 28; ++i) {
    table.extra[i] = static_cast<std::uint8_t>(i < 8 ? 0 : i / 4 - 1);
    table.base[i] = base;
    base = static_cast<std::uint16_t>(base + (1 << table.extra[i]));
  }
  table.base[28] = 258;
  return table;
}

constexpr CodeTable distance_codes() {
  CodeTable table;
  std::uint16_t base = 1;
  for (std::size_t i = 0; i < 30; ++i) {
    table.extra[i] = static_cast<std::uint8_t>(i < 4 ? 0 : i / 2 - 1);
    table.base[i] = base;
    base = static_cast<std::uint16_t>(base + (1 << table.extra[i]));
  }
  return table;
}

constexpr CodeTable kLengths = length_codes();
constexpr CodeTable kDistances = distance_codes();

/// Code of each match length.
constexpr std::array<std::uint8_t, kMaxMatch + 1> code_of_length() {
  std::array<std::uint8_t, kMaxMatch + 1> codes{};
  std::size_t code = 0;
  for (std::size_t length = 3; length <= kMaxMatch; ++length) {
    while (code + 1 < 29 && kLengths.base[code + 1] <= length) ++code;
    codes[length] = static_cast<std::uint8_t>(code);
  }
  return codes;
}
constexpr std::array<std::uint8_t, kMaxMatch + 1> kCodeOfLength = code_of_length();

std::size_t code_of_distance(std::size_t distance) {
  if (distance <= 4) return distance - 1;
  const auto bits = static_cast<std::size_t>(std::bit_width(distance - 1));
  return 2 * (bits - 1) + ((distance - 1) >> (bits - 2) & 1);
}

/// A literal (length 0, value in distance) or a match.
struct Token {
  std::uint16_t length;
  std::uint16_t distance;  ///< less one, for a match
};

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}
  void put(std::uint32_t bits, unsigned count) {
    held_ |= static_cast<std::uint64_t>(bits) << held_count_;
    held_count_ += count;
    if (held_count_ >= 32) flush(4);
  }
  void finish() {
    while (held_count_ > 0) flush(1);
  }

 private:
  void flush(unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) out_ += static_cast<char>(held_ >> (8 * i) & 0xFF);
    held_ >>= 8 * bytes;
    held_count_ -= std::min(held_count_, 8 * bytes);
  }
  std::string& out_;
  std::uint64_t held_ = 0;
  unsigned held_count_ = 0;
};

/// A code length, or a repetition of one, with its extra bits (RFC 1951, section 3.2.7).
struct LengthSymbol {
  std::uint8_t symbol, extra, extra_bits;
};

std::vector<LengthSymbol> run_lengths(const std::vector<std::uint8_t>& lengths) {
  std::vector<LengthSymbol> symbols;
  for (std::size_t i = 0; i < lengths.size();) {
    std::size_t run = 1;
    while (i + run < lengths.size() && lengths[i + run] == lengths[i]) ++run;
    std::size_t used = 1;
    const auto repeat = [&](std::uint8_t symbol, std::size_t least, std::size_t most, std::uint8_t bits) {
      used = std::min(run, most);
      symbols.push_back({symbol, static_cast<std::uint8_t>(used - least), bits});
    };
    if (lengths[i] == 0 && run >= 11) {
      repeat(18, 11, 138, 7);
    } else if (lengths[i] == 0 && run >= 3) {
      repeat(17, 3, 10, 3);
    } else {
      symbols.push_back({lengths[i], 0, 0});
      if (run >= 4 && lengths[i] != 0) {
        --run;
        repeat(16, 3, 6, 2);
        ++used;
      }
    }
    i += used;
  }
  return symbols;
}

class Deflater {
 public:
  Deflater(std::span<const std::uint8_t> bytes, std::string& out) : bytes_(bytes), bits_(out) {
    tokens_.reserve(kBlockTokens);
  }

  void run(std::size_t pixel, std::size_t row) {
    for (std::size_t at = 0; at < bytes_.size();) {
      std::size_t distance = 0;
      std::size_t length = 0;
      const auto consider = [&](std::size_t candidate) {
        if (candidate == 0 || candidate > at || candidate > kWindow) return;
        const std::size_t found = match(at, candidate);
        if (found > length) length = found, distance = candidate;
      };
      consider(row);
      if (length < kMaxMatch) consider(pixel);
      if (length < 2 * kMinMatch) consider(remembered(at));
      if (length < kMinMatch) {
        add({0, bytes_[at]});
        ++at;
        continue;
      }
      at += length;
      // A long run is one search and many matches; what is left over below three bytes is literals.
      for (; length >= 3; length -= std::min(length, kMaxMatch))
        add({static_cast<std::uint16_t>(std::min(length, kMaxMatch)),
             static_cast<std::uint16_t>(distance - 1)});
      for (; length > 0; --length) add({0, bytes_[at - length]});
    }
    write_block(true);
    bits_.finish();
  }

 private:
  std::size_t match(std::size_t at, std::size_t distance) const {
    const std::uint8_t* here = bytes_.data() + at;
    const std::uint8_t* there = here - distance;
    const std::size_t most = bytes_.size() - at;
    std::size_t length = 0;
    while (length + 8 <= most) {
      std::uint64_t a = 0;
      std::uint64_t b = 0;
      std::memcpy(&a, here + length, 8);
      std::memcpy(&b, there + length, 8);
      if (a != b) break;
      length += 8;
    }
    while (length < most && here[length] == there[length]) ++length;
    return length;
  }

  /// Distance to where the next four bytes were last seen at a place that was asked about, 0 where nowhere.
  std::size_t remembered(std::size_t at) {
    if (at + 4 > bytes_.size()) return 0;
    std::uint32_t next = 0;
    std::memcpy(&next, bytes_.data() + at, 4);
    std::size_t& last = seen_[next * 0x9E3779B1U >> (32 - kHashBits)];
    const std::size_t distance = last == 0 ? 0 : at - (last - 1);
    last = at + 1;
    return distance;
  }

  void add(Token token) {
    tokens_.push_back(token);
    if (tokens_.size() == kBlockTokens) write_block(false);
  }

  void write_block(bool last) {
    std::array<std::uint32_t, 286> literals{};
    std::array<std::uint32_t, 30> distances{};
    for (const Token token : tokens_) {
      if (token.length == 0) {
        ++literals[token.distance];
      } else {
        ++literals[257U + kCodeOfLength[token.length]];
        ++distances[code_of_distance(token.distance + 1U)];
      }
    }
    literals[kEndOfBlock] = 1;
    const HuffmanCode literal_code = huffman_code(literals, 15);
    const HuffmanCode distance_code = huffman_code(distances, 15);
    bits_.put(last ? 1 : 0, 1);
    bits_.put(2, 2);  // dynamic codes
    write_codes(literal_code, distance_code);
    for (const Token token : tokens_) write_token(token, literal_code, distance_code);
    put(literal_code, kEndOfBlock);
    tokens_.clear();
  }

  void put(const HuffmanCode& code, std::size_t symbol) {
    bits_.put(code.bits[symbol], code.lengths[symbol]);
  }

  void write_codes(const HuffmanCode& literal_code, const HuffmanCode& distance_code) {
    // Always all 286 and 30 symbols: runs of unused ones cost a few bits a block.
    std::vector<std::uint8_t> lengths = literal_code.lengths;
    lengths.insert(lengths.end(), distance_code.lengths.begin(), distance_code.lengths.end());
    const std::vector<LengthSymbol> symbols = run_lengths(lengths);
    std::array<std::uint32_t, 19> frequencies{};
    for (const LengthSymbol& one : symbols) ++frequencies[one.symbol];
    const HuffmanCode code = huffman_code(frequencies, 7);
    constexpr std::array<std::uint8_t, 19> kOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                     11, 4,  12, 3, 13, 2, 14, 1, 15};
    bits_.put(286 - 257, 5);
    bits_.put(30 - 1, 5);
    bits_.put(19 - 4, 4);
    for (const std::uint8_t symbol : kOrder) bits_.put(code.lengths[symbol], 3);
    for (const LengthSymbol& one : symbols) {
      put(code, one.symbol);
      bits_.put(one.extra, one.extra_bits);
    }
  }

  void write_token(Token token, const HuffmanCode& literal_code, const HuffmanCode& distance_code) {
    if (token.length == 0) {
      put(literal_code, token.distance);
      return;
    }
    const std::size_t length = kCodeOfLength[token.length];
    put(literal_code, 257 + length);
    bits_.put(token.length - kLengths.base[length], kLengths.extra[length]);
    const std::size_t distance = code_of_distance(token.distance + 1U);
    put(distance_code, distance);
    bits_.put(token.distance + 1U - kDistances.base[distance], kDistances.extra[distance]);
  }

  std::span<const std::uint8_t> bytes_;
  BitWriter bits_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> seen_ = std::vector<std::size_t>(1U << kHashBits, 0);  ///< position + 1
};

}  // namespace

std::string deflate_rows(std::span<const std::uint8_t> bytes, std::size_t pixel, std::size_t row) {
  std::string out("\x78\x01", 2);
  Deflater(bytes, out).run(pixel, row);
  const std::uint32_t sum = libdeflate_adler32(1, bytes.data(), bytes.size());
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(sum >> shift & 0xFF);
  return out;
}

}  // namespace cartouche::backend
