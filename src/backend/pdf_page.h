#pragma once
// One page drawn by Cairo: each of its segments is a page of `drawing`, so that they share their fonts.

#include <string>
#include <vector>

#include "cartouche/backend/backend.h"
#include "pdf_segments.h"

namespace cartouche {

struct PdfPage::Data {
  double width = 0, height = 0;
  std::string title, description, language, author;
  std::string drawing;  ///< a PDF file: the background, then a page a segment
  backend::PdfOutline outline;
};

}  // namespace cartouche
