// Tiles that ship with the program, written as a user would write one.

#include "cartouche/project/built_in_tiles.h"

#include <array>
#include <string_view>
#include <utility>

#include "cartouche/svg/drawing.h"

namespace cartouche::project {
namespace {

// Each repeats without a seam: what leaves the cell on one side enters it on the other.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTiles{{
    {"plus", R"(<svg viewBox="0 0 8 8"><path d="M2 0.5V3.5M0.5 2H3.5M6 4.5V7.5M4.5 6H7.5" fill="none"
      stroke="currentColor" stroke-width="0.6"/></svg>)"},
    {"crosses", R"(<svg viewBox="0 0 8 8"><path d="M1 1L3 3M3 1L1 3M5 5L7 7M7 5L5 7" fill="none"
      stroke="currentColor" stroke-width="0.6"/></svg>)"},
    {"waves", R"(<svg viewBox="0 0 12 6"><path d="M-3 3Q0 0 3 3T9 3T15 3" fill="none" stroke="currentColor"
      stroke-width="0.6"/></svg>)"},
    {"chevrons", R"(<svg viewBox="0 0 8 6"><path d="M0 4.5L4 1.5L8 4.5" fill="none" stroke="currentColor"
      stroke-width="0.6"/></svg>)"},
    {"squares", R"(<svg viewBox="0 0 8 8"><path d="M1.2 1.2h1.6v1.6h-1.6zM5.2 5.2h1.6v1.6h-1.6z"
      fill="currentColor"/></svg>)"},
    {"rings", R"(<svg viewBox="0 0 8 8"><g fill="none" stroke="currentColor" stroke-width="0.5"><circle cx="2"
      cy="2" r="1.3"/><circle cx="6" cy="6" r="1.3"/></g></svg>)"},
    {"triangles", R"(<svg viewBox="0 0 8 8"><path d="M2 0.8L3.4 3.2H0.6zM6 4.8L7.4 7.2H4.6z"
      fill="currentColor"/></svg>)"},
    {"dashes", R"(<svg viewBox="0 0 10 6"><path d="M1 1.5H5M6 4.5H10" fill="none" stroke="currentColor"
      stroke-width="0.6"/></svg>)"},
}};

}  // namespace

std::shared_ptr<const symbol::Drawing> built_in_tile(const std::string& name) {
  for (const auto& [known, text] : kTiles)
    if (known == name) return std::make_shared<const symbol::Drawing>(svg::parse_drawing(text, name));
  return nullptr;
}

std::vector<std::string> built_in_tile_names() {
  std::vector<std::string> names;
  for (const auto& [name, text] : kTiles) names.emplace_back(name);
  return names;
}

}  // namespace cartouche::project
