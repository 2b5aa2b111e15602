#pragma once
// What an SVG defines once and uses by name: patterns, gradients, masks, clip paths,
// markers and outlines that are painted more than once.

#include <map>
#include <string>

#include "cartouche/display/display_list.h"
#include "svg_xml.h"

namespace cartouche::backend {

class SvgDefinitions {
 public:
  explicit SvgDefinitions(IdRegistry& ids) : ids_(ids) {}

  /// Id of the pattern or gradient that draws this fill, which must have one.
  std::string paint(const display::Fill& fill);
  /// Id of the mask that thins a group out; it covers a page of this size.
  std::string mask(const display::Fade& fade, double width, double height);
  /// Id of the clip path.
  std::string clip(const Path& path);
  /// Id of a group of these elements, to be used at many places.
  std::string symbol(const std::string& elements);
  /// Id of a path that several elements paint; they say how.
  std::string outline(const std::string& data);
  /// The elements in the order they were asked for, each once.
  const std::string& markup() const { return markup_; }

 private:
  std::string gradient(const display::Fade& fade, Color color);
  std::string tile(const display::Tile& tile);
  std::string define(const std::string& element, const std::string& name, const std::string& rest);

  IdRegistry& ids_;
  std::map<std::string, std::string> known_;  ///< the element without its id → the id
  std::string markup_;
};

/// "#rgb" where that is exact, else "#rrggbb"; alpha is left to an opacity attribute.
std::string svg_color(Color color);
/// A number with at most three decimals and no zero before the point.
std::string svg_number(double value, int decimals = 3);

}  // namespace cartouche::backend
