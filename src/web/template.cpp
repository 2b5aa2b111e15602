#include "template.h"

#include <algorithm>
#include <stdexcept>

#include "assets.h"
#include "cartouche/base/words.h"

namespace cartouche::web {
namespace {

// Of the three bytes of U+202A–202E and U+2066–2069 in UTF-8.
bool is_direction_control(std::string_view three) {
  if (three.size() < 3 || three[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(three[2]);
  return (three[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (three[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7F';
}

}  // namespace

std::string fill(std::string_view text, const Fields& fields) {
  std::string filled;
  for (;;) {
    const std::size_t begin = text.find("{{");
    filled += text.substr(0, begin);
    if (begin == std::string_view::npos) return filled;
    const std::size_t end = text.find("}}", begin);
    if (end == std::string_view::npos) throw std::logic_error("a place without its end");
    const std::string_view name = text.substr(begin + 2, end - begin - 2);
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.first == name; });
    if (field == fields.end()) throw std::logic_error("nothing to fill in for " + std::string(name));
    filled += field->second;
    text.remove_prefix(end + 2);
  }
}

std::string_view block(std::string_view name) {
  const std::string_view all = assets::blocks_html;
  const std::string head = "<!-- block " + std::string(name) + " -->\n";
  const std::size_t begin = all.find(head);
  if (begin == std::string_view::npos) throw std::logic_error("no block " + std::string(name));
  std::string_view rest = all.substr(begin + head.size());
  rest = rest.substr(0, rest.find("<!-- block "));
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  return rest;
}

std::string html_text(std::string_view text) {
  std::string converted;
  if (!is_valid_utf8(text)) text = converted = latin1_to_utf8(text);
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_direction_control(text.substr(i, 3))) {
      i += 2;
      continue;
    }
    switch (const char c = text[i]; c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        if (!is_control(c)) escaped += c;
    }
  }
  return escaped;
}

}  // namespace cartouche::web
