#pragma once
// Small pages to draw, and the programs that read what was drawn.

#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "../support/programs.h"
#include "../support/temporary_folder.h"
#include "cartouche/backend/backend.h"

namespace cartouche::testing {

inline display::DisplayList page_of(std::vector<display::Node> nodes, double width = 20, double height = 10) {
  display::DisplayList page;
  page.width = width;
  page.height = height;
  page.title = "Une page";
  page.nodes = std::move(nodes);
  return page;
}

inline display::Shape box(double x0, double y0, double x1, double y1, display::Fill fill) {
  return {Path::rectangle({{x0, y0}, {x1, y1}}), fill, std::nullopt};
}

/// A line of text with a red halo, its baseline at (10, 20).
inline std::vector<display::Node> some_text(const std::string& string, Point at = {10, 20}) {
  Shaper shaper;
  Diagnostics diagnostics;
  FontSpec font;
  font.families = {"Lato", "DejaVu Sans"};
  font.size = 18;
  std::vector<display::Node> nodes;
  for (const TextRun& run : shaper.line(string, font, diagnostics).runs) {
    display::Text text{
        run.text, run.run, Affine::translation(at.x + run.x, at.y), {0, 0, 0, 255}, std::nullopt};
    text.halo = display::Stroke{{255, 0, 0, 255}, 4, {}, display::Cap::round, display::Join::round};
    nodes.push_back({text});
  }
  return nodes;
}

/// The same, each letter turned by 20 degrees against the one before.
inline std::vector<display::Node> turned_text(const std::string& string, Point at = {10, 20}) {
  std::vector<display::Node> nodes = some_text(string, at);
  TurnedCluster next{at.x, at.y, -0.7};
  for (display::Node& node : nodes) {
    auto& text = std::get<display::Text>(node.value);
    text.at = {std::cos(next.angle),
               std::sin(next.angle),
               -std::sin(next.angle),
               std::cos(next.angle),
               next.x,
               next.y};
    for (const ClusterPiece& piece : cluster_pieces(text.string, text.run)) {
      text.along.push_back(next);
      next.x += (piece.run.advance + 1) * std::cos(next.angle);
      next.y += (piece.run.advance + 1) * std::sin(next.angle);
      next.angle += 0.35;
    }
  }
  return nodes;
}

}  // namespace cartouche::testing
