#pragma once
// Display lists become files. Each function returns the whole file as bytes; the same list gives the same
// bytes. SVG by our own writer, PNG drawn by Cairo, PDF drawn by Cairo and put together
// by qpdf.

#include <memory>
#include <string>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche {

/// How SVG holds text: as text, or as the outlines of its letters, for printers without the fonts.
enum class SvgText { live, outlines };

/// SVG for people who finish it by hand: layers as Inkscape groups, feature ids, text as asked. Physical size
/// in mm, viewBox in points. Outlines throw a data error where a font file cannot be read.
std::string to_svg(const display::DisplayList& page, SvgText text = SvgText::live);
/// PNG at `dpi`, opaque, with its physical resolution.
std::string to_png(const display::DisplayList& page, double dpi);
/// A page drawn for PDF once, to stand in a document of its own and in one with others.
class PdfPage {
 public:
  explicit PdfPage(const display::DisplayList& page);

  struct Data;
  const Data& data() const { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

/// PDF 1.5 of one or more pages: fonts embedded, text searchable, a layer (optional content) for each of the
/// display list's, tagged with a heading, paragraphs and a figure with its alternative text for each frame;
/// links where groups have them; with more than one page, a bookmark each (the page's title).
std::string to_pdf(const std::vector<PdfPage>& pages, const std::string& title);

}  // namespace cartouche
