#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cartouche/base/words.h"
#include "cartouche/classify/classify.h"
#include "schemes.h"

namespace cartouche {

using classify_internal::Kind;
using classify_internal::Scheme;

namespace {

std::array<std::span<const Scheme>, 4> all_schemes() {
  using namespace classify_internal;
  return {sequential_schemes(), continuous_schemes(), diverging_schemes(), qualitative_schemes()};
}

const Scheme* find_scheme(std::string_view name) {
  for (const std::span<const Scheme> schemes : all_schemes())
    for (const Scheme& scheme : schemes)
      if (scheme.name == name) return &scheme;
  return nullptr;
}

std::vector<Color> colors_of(std::string_view row) {
  std::vector<Color> colors;
  for (std::size_t at = 0; at < row.size(); at += 7)
    colors.push_back(parse_color("#" + std::string(row.substr(at, 6)), {}));
  return colors;
}

/// `count` colours evenly over the whole of `from`, both ends included; one is the middle.
std::vector<Color> spread(const std::vector<Color>& from, std::size_t count) {
  std::vector<Color> colors;
  const auto last = static_cast<double>(from.size() - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const double at = count == 1 ? last / 2 : last * static_cast<double>(i) / static_cast<double>(count - 1);
    const auto below = std::min(static_cast<std::size_t>(at), from.size() - 2);
    colors.push_back(mix(from[below], from[below + 1], at - static_cast<double>(below)));
  }
  return colors;
}

}  // namespace

std::vector<Color> palette(const std::string& name, int count, const Location& where) {
  const Scheme* scheme = find_scheme(name);
  if (!scheme)
    throw usage_error(where, fmt::format("unknown palette '{}'", name), suggestion(name, palette_names()));
  if (count <= 0) return {};
  const auto wanted = static_cast<std::size_t>(count);
  if (scheme->kind == Kind::qualitative) {
    std::vector<Color> colors = colors_of(scheme->rows.front());
    if (wanted > colors.size())
      throw usage_error(
          where, fmt::format("palette '{}' has {} colours, and {} are needed", name, colors.size(), count),
          "Paired and Set3 have 12; more cannot be told apart");
    colors.resize(wanted);
    return colors;
  }
  for (const std::string_view row : scheme->rows)
    if ((row.size() + 1) / 7 == wanted) return colors_of(row);
  const bool more = wanted > (scheme->rows.back().size() + 1) / 7;
  return spread(colors_of(more ? scheme->rows.back() : scheme->rows.front()), wanted);
}

std::vector<PaletteInfo> palettes() {
  const auto word = [](Kind kind) {
    return kind == Kind::sequential ? "sequential" : kind == Kind::diverging ? "diverging" : "qualitative";
  };
  std::vector<PaletteInfo> all;
  for (const std::span<const Scheme> schemes : all_schemes())
    for (const Scheme& scheme : schemes) {
      const int most = static_cast<int>((scheme.rows.back().size() + 1) / 7);
      all.push_back({std::string(scheme.name), word(scheme.kind), scheme.safe, most});
    }
  return all;
}

std::vector<std::string> palette_names() {
  std::vector<std::string> names;
  for (const std::span<const Scheme> schemes : all_schemes())
    for (const Scheme& scheme : schemes) names.emplace_back(scheme.name);
  return names;
}

}  // namespace cartouche
