#pragma once
// What a PDF says of itself, as XMP (ISO 16684-1): for catalogues that do not read the older dictionary.

#include <string>

namespace cartouche::backend {

inline constexpr const char* kPdfCreator = "Cartouche";

struct PdfMetadata {
  std::string title, author, description;  ///< each may be empty
  std::string language;                    ///< BCP 47
};

/// The packet. It has no date, so that the same document is the same bytes tomorrow, and claims no standard.
std::string xmp_of(const PdfMetadata& metadata);

}  // namespace cartouche::backend
