#pragma once
// The JSON Schemas of project and style files, as in schemas/.

#include <string_view>

namespace cartouche::cli {

extern const std::string_view kProjectSchema;
extern const std::string_view kStyleSchema;

}  // namespace cartouche::cli
