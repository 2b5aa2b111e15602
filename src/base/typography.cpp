#include <algorithm>
#include <vector>

#include "cartouche/base/number_format.h"
#include "utf8.h"

namespace cartouche {
namespace {

constexpr char32_t kNarrow = 0x202F;
constexpr char32_t kWide = 0x00A0;
constexpr char32_t kOpening = 0x00AB;     // «
constexpr char32_t kClosing = 0x00BB;     // »
constexpr char32_t kApostrophe = 0x2019;  // ’

bool is_blank(char32_t c) {
  return c == ' ' || c == kNarrow || c == kWide;
}
bool is_space(char32_t c) {
  return is_blank(c) || c == '\n' || c == '\t';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}
// The signs that take a narrow no-break space before them.
bool is_high_sign(char32_t c) {
  return c == ';' || c == ':' || c == '!' || c == '?' || c == '%' || c == kClosing;
}

class Typesetter {
 public:
  explicit Typesetter(std::string_view text) : bytes_(text) {
    for (std::size_t i = 0; i < text.size();) {
      starts_.push_back(i);
      codes_.push_back(utf8::next(text, i));
    }
    starts_.push_back(text.size());
  }

  std::string run() {
    for (std::size_t i = 0; i < codes_.size();) {
      if (starts_word(i) && is_url(i)) {
        while (i < codes_.size() && !is_space(codes_[i])) keep(i++);
      } else {
        i = set(i);
      }
    }
    return result_;
  }

 private:
  // Sets the code point at i; the index of the next one.
  std::size_t set(std::size_t i) {
    const char32_t c = codes_[i];
    if (c == '\'' && is_elision(i)) {
      utf8::append(result_, kApostrophe);
      return i + 1;
    }
    if (is_blank(c)) return set_blanks(i);
    if (is_high_sign(c) && takes_space(i)) utf8::append(result_, kNarrow);
    keep(i);
    if (c == kOpening && i + 1 < codes_.size() && !is_space(codes_[i + 1])) utf8::append(result_, kNarrow);
    return i + 1;
  }

  // A run of blanks: one narrow space where a sign asks for it, else as it is.
  std::size_t set_blanks(std::size_t i) {
    std::size_t end = i;
    while (end < codes_.size() && is_blank(codes_[end])) ++end;
    const bool after_opening = i > 0 && codes_[i - 1] == kOpening;
    const bool before_sign = i > 0 && end < codes_.size() && is_high_sign(codes_[end]) && !is_inner(end);
    if (after_opening || before_sign) {
      utf8::append(result_, kNarrow);
    } else {
      for (std::size_t k = i; k < end; ++k) keep(k);
    }
    return end;
  }

  // A sign that stands right behind a word.
  bool takes_space(std::size_t i) const {
    if (i == 0) return false;
    const char32_t before = codes_[i - 1];
    if (is_space(before) || before == '(' || before == '[') return false;
    if (is_high_sign(before) && codes_[i] != kClosing) return false;  // "?!", "!!"
    return !is_inner(i);
  }

  // A colon inside a word, a time or a scale.
  bool is_inner(std::size_t i) const {
    if (codes_[i] != ':' || i + 1 == codes_.size()) return false;
    const char32_t after = codes_[i + 1];
    return is_letter(after) || is_digit(after) || after == '/';
  }

  bool is_elision(std::size_t i) const {
    if (i == 0 || i + 1 == codes_.size()) return false;
    return is_letter(codes_[i - 1]) && (is_letter(codes_[i + 1]) || codes_[i + 1] == kOpening);
  }

  bool starts_word(std::size_t i) const { return i == 0 || !is_letter(codes_[i - 1]); }

  // A scheme ("https") and "://" from here on.
  bool is_url(std::size_t i) const {
    std::size_t end = i;
    while (end < codes_.size() && codes_[end] < 0x80 && (is_letter(codes_[end]) || is_digit(codes_[end])))
      ++end;
    return end > i && bytes_.substr(starts_[end]).starts_with("://");
  }

  // The bytes as they came, well-formed or not.
  void keep(std::size_t i) { result_ += bytes_.substr(starts_[i], starts_[i + 1] - starts_[i]); }

  std::string_view bytes_;
  std::vector<char32_t> codes_;
  std::vector<std::size_t> starts_;
  std::string result_;
};

}  // namespace

std::string french_typography(std::string_view text) {
  return Typesetter(text).run();
}

}  // namespace cartouche
