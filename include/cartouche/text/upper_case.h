#pragma once
// Capitals for whole texts.

#include <string>

namespace cartouche {

/// The text in capitals by Unicode's full mapping, independent of the locale: "lœss, Straße" → "LŒSS,
/// STRASSE". Input is UTF-8.
std::string upper_case(const std::string& utf8);

}  // namespace cartouche
