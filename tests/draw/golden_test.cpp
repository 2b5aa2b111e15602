// One thing on a page of 60 × 44 mm: each file of tests/draw/golden says in YAML what its page has beyond
// what all these pages share (`items`, `page`, `layers`, `symbols`), and after a line of dashes the display
// list that is drawn of it. A new file is a new test.

#include <algorithm>

#include "../support/text_tables.h"
#include "golden.h"

namespace cartouche::testing {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "tests/draw/golden";
const std::string kDashes = "---\n";

/// Three square parcels (one without a value), two roads, five places of which two are nearly one, and a
/// crowd of places whose names cannot all stand.
ReadSource scene_sources() {
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

/// The lines below each of a scene's words, as they stand there.
std::map<std::string, std::string> sections_of(const std::string& scene) {
  std::map<std::string, std::string> sections;
  std::string* section = nullptr;
  for (const std::string& line : split(scene, '\n')) {
    if (line.ends_with(':') && !line.starts_with(' '))
      section = &sections[line.substr(0, line.size() - 1)];
    else if (section)
      *section += line + "\n";
  }
  return sections;
}

std::string indented(const std::string& text, const std::string& by) {
  std::string lines;
  for (const std::string& line : split(text, '\n')) lines += by + line + "\n";
  return lines;
}

SmallPage page_of(const std::string& scene) {
  std::map<std::string, std::string> sections = sections_of(scene);
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
)yaml" + sections["symbols"] +
                            R"yaml(templates:
  page:
    size: [60mm, 44mm]
    items:
)yaml" + indented(sections["items"], "    ");
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
)yaml" + sections["layers"] + R"yaml(pages:
  page:
    file: page
    style: style.yaml
    template: page
    title: Une chose
)yaml" + indented(sections["page"], "  ");
  return SmallPage("page", project, style, scene_sources());
}

std::vector<std::string> scenes() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) names.push_back(entry.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, SceneIsDrawnAsItsFileSays) {
  const std::filesystem::path file = kFolder / (GetParam() + ".txt");
  const std::string text = read_text(file);
  const std::string scene = text.substr(0, text.find(kDashes));  // a new one has no dashes yet
  compare_with_golden(page_of(scene), file, scene + kDashes);
}

INSTANTIATE_TEST_SUITE_P(Scenes, Golden, ::testing::ValuesIn(scenes()), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace cartouche::testing
