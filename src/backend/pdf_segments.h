#pragma once
// A page cut into the pieces that PDF can name: what belongs to one layer and to one element of the
// structure.

#include <optional>
#include <string>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::backend {

/// Something a reader can show and hide. Layers stand after those that hold them.
struct PdfLayer {
  std::string name;
  std::optional<std::size_t> within;
};

/// An element of the document's structure (ISO 32000-1, 14.8.4).
struct PdfElement {
  std::string type;  ///< "H1", "P" or "Figure"
  std::string text;  ///< what a figure shows, in words; of the others, what they say
  Box box;           ///< of a figure
};

struct PdfLink {
  Box box;
  std::string url;
  std::string description;
  std::optional<std::size_t> element;  ///< that shows it
};

/// Nodes begin … end of a list, painted inside `clips`.
struct PdfSegment {
  const std::vector<display::Node>* nodes = nullptr;
  std::size_t begin = 0, end = 0;
  std::vector<const Path*> clips;
  std::vector<std::size_t> layers;     ///< outermost first
  std::optional<std::size_t> element;  ///< none: decoration
};

struct PdfOutline {
  std::vector<PdfLayer> layers;
  std::vector<PdfElement> elements;  ///< in the order of paint
  std::vector<PdfSegment> segments;  ///< in paint order
  std::vector<PdfLink> links;
};

/// The segments point into `page`.
PdfOutline outline_of(const display::DisplayList& page);

}  // namespace cartouche::backend
