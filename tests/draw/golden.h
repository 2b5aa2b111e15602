#pragma once
// A page's display list against the text that stands in tests/draw/golden. CARTOUCHE_UPDATE_GOLDEN=1 in the
// environment writes the texts anew instead of comparing: look at what git says has changed before you keep
// it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../support/small_tables.h"
#include "../support/text_tables.h"
#include "cartouche/draw/draw.h"

namespace cartouche::testing {

// The glyphs' places depend on the version of the font; the dump's texts and places do not, with Lato
// installed.
inline void compare_with_golden(const SmallPage& small, const std::string& name) {
  for (const Diagnostic& one : small.diagnostics.all())
    if (one.code == "font-fallback") GTEST_SKIP() << "the golden dumps are made with Lato: " << one.message;
  const std::string dump = display::dump(draw(small.page));
  const auto golden = std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "tests/draw/golden" / (name + ".txt");
  if (std::getenv("CARTOUCHE_UPDATE_GOLDEN")) {
    std::filesystem::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << dump;
    FAIL() << "rewrote " << golden
           << ": look at the difference, then run again without CARTOUCHE_UPDATE_GOLDEN";
  }
  std::ifstream in(golden, std::ios::binary);
  std::ostringstream wanted;
  wanted << in.rdbuf();
  EXPECT_EQ(dump, wanted.str());
}

/// One thing on a page of 60 × 44 mm: what its style and its project say beyond what all scenes share, each
/// as lines of YAML `name: { … }`.
struct Scene {
  std::string name;  ///< of the golden dump
  std::string items;
  std::string page;
  std::string layers = "";
  std::string symbols = "";
};
inline void PrintTo(const Scene& scene, std::ostream* out) {
  *out << scene.name;
}

/// Three square parcels (one without a value), two roads, five places of which two are nearly one, and a
/// crowd of places whose names cannot all stand.
inline ReadSource scene_sources() {
  return sources_of_text({
      {"parcelles",
       "code;nom;groupe;valeur:real;wkt\n"
       "a;Aulnay;1;2;POLYGON((600000 6700000,620000 6700000,620000 6720000,600000 6720000,600000 6700000))\n"
       "b;Brou;1;8;POLYGON((620000 6700000,640000 6700000,640000 6720000,620000 6720000,620000 6700000))\n"
       "c;Cerisy;2;;POLYGON((600000 6720000,620000 6720000,620000 6740000,600000 6740000,600000 6720000))\n"},
      {"routes",
       "code;nom;rang;wkt\n"
       "r;Route du pont;1;LINESTRING(602000 6705000,638000 6705000)\n"
       "s;Route de la tour;2;LINESTRING(602000 6714000,618000 6714000,638000 6726000)\n"},
      {"lieux",
       "code;nom;rang;emplois:real;wkt\n"
       "p;Pont;1;40;POINT(605000 6705000)\n"
       "q;Quai;2;10;POINT(610000 6712000)\n"
       "r;Rive;2;20;POINT(630000 6710000)\n"
       "s;Sart;1;;POINT(605200 6705000)\n"
       "t;Tour;2;5;POINT(612000 6730000)\n"},
      {"foule",
       "code;nom;wkt\n"
       "f1;Saint-Front-sur-Aulne;POINT(604000 6710000)\n"
       "f2;Sainte-Foy-la-Rive;POINT(605000 6711000)\n"
       "f3;Faverolles-le-Quai;POINT(606000 6710000)\n"
       "f4;Fontaine-la-Tour;POINT(605000 6709000)\n"
       "f5;Fresnes-en-Brou;POINT(605000 6710000)\n"},
  });
}

inline std::string indented(const std::string& text, const std::string& by) {
  std::string lines;
  for (const std::string& line : split(text, '\n')) lines += by + line + "\n";
  return lines;
}

inline SmallPage page_of_scene(const Scene& scene) {
  const std::string style = R"yaml(style: 1
fonts: { sans: [Lato, DejaVu Sans] }
palettes: { teintes: ["#a5cbe8", "#b9dfc3", "#f6dc9c"] }
texts:
  petit: { size: 6pt, color: "#222222" }
  titre: { size: 8pt, weight: bold, color: "#16235c" }
  suivi: { size: 6pt, along: { offset: 1pt } }
symbols:
  terre: { fill: "#eeeeee", stroke: { color: "#999999", width: 0.5pt } }
  trait: { stroke: { color: "#cc4400", width: 1pt } }
  point: { fill: "#222222", marker: square, size: 3pt }
)yaml" + indented(scene.symbols, "  ") +
                            R"yaml(templates:
  page:
    size: [60mm, 44mm]
    items:
)yaml" + indented(scene.items, "      ");
  const std::string project = R"yaml(cartouche: 1
title: Une chose
sources:
  parcelles: { path: parcelles, credit: { producer: IGN, vintage: "2021", licence: etalab-2.0 } }
  routes: { path: routes }
  lieux: { path: lieux, credit: { producer: ANCT, vintage: "2022" } }
  foule: { path: foule }
layers:
  aire: { kind: polygons, table: parcelles, where: "code = 'a'", symbol: terre, legend: "Parcelle ({count})" }
  lieux: { kind: points, table: lieux, symbol: point, legend: "Lieu ({count})" }
)yaml" + indented(scene.layers, "  ") +
                              R"yaml(pages:
  page:
    file: page
    style: style.yaml
    template: page
    title: Une chose
)yaml" + indented(scene.page, "    ");
  return SmallPage("page", project, style, scene_sources());
}

class Golden : public ::testing::TestWithParam<Scene> {};

inline std::string golden_name(const ::testing::TestParamInfo<Scene>& one) {
  std::string name = one.param.name;
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
}

}  // namespace cartouche::testing
