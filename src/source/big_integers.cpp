#include "big_integers.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "cartouche/base/finding_codes.h"
#include "number_text.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

bool is_of_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Where the string that begins with the quote at `at` ends, its quotes included.
std::size_t end_of_string(const std::string& json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return std::min(at + 1, json.size());
}

std::string quoted(const std::string& json, std::vector<std::string>& integers) {
  std::string text;
  text.reserve(json.size() + json.size() / 16);
  for (std::size_t at = 0; at < json.size();) {
    std::size_t end = at + 1;
    if (json[at] == '"') {
      end = end_of_string(json, at);
    } else if (is_of_number(json[at])) {
      while (end < json.size() && is_of_number(json[end])) ++end;
      const std::string number = json.substr(at, end - at);
      if (is_beyond_64_bits(number)) {
        integers.push_back(number);
        text += '"' + number + '"';
        at = end;
        continue;
      }
    }
    text.append(json, at, end - at);
    at = end;
  }
  return text;
}

// One a process: copies of the same file may live side by side.
std::string new_path(const std::string& file) {
  static std::atomic<unsigned> count = 0;
  std::string name = file.substr(file.find_last_of('/') + 1);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  return fmt::format("/vsimem/cartouche-integers-{}/{}", count++, name);
}

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

}  // namespace

bool may_hold_big_integers(const std::string& file) {
  constexpr std::size_t kDigitsOf64Bits = 19;
  std::size_t digits = 0;
  for (const char c : read_bytes(file)) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits >= kDigitsOf64Bits) return true;
  }
  return false;
}

QuotedIntegers::QuotedIntegers(const std::string& file) : file_(file), path_(new_path(file)) {
  text_ = quoted(read_bytes(file), integers_);
  const std::unique_ptr<VSILFILE, CloseFile> written(
      VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(text_.data()), text_.size(), 0));
}

QuotedIntegers::QuotedIntegers(QuotedIntegers&& other) noexcept
    : file_(std::move(other.file_)),
      path_(std::exchange(other.path_, "")),
      text_(std::move(other.text_)),
      integers_(std::move(other.integers_)) {}

QuotedIntegers::~QuotedIntegers() {
  if (!path_.empty()) VSIUnlink(path_.c_str());
}

void QuotedIntegers::report(Diagnostics& diagnostics) const {
  constexpr std::size_t kNamed = 8;
  std::vector<std::string> first = integers_;
  if (first.size() > kNamed) first.resize(kNamed);
  diagnostics.add(finding("beyond-64-bits"),
                  std::to_string(integers_.size()) +
                      (integers_.size() == 1 ? " whole number" : " whole numbers") +
                      " beyond 64 bits: their columns are read as text; types: real rounds them",
                  {shown(file_)}, first);
}

}  // namespace cartouche::source_internal
