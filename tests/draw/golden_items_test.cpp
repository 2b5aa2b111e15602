// Every kind of page item, in a box of its own and, where it may, in `box: auto`.

#include "golden.h"

namespace cartouche::testing {
namespace {

const std::string kMap = "carte: { kind: frame, box: [1mm, 1mm, 40mm, 42mm] }\n";
const std::string kView = "extent: { table: parcelles, margin: 2mm }, crs: 'EPSG:2154'";
// Little under the item: its own lines are what a reader of the dump looks for.
const std::string kFrames = "frames: { carte: { " + kView + ", layers: [aire] } }\n";
const std::string kDots = "frames: { carte: { " + kView + ", layers: [lieux] } }\n";
const std::string kAuto = "box: auto, place: { size: [18mm, 12mm], within: [0mm, 0mm, 60mm, 44mm] }";
const std::string kBars =
    "kind: bars, table: lieux, label: '{nom}', value: emplois, title: Par lieu, unit: emplois";

using GoldenItem = Golden;
TEST_P(GoldenItem, IsDrawnAsItsDumpSays) {
  compare_with_golden(page_of_scene(GetParam()), GetParam().name);
}

const Scene kTexts[] = {
    {"text", "mot: { kind: text, box: [2mm, 2mm, 30mm, 20mm], style: titre, valign: bottom }",
     "texts: { mot: 'Trois parcelles et **cinq** lieux' }"},
    {"text-auto", kMap + "mot: { kind: text, " + kAuto + ", style: titre }",
     kFrames + "texts: { mot: 'Trois parcelles' }"},
    {"figures",
     "cles: { kind: figures, box: [2mm, 2mm, 50mm, 20mm], number: titre, caption: petit, columns: 2, space: "
     "2pt }",
     "figures: { cles: [{ figure: '24', caption: communes }, { figure: '310', caption: emplois }, "
     "{ figure: '5', caption: lieux }] }"},
    {"figures-auto", kMap + "cles: { kind: figures, " + kAuto + ", number: titre, caption: petit }",
     kFrames + "figures: { cles: [{ figure: '24', caption: communes }] }"},
    {"credits", kMap + "credits: { kind: credits, box: [43mm, 2mm, 16mm, 40mm], style: petit, valign: top }",
     kFrames + "credits: { made_by: Cartouche, as_of: Données de 2022, note: À titre d'essai }"},
    {"rule",
     "trait: { kind: rule, box: [2mm, 2mm, 50mm, 4mm], stroke: { color: '#16235c', width: 1pt }, knob: 1mm, "
     "fade: true }",
     ""},
    {"panel",
     "fond: { kind: panel, box: [2mm, 2mm, 50mm, 30mm], fill: '#fff3d6', stroke: { color: '#16235c' }, "
     "radius: 3mm }",
     ""},
};
INSTANTIATE_TEST_SUITE_P(Texts, GoldenItem, ::testing::ValuesIn(kTexts), golden_name);

const Scene kFurniture[] = {
    {"legend",
     kMap + "legende: { kind: legend, box: [42mm, 2mm, 17mm, 40mm], title: titre, text: petit, swatch_width: "
            "8pt }",
     kFrames + "legend: { title: Légende, layers: [{ layer: aire, title: Fond, texts: [Parcelle] }] }"},
    {"legend-auto",
     kMap + "legende: { kind: legend, " + kAuto + ", title: titre, text: petit, swatch_width: 8pt }",
     kFrames + "legend: { title: Légende, layers: [aire] }"},
    {"legend-columns",
     kMap + "legende: { kind: legend, box: [2mm, 30mm, 56mm, 12mm], title: titre, text: petit, columns: 2 }",
     "frames: { carte: { " + kView +
         ", layers: [aire, lieux] } }\nlegend: { title: Légende, layers: [lieux, aire] }"},
    {"scale-bar",
     kMap + "echelle: { kind: scale_bar, box: [42mm, 2mm, 16mm, 8mm], frame: carte, style: petit, tick: 2pt, "
            "stroke: { color: '#16235c', width: 1pt } }",
     kFrames},
    {"scale-bar-auto", kMap + "echelle: { kind: scale_bar, " + kAuto + ", frame: carte, style: petit }",
     kFrames},
    {"north-arrow",
     kMap + "nord: { kind: north_arrow, box: [44mm, 2mm, 10mm, 14mm], frame: carte, style: petit, color: "
            "'#16235c' }",
     kFrames},
    {"north-arrow-auto", kMap + "nord: { kind: north_arrow, " + kAuto + ", frame: carte, style: petit }",
     kFrames},
    {"scale-text",
     kMap + "echelle: { kind: scale_text, box: [42mm, 2mm, 17mm, 8mm], frame: carte, style: petit, form: "
            "words }",
     kFrames},
    {"scale-text-auto", kMap + "echelle: { kind: scale_text, " + kAuto + ", frame: carte, style: petit }",
     kFrames},
};
INSTANTIATE_TEST_SUITE_P(Furniture, GoldenItem, ::testing::ValuesIn(kFurniture), golden_name);

const Scene kCharts[] = {
    {"chart-bars",
     "barres: { kind: chart, box: [2mm, 2mm, 50mm, 36mm], text: petit, title: titre, palette: teintes }",
     "charts: { barres: { " + kBars + " } }"},
    {"chart-stacked", "barres: { kind: chart, box: [2mm, 2mm, 50mm, 36mm], text: petit, palette: teintes }",
     "charts: { barres: { kind: stacked, table: lieux, where: emplois > 5, label: '{nom}', order: table, "
     "values: "
     "[{ value: emplois, name: Emplois }, { value: emplois / 2, name: Moitié }] } }"},
    {"chart-donut",
     "anneau: { kind: chart, box: [2mm, 2mm, 50mm, 36mm], text: petit, palette: teintes, hole: 0.4 }",
     "charts: { anneau: { kind: donut, table: lieux, where: rang = '2', label: '{nom}', value: emplois } }"},
    {"chart-auto", kMap + "barres: { kind: chart, " + kAuto + ", text: petit, palette: teintes }",
     kFrames + "charts: { barres: { " + kBars + " } }"},
};
INSTANTIATE_TEST_SUITE_P(Charts, GoldenItem, ::testing::ValuesIn(kCharts), golden_name);

const std::string kBoxes =
    "title: titre, lines: [petit], padding: 1mm, gap: 1mm, fill: '#ffffff', stroke: { color: '#16235c' }, "
    "leader: { color: '#16235c', width: 0.6pt }";
const std::string kCallouts =
    "{ table: lieux, where: \"code in ('p', 'r', 't')\", title: '{nom}', "
    "lines: ['{emplois} emplois'] }";

const Scene kFramesAndBoxes[] = {
    {"frame",
     "carte: { kind: frame, box: [2mm, 8mm, 50mm, 30mm], background: '#ddeeff', border: { color: '#16235c' "
     "}, "
     "glow: { color: '#16235c90', width: 2pt }, title_style: titre, title_side: above }",
     "frames: { carte: { " + kView + ", title: La parcelle, layers: [aire] } }"},
    {"frame-circle",
     "carte: { kind: frame, box: [2mm, 2mm, 40mm, 40mm], shape: circle, border: { color: '#16235c' } }",
     "frames: { carte: { " + kView + ", layers: [aire] } }"},
    {"frame-auto",
     kMap + "encart: { kind: frame, box: auto, place: { size: [12mm, 12mm], within: carte, prefer: top-left, "
            "clear: "
            "1mm }, background: '#ffffff', border: { color: '#cc4400' } }",
     "frames: { carte: { " + kView +
         ", layers: [aire, lieux] }, encart: { extent: { table: parcelles, where: \"code "
         "= 'a'\" }, crs: 'EPSG:2154', layers: [aire] } }"},
    {"graticule",
     "carte: { kind: frame, box: [8mm, 2mm, 40mm, 34mm], graticule: { step: 0.2, stroke: { color: '#8fa6c4' "
     "}, label: "
     "petit } }",
     "frames: { carte: { " + kView + ", layers: [] } }"},
    {"spread",
     "carte: { kind: frame, box: [1mm, 1mm, 40mm, 42mm], spread: { within: 0.5mm, tie: { color: '#16235c' } "
     "} }",
     kDots},
    {"locator",
     kMap + "zoom: { kind: frame, box: [44mm, 4mm, 12mm, 12mm], border: { color: '#16235c' } }\n"
            "repere: { kind: locator, of: zoom, on: carte, fill: '#e8590c55', stroke: { color: '#e8590c' }, "
            "tie: "
            "{ color: '#16235c', width: 0.4pt } }",
     "frames: { carte: { " + kView +
         ", layers: [] }, zoom: { extent: { table: parcelles, where: \"code = 'b'\" }, "
         "crs: 'EPSG:2154', layers: [lieux] } }"},
    {"callouts",
     "carte: { kind: frame, box: [1mm, 1mm, 58mm, 30mm] }\n"
     "encadres: { kind: callouts, box: [1mm, 32mm, 58mm, 11mm], columns: 3, radius: 1mm, ring: 3pt, " +
         kBoxes + " }",
     kDots + "callouts: { encadres: " + kCallouts + " }"},
    {"callouts-both-sides",
     "carte: { kind: frame, box: [18mm, 1mm, 24mm, 42mm] }\n"
     "encadres: { kind: callouts, side: left, box: [1mm, 1mm, 16mm, 42mm], also: [{ side: right, box: [43mm, "
     "1mm, "
     "16mm, 42mm] }], " +
         kBoxes + " }",
     kDots + "callouts: { encadres: " + kCallouts + " }"},
    {"callouts-until",
     "carte: { kind: frame, box: [1mm, 1mm, 58mm, 42mm], until: encadres, gap: 1mm, border: { color: "
     "'#16235c' } }\n"
     "encadres: { kind: callouts, box: [1mm, 30mm, 58mm, 13mm], columns: 3, " +
         kBoxes + " }",
     kDots + "callouts: { encadres: " + kCallouts + " }"},
};
INSTANTIATE_TEST_SUITE_P(FramesAndBoxes, GoldenItem, ::testing::ValuesIn(kFramesAndBoxes), golden_name);

}  // namespace
}  // namespace cartouche::testing
