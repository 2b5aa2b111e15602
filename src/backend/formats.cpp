#include "cartouche/backend/backend.h"

namespace cartouche {
namespace {

std::string svg(const display::DisplayList& page, const OutputOptions& options) {
  return to_svg(page, options.text);
}

std::string png(const display::DisplayList& page, const OutputOptions& options) {
  return to_png(page, options.dpi);
}

std::string pdf(const display::DisplayList& page, const OutputOptions&) {
  return to_pdf({PdfPage(page)}, page.title);
}

}  // namespace

const std::vector<OutputFormat>& output_formats() {
  static const std::vector<OutputFormat> formats{
      {"svg", svg},
      {"png", png},
      {"pdf", pdf},
  };
  return formats;
}

}  // namespace cartouche
