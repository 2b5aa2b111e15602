#pragma once
// Layers with everything resolved: which rows, which symbol each, which words in the legend. No names, no
// defaults left.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/expression/expression.h"
#include "cartouche/map/geometry_store.h"
#include "cartouche/map/layer_data.h"
#include "cartouche/map/page_plan.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"
#include "cartouche/project/style.h"

namespace cartouche::map {

using Index = GeometryArray::Index;

/// A line of the legend. `text` sees {count} (features drawn), {groups} (distinct colour groups drawn) and
/// {range} (of a class of values).
struct LegendEntry {
  std::optional<TextTemplate> text;      ///< none: the class is not in the legend
  std::string range;                     ///< "plus de 12,5 à 28,3 %"; "" where no breaks make the class
  std::vector<symbol::Symbol> swatches;  ///< several for a class coloured from a palette
};

/// A way features are drawn, and the legend line it counts for.
struct SymbolClass {
  symbol::Symbol symbol;   ///< fill resolved: no palette left
  std::size_t legend = 0;  ///< index into the layer's legend
  std::string name;        ///< of the symbol in the style, for messages; "": it has none
};

/// Names to place. Rows of one key share one label.
struct LabelSource {
  std::vector<std::string> texts;        ///< by selected row
  std::vector<std::string> short_texts;  ///< by selected row; empty where the layer has none
  std::vector<std::string> keys;         ///< by selected row
  project::TextStyle style;
  std::optional<project::TextStyle> beyond;  ///< of names outside the area the frame is fitted to
  double priority = 0;
  bool required = false;  ///< points: one whose name finds no place is not drawn
};

/// A size the legend shows, with the value it stands for.
struct SizeExample {
  double size = 0;  ///< points
  std::string text;
};

struct FeatureLayer {
  std::string id;     ///< XML name
  std::string label;  ///< for people
  std::string title;  ///< for people who open a file: as the legend says it
  TablePtr table;
  std::vector<Index> rows;              ///< selected rows, in drawing order
  std::vector<std::uint32_t> class_of;  ///< by selected row, index into classes
  std::vector<SymbolClass> classes;
  std::vector<LegendEntry> legend;
  std::string legend_title;           ///< a heading over its lines; "" = none
  std::vector<double> sizes;          ///< by selected row, points; empty: those of the symbols
  std::vector<SizeExample> examples;  ///< of `sizes`, growing
  std::vector<std::string> groups;    ///< by selected row: the colour group; empty where the layer has none
  std::optional<LabelSource> labels;
  std::optional<LayerData> data;
  std::vector<std::string> attributes;  ///< columns whose values go into the SVG
  std::vector<std::string> links;       ///< by selected row: URL; empty where the layer has none

  const symbol::Symbol& symbol_of(std::size_t selected) const { return classes[class_of[selected]].symbol; }
  /// Diameter of a selected row's point symbol, points.
  double size_of(std::size_t selected) const {
    return sizes.empty() ? symbol_of(selected).size : sizes[selected];
  }
};

/// A legend line's words without the numbers of features and groups drawn; "" where the class is in no
/// legend.
std::string without_counts(const LegendEntry& entry, const Parameters& parameters);

struct PolygonLayer : FeatureLayer {};

/// Borders between rows of different groups, each drawn once.
struct BorderLayer : FeatureLayer {
  std::vector<Index> group_of;  ///< by table row; Coverage::kNoGroup = not selected
  bool outer = false;           ///< borders with nothing selected on the other side too
};

struct LineLayer : FeatureLayer {};

/// In drawing order the greater symbols come first, so that they hide no smaller one.
struct PointLayer : FeatureLayer {};

using Layer = std::variant<PolygonLayer, BorderLayer, LineLayer, PointLayer>;

inline const FeatureLayer& common(const Layer& layer) {
  return std::visit([](const FeatureLayer& each) -> const FeatureLayer& { return each; }, layer);
}

/// What every layer is resolved against.
struct LayerContext {
  const project::Style& style;
  const Tables& tables;
  const Parameters& parameters;  ///< page.*, param.* and figures
  GeometryStore& store;
  Diagnostics& notes;  ///< what resolving noticed
};

/// What a text of the legend may name besides: values that are known only when the page is laid out.
inline constexpr std::array<std::string_view, 3> kLegendNames = {"count", "groups", "range"};

/// A text of the legend: it sees the figures and kLegendNames.
TextTemplate legend_text(const project::LegendTemplateText& text, const Parameters& parameters);

/// Resolves one layer. Usage errors for columns, symbols, palettes and expressions that are not what they
/// must be.
Layer resolve_layer(const project::Layer& layer, const LayerContext& context);

}  // namespace cartouche::map
