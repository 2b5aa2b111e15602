#pragma once
// The few things that layers and items are drawn with.

#include <string>
#include <vector>

#include "cartouche/display/display_list.h"
#include "cartouche/layout/page.h"

namespace cartouche::draw_parts {

using display::Group;
using display::Node;
using display::Shape;

/// Soft rings around a path, strongest at it: for glows and shadows. Vector: strokes of low opacity on top of
/// one another.
std::vector<Node> glow(const Path& path, const symbol::Glow& style);

/// The same, seen inside an area only.
Group inner_glow(const Path& outline, Path area, const symbol::Glow& style);

/// The fade, blend and opacity that a layer's symbol asks for the whole of it.
void finish_layer(Group& group, const map::FeatureLayer& layer, const layout::LayerView& view);

/// The shapes of one area: fill, then patterns, then outline.
std::vector<Node> area(const Path& path, const symbol::Symbol& symbol);

/// The shapes of one point symbol centred on `at`, `size` points across.
std::vector<Node> marker(Point at, const symbol::Symbol& symbol, double size);

/// The shapes of one line: casing, then stroke.
std::vector<Node> line(const Path& path, const symbol::Symbol& symbol);

void append(std::vector<Node>& nodes, std::vector<Node> more);
void append_texts(std::vector<Node>& nodes, const std::vector<layout::PlacedText>& texts);
Group group(display::Role role, std::string id, std::string label, std::vector<Node> children);

using layout::feature_id;
/// A row of a layer, drawn: with the row's name, attributes and link.
Group feature(const map::FeatureLayer& layer, std::size_t selected, std::vector<Node> shapes);

// Layers: one function a kind.
Group polygon_layer(const map::PolygonLayer& layer, const layout::LayerView& view, const std::string& frame);
Group border_layer(const map::BorderLayer& layer, const layout::LayerView& view, const std::string& frame);
Group line_layer(const map::LineLayer& layer, const layout::LayerView& view, const std::string& frame);
Group point_layer(const map::PointLayer& layer, const layout::LayerView& view,
                  const layout::FrameView& frame_view, const std::string& frame);

// Items: one function a kind.
/// `alternative`: what the frame shows, in words.
Group frame(const map::Map& map, const layout::FrameItem& item, const std::string& alternative);
Group legend(const layout::LegendItem& item);
Group scale_bar(const layout::ScaleBarItem& item);
Group callouts(const layout::CalloutsItem& item);
Group rule(const layout::RuleItem& item);
Group panel(const layout::PanelItem& item);
Group chart(const layout::ChartItem& item, const std::string& name);
Group north_arrow(const layout::NorthArrowItem& item);
Group locator(const layout::LocatorItem& item);
Group graticule(const layout::Graticule& graticule, const std::string& frame);

}  // namespace cartouche::draw_parts
