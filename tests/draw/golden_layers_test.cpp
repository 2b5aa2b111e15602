// Every kind of layer: its classes, the offsets of its lines, its names, and how its symbols are painted.

#include "golden.h"

namespace cartouche::testing {
namespace {

using GoldenLayer = Golden;
TEST_P(GoldenLayer, IsDrawnAsItsDumpSays) {
  compare_with_golden(page_of_scene(GetParam()), GetParam().name);
}

const std::string kMap = "carte: { kind: frame, box: [1mm, 1mm, 40mm, 42mm] }\n";
const std::string kLegend =
    "legende: { kind: legend, box: [42mm, 2mm, 17mm, 40mm], title: petit, text: petit, "
    "swatch_width: 8pt }\n";

// A page whose frame shows the layers, and whose legend, where it has one, explains the last of them.
std::string showing(const std::string& layers, const std::string& explained = "") {
  return "frames: { carte: { extent: { table: parcelles, margin: 2mm }, crs: 'EPSG:2154', layers: [" +
         layers + "] } }\n" + (explained.empty() ? "" : "legend: { layers: [" + explained + "] }\n");
}

const Scene kClasses[] = {
    {"polygons-classes", kMap + kLegend, showing("aires", "aires"),
     "aires: { kind: polygons, table: parcelles, attributes: [nom], link: 'https://example.org/{code}', "
     "classes: "
     "[{ when: valeur > 5, symbol: fort, legend: 'Fort ({count})' }, { symbol: terre, legend: 'Autre "
     "({count})' }] }",
     "fort: { fill: '#cc4400' }"},
    {"polygons-classify", kMap + kLegend, showing("aires", "aires"),
     "aires: { kind: polygons, table: parcelles, legend_title: Valeur, classify: { value: valeur, method: "
     "manual, breaks: "
     "[0, 5, 10], palette: teintes, missing: terre, unit: '%' } }"},
    {"polygons-color-by", kMap + kLegend, showing("aires", "aires"),
     "aires: { kind: polygons, table: parcelles, symbol: teinte, color_by: groupe, legend: 'Groupe "
     "({groups})' }",
     "teinte: { palette: teintes, stroke: { color: '#ffffff', width: 1pt } }"},
    {"borders-coast", kMap + kLegend, showing("bords", "bords"),
     "bords: { kind: borders, table: parcelles, coast: true, symbol: gaine, legend: Limite }",
     "gaine: { stroke: { color: '#16235c', width: 0.5pt, dash: [2pt, 1pt] }, casing: { color: '#dddddd', "
     "width: 3pt } }"},
    {"borders-groups", kMap, showing("bords"),
     "bords: { kind: borders, table: parcelles, symbol: trait, group_by: groupe }"},
    {"borders-offset", kMap, showing("bords"), "bords: { kind: borders, table: parcelles, symbol: ecarte }",
     "ecarte: { stroke: { color: '#cc4400', width: 1pt, offset: 2pt } }"},
    {"lines-classes", kMap + kLegend, showing("routes", "routes"),
     "routes: { kind: lines, table: routes, classes: [{ when: \"rang = '1'\", symbol: trait, legend: Premier "
     "}, "
     "{ symbol: gaine, legend: Second }] }",
     "gaine: { stroke: { color: '#ffffff', width: 1pt }, casing: { color: '#16235c', width: 3pt } }"},
    {"lines-classes-offset", kMap, showing("routes"),
     "routes: { kind: lines, table: routes, classes: [{ when: \"rang = '1'\", symbol: trait }, { symbol: "
     "ecarte }] }",
     "ecarte: { stroke: { color: '#16235c', width: 1pt, offset: -3pt } }"},
    {"points-classes", kMap + kLegend, showing("villes", "villes"),
     "villes: { kind: points, table: lieux, classes: [{ when: \"rang = '1'\", symbol: etoile, legend: "
     "'Premier "
     "({count})' }, { symbol: point, legend: 'Second ({count})' }] }",
     "etoile: { marker: star, size: 6pt, fill: '#cc4400', stroke: { color: '#ffffff', width: 0.5pt } }"},
    {"points-size-by", kMap + kLegend, showing("cercles", "cercles"),
     "cercles: { kind: points, table: lieux, symbol: cercle, legend: Emplois, size_by: { value: emplois, "
     "size: 6mm, unit: "
     "emplois } }",
     "cercle: { fill: '#cc440080', stroke: { color: '#cc4400' } }"},
};
INSTANTIATE_TEST_SUITE_P(Classes, GoldenLayer, ::testing::ValuesIn(kClasses), golden_name);

const Scene kNames[] = {
    {"names-of-areas", kMap, showing("aires"),
     "aires: { kind: polygons, table: parcelles, symbol: terre, label: '{nom}', label_style: petit }"},
    {"names-of-points", kMap, showing("villes"),
     "villes: { kind: points, table: lieux, symbol: point, label: '{nom}', label_style: petit }"},
    {"names-required", kMap + kLegend, showing("foule", "foule"),
     "foule: { kind: points, table: foule, symbol: point, label: '{nom}', label_style: petit, "
     "label_required: true, "
     "legend: 'Ville ({count})' }"},
    {"names-required-legend-auto",
     kMap + "legende: { kind: legend, box: auto, place: { size: [17mm, 10mm], within: [42mm, 0mm, 18mm, "
            "44mm] }, title: "
            "petit, text: petit, swatch_width: 8pt }",
     showing("foule", "foule"),
     "foule: { kind: points, table: foule, symbol: point, label: '{nom}', label_style: petit, "
     "label_required: true, "
     "legend: 'Ville ({count})' }"},
    {"names-along-lines", kMap, showing("routes"),
     "routes: { kind: lines, table: routes, symbol: trait, label: '{nom}', label_style: suivi }"},
    {"names-along-limits", kMap, showing("aires"),
     "aires: { kind: polygons, table: parcelles, where: \"code = 'a'\", symbol: terre, label: '{nom}', "
     "label_style: "
     "suivi }"},
};
INSTANTIATE_TEST_SUITE_P(Names, GoldenLayer, ::testing::ValuesIn(kNames), golden_name);

// The parcels in one symbol.
Scene painted(const std::string& name, const std::string& symbol) {
  return {name, kMap, showing("aires"),
          "aires: { kind: polygons, table: parcelles, where: \"code = 'a'\", symbol: peint }",
          "peint: " + symbol};
}

const Scene kPaint[] = {
    painted(
        "hatch",
        "{ fill: '#eeeeee', hatch: [{ color: '#5d6470' }, { color: '#16235c', angle: 135, spacing: 4pt }] }"),
    painted("dots", "{ dots: { color: '#5d6470', spacing: 4pt, radius: 0.8pt } }"),
    painted("tile", "{ tile: { drawing: plus, color: '#5d6470', size: 5pt, angle: 30 } }"),
    painted("glow", "{ fill: '#eeeeee', glow: { color: '#16235c90', width: 2pt, offset: [1pt, 1pt] } }"),
    painted("inner-glow", "{ fill: '#eeeeee', inner_glow: { color: '#16235c90', width: 2pt } }"),
    painted("fade", "{ fill: '#eeeeee', fade: { center: [0.3, 0.5], radius: [0.4, 0.3], from: 0.2 } }"),
    painted("waterlines", "{ stroke: { color: '#4a90c2', width: 0.4pt }, waterlines: [2pt, 4pt] }"),
    painted("blend", "{ fill: '#f6dc9c', opacity: 0.6, blend: multiply }"),
};
INSTANTIATE_TEST_SUITE_P(Paint, GoldenLayer, ::testing::ValuesIn(kPaint), golden_name);

}  // namespace
}  // namespace cartouche::testing
