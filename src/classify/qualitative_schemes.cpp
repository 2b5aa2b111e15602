// Colours of ColorBrewer, https://colorbrewer2.org, by Cynthia A. Brewer, Mark Harrower and The Pennsylvania
// State University, Apache-2.0; Harrower, Brewer, ColorBrewer.org: An Online Tool for Selecting Colour
// Schemes for Maps, The Cartographic Journal 40(1), 2003.

#include "schemes.h"

namespace cartouche::classify_internal {

namespace {

// Hues without an order; a map of fewer classes takes the first ones.
constexpr std::string_view kAccent[] = {
    "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666",
};
constexpr std::string_view kDark2[] = {
    "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
};
constexpr std::string_view kPaired[] = {
    "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928",
};
constexpr std::string_view kPastel1[] = {
    "fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2",
};
constexpr std::string_view kPastel2[] = {
    "b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc",
};
constexpr std::string_view kSet1[] = {
    "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
};
constexpr std::string_view kSet2[] = {
    "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
};
constexpr std::string_view kSet3[] = {
    "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f",
};

constexpr Scheme kSchemes[] = {
    {"Accent", Kind::qualitative, kAccent},    {"Dark2", Kind::qualitative, kDark2, 3},
    {"Paired", Kind::qualitative, kPaired, 4}, {"Pastel1", Kind::qualitative, kPastel1},
    {"Pastel2", Kind::qualitative, kPastel2},  {"Set1", Kind::qualitative, kSet1},
    {"Set2", Kind::qualitative, kSet2, 3},     {"Set3", Kind::qualitative, kSet3},
};

}  // namespace

std::span<const Scheme> qualitative_schemes() {
  return kSchemes;
}

}  // namespace cartouche::classify_internal
