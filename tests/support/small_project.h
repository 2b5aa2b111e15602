#pragma once
// A whole project on a page of text: two square zones, four projects, one page a zone and one for both.

#include "temporary_folder.h"

namespace cartouche::testing {

inline const char* const kSmallZones = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"01","nom":"Ouest","ti":"a"},"geometry":{"type":"Polygon","coordinates":[[[2,46],[3,46],[3,47],[2,47],[2,46]]]}},
{"type":"Feature","properties":{"code":"02","nom":"Est","ti":null},"geometry":{"type":"Polygon","coordinates":[[[3,46],[4,46],[4,47],[3,47],[3,46]]]}}]})";

inline const char* const kSmallPoints =
    "id,nom,lon,lat,zone,emplois\n"
    "p1,Alpha,2.3,46.3,01,10\n"
    "p2,Bêta,2.7,46.6,01,20\n"
    "p3,Gamma,3.4,46.4,02,5\n"
    "p4,Delta,3.8,46.8,02,7\n";

inline const char* const kSmallStyle = R"yaml(style: 1
fonts: { sans: [Lato, DejaVu Sans] }
colors: { ink: "#222222", sea: "#ddeeff" }
palettes: { teintes: ["#a5cbe8", "#b9dfc3", "#f6dc9c"] }
texts:
  titre: { font: sans, size: 14pt, weight: bold, color: ink }
  petit: { font: sans, size: 7pt, color: ink }
symbols:
  zone: { palette: teintes, stroke: { color: "#ffffff", width: 0.5pt } }
  bord: { stroke: { color: ink, width: 1pt } }
  dans: { marker: circle, size: 4pt, fill: ink }
  hors: { marker: diamond, size: 4pt, fill: "#cc4400" }
templates:
  page:
    size: [100mm, 120mm]
    items:
      titre: { kind: text, box: [5mm, 5mm, 90mm, 8mm], style: titre }
      chiffres: { kind: figures, box: [5mm, 15mm, 90mm, 12mm], number: titre, caption: petit, columns: 2 }
      carte: { kind: frame, box: [5mm, 30mm, 90mm, 60mm], background: sea }
      legende: { kind: legend, box: [5mm, 92mm, 50mm, 22mm], title: petit, text: petit }
      echelle: { kind: scale_bar, box: [60mm, 92mm, 35mm, 8mm], frame: carte, style: petit, stroke: { color: ink, width: 0.5pt } }
      credits: { kind: credits, box: [60mm, 102mm, 35mm, 12mm], style: petit }
)yaml";

inline const char* const kSmallProject = R"yaml(cartouche: 1
title: Petit atlas
book: livre
sources:
  zones: { path: zones.geojson, id: code, credit: { producer: IGN, vintage: "2021", licence: etalab-2.0 } }
  points: { path: points.csv, id: id, point: { x: lon, y: lat, crs: "EPSG:4326" }, credit: { producer: ANCT, vintage: "2022" } }
tables:
  projets:
    - from: points
    - spatial_join: { table: zones, predicate: within, take: { ti: ti, code: dans_zone } }
    - derive: { dans_ti: ti is not null }
figures:
  nombre: { declared: "2", query: count(projets where zone = page.code), source: rapport }
  emplois: { query: sum(emplois from projets where zone = page.code) }
layers:
  zones: { kind: polygons, table: zones, symbol: zone, color_by: code, label: "{nom}", label_style: petit, legend: "Zone ({count})"
}
  bords: { kind: borders, table: zones, symbol: bord, coast: true }
  projets:
    kind: points
    table: projets
    where: zone = page.code
    classes:
      - { when: dans_ti, symbol: dans, legend: "Dans un territoire ({count})" }
      - { symbol: hors, legend: "Hors territoire ({count})" }
pages:
  zone:
    for_each: zones
    key: code
    file: zone-{page.code}
    style: style.yaml
    template: page
    title: "{nombre} projets : {page.nom}"
    frames:
      carte: { extent: { table: zones, where: code = page.code, margin: 3mm }, crs: auto, layers: [zones, bords, projets] }
    texts: { titre: "{nombre} projets : {page.nom}" }
    figures:
      chiffres: [ { figure: "{nombre}", caption: projets }, { figure: "{emplois}", caption: emplois } ]
    legend: { title: Légende, layers: [projets, zones] }
    credits: { made_by: Cartouche, as_of: Données de 2022 }
)yaml";

/// Writes the project into the folder and returns the project file.
inline std::filesystem::path write_small_project(const TemporaryFolder& folder) {
  folder.write("zones.geojson", kSmallZones);
  folder.write("points.csv", kSmallPoints);
  folder.write("style.yaml", kSmallStyle);
  return folder.write("projet.yaml", kSmallProject);
}

}  // namespace cartouche::testing
