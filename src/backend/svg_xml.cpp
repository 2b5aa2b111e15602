#include "svg_xml.h"

#include <algorithm>
#include <cstdint>

#include "cartouche/base/words.h"
#include "cartouche/base/xml_name.h"

namespace cartouche::backend {

std::string escape_xml(std::string_view text) {
  std::string converted;
  if (!is_valid_utf8(text)) text = converted = latin1_to_utf8(text);
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view three = text.substr(i, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {  // U+FFFE and U+FFFF
      i += 2;
      continue;
    }
    switch (c) {
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
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') escaped += c;
    }
  }
  return escaped;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string IdRegistry::claim(std::string_view wanted) {
  const std::string name = xml_name(wanted);
  if (name.empty()) return name;
  std::string id = name;
  for (int n = 2; !taken_.insert(id).second; ++n) id = name + '-' + std::to_string(n);
  return id;
}

}  // namespace cartouche::backend
