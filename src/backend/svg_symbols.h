#pragma once
// Markers that an SVG draws many times are defined once and used by name.

#include <map>
#include <optional>
#include <string>

#include "svg_definitions.h"

namespace cartouche::backend {

class SvgSymbols {
 public:
  explicit SvgSymbols(SvgDefinitions& definitions) : definitions_(definitions) {}

  /// Notes the features under these nodes that could be uses of a symbol.
  void count(const std::vector<display::Node>& nodes);

  struct Use {
    std::string id;
    Point at;
  };
  /// The symbol for a feature that looks, but for its place, like others; nothing where writing it out is as
  /// short.
  std::optional<Use> find(const display::Group& feature);

 private:
  struct Drawing {
    std::string markup;  ///< elements around the origin
    Point at;
  };
  std::optional<Drawing> drawing(const display::Group& feature);

  SvgDefinitions& definitions_;
  std::map<std::string, int> uses_;  ///< by markup
};

}  // namespace cartouche::backend
