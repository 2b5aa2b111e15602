#include "template.h"

#include <algorithm>
#include <stdexcept>

#include "assets.h"
#include "cartouche/base/words.h"

namespace cartouche::web {
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

}  // namespace cartouche::web
