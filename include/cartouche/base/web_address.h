#pragma once
// Which addresses may become links.

#include <string_view>

namespace cartouche {

/// True for http and https URLs, the only ones that become links: what another scheme does when it is clicked
/// is not for data to say.
inline bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace cartouche
