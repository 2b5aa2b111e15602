#include <charconv>
#include <cmath>

#include "cartouche/project/style.h"

namespace cartouche::project {

Points read_length(const Node& node) {
  const auto wrong = [&](const std::string& found) {
    return usage_error(node.where(), "expected a length, found " + found, "write 3mm or 8.5pt");
  };
  if (node.kind() != Node::Kind::scalar) throw wrong(node.is_null() ? "nothing" : "several values");
  const std::string& text = node.text();
  double value = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || !std::isfinite(value)) throw wrong("'" + text + "'");
  std::string_view unit(result.ptr, static_cast<std::size_t>(end - result.ptr));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  if (unit == "mm") return to_points(Millimetres{value});
  if (unit == "pt") return Points{value};
  throw wrong("'" + text + "'");
}

}  // namespace cartouche::project
