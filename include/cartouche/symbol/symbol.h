#pragma once
// What a feature looks like, with nothing left to look up: no names, no palettes, no words. Lengths in
// points.

#include <memory>
#include <optional>
#include <vector>

#include "cartouche/symbol/drawing.h"
#include "cartouche/symbol/stroke.h"

namespace cartouche::symbol {

struct Hatch {  ///< parallel lines over the fill
  Color color;
  double angle = 45;   ///< degrees, counter-clockwise from the x axis
  double spacing = 3;  ///< between lines
  double width = 0.5;
};

struct DotPattern {  ///< a regular grid of dots over the fill
  Color color;
  double spacing = 6;
  double radius = 0.5;
};

struct Tile {  ///< a drawing repeated over the fill
  std::shared_ptr<const Drawing> drawing;
  Color color;
  double size = 10;  ///< width of one cell
  double angle = 0;  ///< degrees, counter-clockwise
};

/// A soft edge around (or inside) shapes, strongest at the edge.
struct Glow {
  Color color;  ///< its alpha is the opacity at the edge
  double width = 3;
  double dx = 0, dy = 0;  ///< a shadow's offset on the page
};

/// A layer thinned out towards the frame's edge: opaque within `from` of an ellipse, gone at it. Centre and
/// half-axes are shares of the frame's width and height.
struct Fade {
  double x = 0.5, y = 0.5;
  double rx = 0.5, ry = 0.5;
  double from = 0.5;
};

/// How a group meets what lies under it; the formulas are those of W3C Compositing and Blending Level 1.
enum class Blend { normal, multiply, screen, darken, lighten };
/// The words of CSS.
inline constexpr std::array<Word<Blend>, 5> kBlends{{{"normal", Blend::normal},
                                                     {"multiply", Blend::multiply},
                                                     {"screen", Blend::screen},
                                                     {"darken", Blend::darken},
                                                     {"lighten", Blend::lighten}}};

enum class Marker { circle, square, triangle, diamond, star, ring };
inline constexpr std::array<Word<Marker>, 6> kMarkers{{{"circle", Marker::circle},
                                                       {"square", Marker::square},
                                                       {"triangle", Marker::triangle},
                                                       {"diamond", Marker::diamond},
                                                       {"star", Marker::star},
                                                       {"ring", Marker::ring}}};

/// Polygons use fill, hatch, dots, tile, stroke, glows and waterlines; lines use stroke and casing; points
/// use marker, size, fill and stroke.
struct Symbol {
  std::optional<Color> fill;
  double opacity = 1;
  std::optional<Stroke> stroke;
  std::optional<Stroke> casing;  ///< drawn under the stroke
  double offset = 0;             ///< of lines and borders, to the right of their direction
  std::vector<Hatch> hatch;      ///< several cross
  std::optional<DotPattern> dots;
  std::optional<Tile> tile;
  Marker marker = Marker::circle;
  std::shared_ptr<const Drawing> marker_drawing;  ///< instead of `marker`
  double size = 5;                                ///< diameter or side
  /// Waterlines: outlines at these distances (negative: inside), of the stroke's colour and width.
  std::vector<double> waterlines;
  std::optional<Glow> glow;        ///< under the shapes
  std::optional<Glow> inner_glow;  ///< over them, inside
  std::optional<Fade> fade;        ///< of the whole layer
  Blend blend = Blend::normal;     ///< of the whole layer
};

}  // namespace cartouche::symbol
