#pragma once
// A .zip made for a test: files as they are, not compressed.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::testing {

class ZipFile {
 public:
  void add(const std::string& name, const std::string& content) {
    const auto offset = static_cast<std::uint32_t>(files_.size());
    const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                               number(crc(content), 4) + number(content.size(), 4) +
                               number(content.size(), 4) + number(name.size(), 2);
    files_ += "PK\x03\x04" + common + number(0, 2) + name + content;
    directory_ += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                  number(0, 2) + number(0, 4) + number(offset, 4) + name;
    ++count_;
  }

  std::string bytes() const {
    return files_ + directory_ + "PK\x05\x06" + number(0, 2) + number(0, 2) + number(count_, 2) +
           number(count_, 2) + number(directory_.size(), 4) + number(files_.size(), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    return bytes;
  }

  static std::uint32_t crc(const std::string& text) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : text) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
  }

  std::string files_, directory_;
  std::uint32_t count_ = 0;
};

}  // namespace cartouche::testing
