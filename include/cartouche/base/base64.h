#pragma once

#include <string>
#include <string_view>

namespace cartouche {

/// Bytes as base64 (RFC 4648), for data URIs.
std::string base64(std::string_view bytes);

}  // namespace cartouche
