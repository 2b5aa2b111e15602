#pragma once
// A page as a list of four shapes, ready to draw: lengths in points (1/72 inch), origin top left, y down;
// every paint resolved; no CRS, no style names. Backends know these four and nothing of layers. Role and data
// let the SVG writer name layers and features. dump() is what golden tests compare.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/geometry/path.h"
#include "cartouche/symbol/symbol.h"
#include "cartouche/text/text.h"
#include "cartouche/text/turned_cluster.h"

namespace cartouche::display {

/// What a group is to a person who opens the file.
enum class Role { page, frame, layer, feature, furniture, label, callout };
const char* role_name(Role role);

struct Hatch {
  double angle = 45;   ///< degrees counter-clockwise from the x axis, as seen on the page
  double spacing = 3;  ///< points
  double width = 0.5;  ///< points
  bool operator==(const Hatch&) const = default;
};
struct Dots {           ///< staggered grid of dots
  double spacing = 6;   ///< points
  double radius = 0.5;  ///< points
  bool operator==(const Dots&) const = default;
};

struct Shape;
/// A drawing repeated side by side from the page's origin, the whole grid turned by `angle`.
struct Tile {
  double width = 10, height = 10;  ///< points
  double angle = 0;                ///< degrees counter-clockwise, as seen on the page
  /// Shapes in the box (0, 0, width, height), in their own colours; what reaches beyond it is cut.
  std::shared_ptr<const std::vector<Shape>> shapes;
  bool operator==(const Tile&) const = default;
};

/// An opacity that changes along a line or outwards from a centre. `at` runs from 0 to 1; before the first
/// and after the last stop the opacity is theirs.
struct Fade {
  enum class Kind { linear, radial };
  struct Stop {
    double at = 0;
    double opacity = 1;
    bool operator==(const Stop&) const = default;
  };
  Kind kind = Kind::linear;
  Point from;  ///< linear: where `at` is 0; radial: the centre
  Point to;    ///< linear: where `at` is 1; radial: the corner of the ellipse's box, where it is 1
  std::vector<Stop> stops;  ///< ascending
  bool operator==(const Fade&) const = default;
};

/// A colour over the whole area, through a pattern anchored at the page's origin (so neighbours' patterns
/// meet without a seam), or fading. A tile has its own colours: of `color` only that it is there counts.
struct Fill {
  Color color;
  std::variant<std::monostate, Hatch, Dots, Tile, Fade> pattern;
  bool operator==(const Fill&) const = default;
};

// A stroke and its words are those of the symbols: one table for the style file, the SVG and the dump.
using symbol::Cap;
using symbol::Join;
using symbol::Stroke;

/// Fill (even-odd) first, then stroke.
struct Shape {
  Path path;
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
};

/// One line (or run) of text; `at` maps the run's origin (baseline, left) to the page.
struct Text {
  std::string string;
  GlyphRun run;
  Affine at;
  Color color;
  std::optional<Stroke> halo;  ///< drawn under the glyphs; width is the full stroke width
  /// Text that follows a line: by cluster of the run, where it stands on the page. Empty: straight, as `at`
  /// says; else `at` is where the first cluster stands.
  std::vector<TurnedCluster> along = {};
};

/// A text that follows a line as the straight texts of its clusters; another as itself.
std::vector<Text> straight_texts(const Text& text);

/// RGBA, 8 bits, not premultiplied.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};
struct Image {
  Box box;
  std::shared_ptr<const Pixels> pixels;
};

using symbol::Blend;

struct Node;
struct Group {
  std::string id;     ///< XML name, unique on the page; "" = none
  std::string label;  ///< for people: the layer's name as in the legend
  Role role = Role::layer;
  std::string alternative;  ///< what a map shows, in words, for those who cannot see it
  std::string link;         ///< URL that the group leads to; "" = none
  std::vector<std::pair<std::string, std::string>> data;  ///< data-* attributes
  std::optional<Path> clip;
  double opacity = 1;
  std::optional<Fade> fade;  ///< thins the group out, on top of its opacity
  Blend blend = Blend::normal;
  std::vector<Node> children;
};

struct Node {
  std::variant<Group, Shape, Text, Image> value;
};

struct DisplayList {
  double width = 0, height = 0;  ///< points
  std::string title, description, language = "fr", author;
  Color background{255, 255, 255, 255};
  std::vector<Node> nodes;
};

/// One node a line, indented, coordinates with at most `decimals` decimals. Stable: golden tests compare it.
std::string dump(const DisplayList& list, int decimals = 2);

}  // namespace cartouche::display
