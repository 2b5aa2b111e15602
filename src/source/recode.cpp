#include "recode.h"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace cartouche::source_internal {
namespace {

class Converter {
 public:
  explicit Converter(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return handle_ != iconv_t(-1); }
  std::optional<std::string> convert(std::string bytes) const {
    std::string text;
    text.reserve(bytes.size());
    std::array<char, 1 << 14> buffer{};
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* out = buffer.data();
      std::size_t room = buffer.size();
      const bool done = iconv(handle_, &in, &left, &out, &room) != std::size_t(-1);
      if (!done && errno != E2BIG) return std::nullopt;
      text.append(buffer.data(), buffer.size() - room);
    }
    return text;
  }

 private:
  iconv_t handle_;
};

// What users call it, where iconv calls it otherwise.
std::string iconv_name(const std::string& name) {
  return name == "MacRoman" || name == "macroman" ? "MACINTOSH" : name;
}

}  // namespace

bool knows_encoding(const std::string& name) {
  return Converter(iconv_name(name)).is_open();
}

std::optional<std::string> recoded(std::string bytes, const std::string& encoding) {
  const Converter converter(iconv_name(encoding));
  return converter.is_open() ? converter.convert(std::move(bytes)) : std::nullopt;
}

}  // namespace cartouche::source_internal
