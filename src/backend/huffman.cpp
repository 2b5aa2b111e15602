#include "huffman.h"

#include <algorithm>
#include <array>

namespace cartouche::backend {
namespace {

constexpr int kLongest = 32;

struct Symbol {
  std::uint32_t frequency;
  std::uint16_t value;
};

/// Depth of each leaf of the Huffman tree; `symbols` ascend by frequency. Two queues: leaves, and inner nodes
/// in the order they are made.
std::vector<int> leaf_depths(const std::vector<Symbol>& symbols) {
  const std::size_t leaves = symbols.size();
  std::vector<std::uint64_t> weight(2 * leaves - 1);
  std::vector<std::size_t> parent(2 * leaves - 1, 0);
  for (std::size_t i = 0; i < leaves; ++i) weight[i] = symbols[i].frequency;
  std::size_t leaf = 0;
  std::size_t inner = leaves;
  for (std::size_t next = leaves; next < weight.size(); ++next) {
    for (int child = 0; child < 2; ++child) {
      const bool take_leaf = leaf < leaves && (inner >= next || weight[leaf] <= weight[inner]);
      const std::size_t taken = take_leaf ? leaf++ : inner++;
      weight[next] += weight[taken];
      parent[taken] = next;
    }
  }
  std::vector<int> depth(weight.size(), 0);
  for (std::size_t i = weight.size() - 1; i-- > 0;) depth[i] = depth[parent[i]] + 1;
  depth.resize(leaves);
  return depth;
}

/// Number of codes of each length, none above `max_length`, filling the code space exactly.
std::array<int, kLongest + 1> length_counts(const std::vector<int>& depths, int max_length) {
  std::array<int, kLongest + 1> counts{};
  for (const int depth : depths) ++counts[static_cast<std::size_t>(std::min(depth, max_length))];
  const auto limit = static_cast<std::size_t>(max_length);
  // Codes cut to the limit take too much space (Kraft's sum): pay by lengthening shorter ones.
  std::int64_t space = 0;
  for (std::size_t length = 1; length <= limit; ++length)
    space += std::int64_t{counts[length]} << (limit - length);
  for (; space > std::int64_t{1} << limit; --space) {
    --counts[limit];
    for (std::size_t length = limit - 1; length > 0; --length) {
      if (counts[length] == 0) continue;
      --counts[length];
      counts[length + 1] += 2;
      break;
    }
  }
  return counts;
}

void assign_bits(HuffmanCode& code) {
  std::array<std::uint32_t, kLongest + 2> next{};
  std::array<std::uint32_t, kLongest + 1> counts{};
  for (const std::uint8_t length : code.lengths)
    if (length != 0) ++counts[length];
  for (std::size_t length = 1; length <= kLongest; ++length)
    next[length + 1] = (next[length] + counts[length]) << 1;
  for (std::size_t i = 0; i < code.lengths.size(); ++i) {
    const std::uint8_t length = code.lengths[i];
    if (length == 0) continue;
    std::uint32_t value = next[length]++;
    std::uint16_t reversed = 0;
    for (int bit = 0; bit < length; ++bit, value >>= 1)
      reversed = static_cast<std::uint16_t>(reversed << 1 | (value & 1));
    code.bits[i] = reversed;
  }
}

}  // namespace

HuffmanCode huffman_code(std::span<const std::uint32_t> frequencies, int max_length) {
  HuffmanCode code{std::vector<std::uint8_t>(frequencies.size(), 0),
                   std::vector<std::uint16_t>(frequencies.size(), 0)};
  std::vector<Symbol> used;
  for (std::size_t i = 0; i < frequencies.size(); ++i)
    if (frequencies[i] != 0) used.push_back({frequencies[i], static_cast<std::uint16_t>(i)});
  if (used.empty()) return code;
  if (used.size() == 1) {
    code.lengths[used[0].value] = 1;
    return code;
  }
  std::stable_sort(used.begin(), used.end(),
                   [](const Symbol& a, const Symbol& b) { return a.frequency < b.frequency; });
  const auto counts = length_counts(leaf_depths(used), max_length);
  std::size_t symbol = 0;  // the rarest get the longest codes
  for (int length = max_length; length > 0; --length)
    for (int i = 0; i < counts[static_cast<std::size_t>(length)]; ++i)
      code.lengths[used[symbol++].value] = static_cast<std::uint8_t>(length);
  assign_bits(code);
  return code;
}

}  // namespace cartouche::backend
