#include "cartouche/backend/backend.h"

namespace cartouche {
namespace {

std::string svg(const display::DisplayList& page, double) {
  return to_svg(page);
}

std::string pdf(const display::DisplayList& page, double) {
  return to_pdf({PdfPage(page)}, page.title);
}

}  // namespace

const std::vector<OutputFormat>& output_formats() {
  static const std::vector<OutputFormat> formats{
      {"svg", svg},
      {"png", to_png},
      {"pdf", pdf},
  };
  return formats;
}

}  // namespace cartouche
