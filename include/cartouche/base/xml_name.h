#pragma once
// Ids that stand in drawings as they stand in project files.

#include <string>
#include <string_view>

namespace cartouche {

/// `text` as an ASCII XML name: itself where it is one, else folded ("Île-de-France" → "ile-de-france"), with
/// "_" before a digit; "" where nothing is left.
std::string xml_name(std::string_view text);

}  // namespace cartouche
