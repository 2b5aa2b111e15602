#include "cartouche/map/check.h"

#include <gmock/gmock.h>

namespace cartouche::map {
namespace {

using ::testing::HasSubstr;

// A layer, a figure and a question that no page uses stand beside those that are used.
constexpr const char* kProject = R"yaml(cartouche: 1
parameters: { seuil: "3" }
sources: { zones: { path: z.geojson }, points: { path: p.csv, point: { x: x, y: y, crs: "EPSG:4326" } } }
figures:
  total: count(points where zone = page.code)
  jamais: { declared: "6", query: sum(emplois from points), source: s }
questions: { q: { points: { table: points, where: emplois > 0 }, zones: { z: zones }, crs: "EPSG:2154" } }
layers:
  zones: { kind: polygons, table: zones, classify: { value: population, method: jenks, palette: YlGnBu, missing: zone }, label: "{nom} {total}", label_style: petit }
  points: { kind: points, table: points, symbol: point, where: emplois > to_number(param.seuil) }
  oubliee: { kind: points, table: points, symbol: point, where: length(nom) > 2, link: "https://x/{id}" }
pages:
  p:
    for_each: { table: zones, where: population > 0 }
    file: p-{page.code}
    style: s.yaml
    template: page
    title: "{total} en {page.nom}"
    frames: { carte: { extent: { table: zones, where: code = page.code }, crs: EPSG:2154, layers: [zones, points] } }
    texts: { titre: "{total:0}" }
    legend: { layers: [{ layer: zones, texts: ["{range} ({count})"] }] }
)yaml";

constexpr const char* kStyle = R"yaml(style: 1
fonts: { sans: [Lato] }
texts: { petit: { font: sans, size: 7pt, color: "#000000" } }
symbols: { zone: { fill: "#ff0000" }, point: { fill: "#00ff00" } }
templates: { page: { size: [100mm, 100mm], items: { carte: { kind: frame, box: [0mm, 10mm, 90mm, 90mm] }, titre: { kind: text, box: [0mm, 0mm, 90mm, 9mm], style: petit } } } }
)yaml";

PageStyle style_of(const std::string& text) {
  return read_templates(project::parse_style(project::parse_yaml(text, "s.yaml"), "s.yaml"));
}

std::string refusal_of(const std::string& text) {
  try {
    const auto project = project::parse_project(project::parse_yaml(text, "p.yaml"), "p.yaml");
    check_code(project);
    const std::map<std::string, PageStyle> styles{{"s.yaml", style_of(kStyle)}};
    for (const project::Page& page : project.pages) check_page(project, page, styles.at("s.yaml"));
    check_undrawn_layers(project, styles);
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Check, TakesWhatIsRight) {
  EXPECT_EQ(refusal_of(kProject), "");
}

TEST(Check, FindsAWrongWordAnywhereWithItsPlaceAndTheNearestWord) {
  struct Case {
    const char* from;
    const char* to;
    const char* says;
  };
  const Case cases[] = {
      {"count(points where zone", "count(pointz where zone", "p.yaml:5:16: no table 'pointz'"},
      {"sum(emplois from points)", "sum(emplois from pointz)", "did you mean 'points'?"},
      {"declared: \"6\"", "declared: total", "no value 'total'"},
      {"where: emplois > 0", "where: emplois > > 0", "p.yaml:7:61"},
      {"{nom} {total}", "{nom} {uper(nom)}", "did you mean 'upper'?"},
      {"to_number(param.seuil)", "to_number(param.seul)", "p.yaml:10:84: no parameter 'param.seul'"},
      {"length(nom) > 2", "lenght(nom) > 2", "did you mean 'length'?"},
      {"https://x/{id}", "https://x/{id", "the brace '{' is never closed"},
      {"population > 0 }", "population > page.seuil }", "no parameter 'page.seuil'"},
      {"{total} en", "{totel} en", "p.yaml:18:13: no value 'totel' in «totel»; did you mean 'total'?"},
      {"{total:0}", "{total.valu}", "did you mean 'total.value'?"},
      {"{range} ({count})", "{rang} ({count})", "did you mean 'range'?"},
      {"    for_each: { table: zones, where: population > 0 }\n", "", "no parameter 'page."},
      {"crs: EPSG:2154,", "crs: EPSG:21540000,", "p.yaml:19"},
      {"crs: \"EPSG:2154\"", "crs: \"EPSG:0\"", "p.yaml:7"},
      {"y: y, crs: \"EPSG:4326\"", "y: y, crs: \"EPSG:\"", "p.yaml:3"},
      {"method: jenks", "method: jenk",
       "p.yaml:9:81: no method 'jenk' to find classes; did you mean 'jenks'?"},
      {"palette: YlGnBu", "palette: YlGnBo", "did you mean 'YlGnBu'?"},
      {"missing: zone", "missing: zon", "no symbol 'zon' in the style; did you mean 'zone'?"},
      {"label_style: petit", "label_style: petits", "did you mean 'petit'?"},
      {"symbol: point, where: length", "symbol: piont, where: length", "no symbol 'piont' in the style"},
      {"template: page", "template: pege", "did you mean 'page'?"},
      {"texts: { titre:", "texts: { titres:",
       "template 'page' has no item 'titres' to fill; did you mean 'titre'?"},
  };
  for (const Case& one : cases)
    EXPECT_THAT(refusal_of(with(kProject, one.from, one.to)), HasSubstr(one.says)) << one.to;
}

TEST(Check, ALayerThatNoPageDrawsMayBeOfAnyOfTheStyles) {
  std::map<std::string, PageStyle> styles;
  for (const std::string name : {"point", "autre"})
    styles.emplace(name + ".yaml", style_of(with(kStyle, "point: {", name + ": {")));
  const auto layers = [](const std::string& symbol) {
    return project::parse_project(
        project::parse_yaml(
            "cartouche: 1\nsources: { t: { path: t.csv } }\nlayers: { a: { kind: points, table: t, symbol: " +
                symbol + " } }\n",
            "p.yaml"),
        "p.yaml");
  };
  EXPECT_NO_THROW(check_undrawn_layers(layers("point"), styles));
  EXPECT_NO_THROW(check_undrawn_layers(layers("autre"), styles));
  EXPECT_THROW(check_undrawn_layers(layers("aucun"), styles), Error);
}

}  // namespace
}  // namespace cartouche::map
