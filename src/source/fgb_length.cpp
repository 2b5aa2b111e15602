#include "fgb_length.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>

namespace cartouche::source_internal {
namespace {

constexpr std::array<char, 3> kMagic = {'f', 'g', 'b'};
constexpr std::streamoff kMagicBytes = 8;

// Little-endian, before the header and before each feature.
bool read_length(std::ifstream& file, std::uint32_t& length) {
  std::array<unsigned char, 4> bytes{};
  if (!file.read(reinterpret_cast<char*>(bytes.data()), bytes.size())) return false;
  length = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) length = length << 8U | bytes[i];
  return true;
}

}  // namespace

std::size_t fgb_length(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, kMagicBytes> magic{};
  std::uint32_t length = 0;
  if (!file.read(magic.data(), magic.size()) || !std::equal(kMagic.begin(), kMagic.end(), magic.begin()) ||
      !read_length(file, length) || !file.ignore(length))
    return 0;
  std::size_t features = 0;
  while (read_length(file, length)) {
    file.ignore(length);
    if (file.gcount() < static_cast<std::streamsize>(length)) break;
    ++features;
  }
  return features;
}

}  // namespace cartouche::source_internal
