// Project files: what is read, and the one line said about what is wrong.

#include "cartouche/project/project.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cartouche::project {
namespace {

constexpr const char* kWhole = R"yaml(cartouche: 1
title: Annexes
parameters:
  millesime: 2021
  base: geodata
sources:
  epci:
    path: ${base}/epci-${millesime}.fgb
    id: siren
    credit: { producer: IGN, vintage: 2021, updated: 2021-04-01, licence: etalab-2.0, note: contours généralisés }
  laureats: { path: laureats.csv, encoding: UTF-8, delimiter: ";", point: { x: lon, y: lat, crs: EPSG:4326 }, types: { reg: text, emplois: integer } }
  regions: { path: /data/regions.gpkg, layer: region, crs: EPSG:2154 }
tables:
  membres:
    - from: epci
    - filter: nature <> 'ZZ'
  projets:
    - from: laureats
    - spatial_join: { table: membres, predicate: within, take: [siren] }
figures:
  laureats_region: count(projets where reg = page.code)
  emplois: { declared: page.emplois, query: "sum(emplois from projets)", source: report 2021, unit: emplois, decimals: 0 }
layers:
  epci: { kind: polygons, table: epci, where: "reg = page.code", symbol: terre }
  points:
    kind: points
    table: projets
    classes:
      - { when: dans_ti, symbol: plein, legend: "{count} dans un territoire" }
      - { symbol: vide }
    label: "{nom}"
    label_style: petit
    label_priority: 3
  departements: { kind: borders, table: membres, group_by: siren, symbol: trait, coast: true }
  emploi:
    kind: polygons
    table: membres
    classify: { value: emplois, breaks: [0, 10, 20.5], palette: Blues, unit: "%", decimals: 1, missing: vide }
pages:
  region:
    for_each: { table: regions, where: code <> 'OM' }
    key: code
    file: annexe-{code}
    style: styles/annexe.yaml
    template: a4
    title: "{page.nom}"
    frames:
      carte:
        extent: { table: epci, where: reg = page.code, margin: 4mm }
        layers: [epci, departements, points]
    texts: { titre: "{laureats_region} projets" }
    figures:
      chiffres:
        - { figure: "{emplois}", caption: emplois }
    callouts:
      vedettes: { table: projets, where: vedette, frame: carte, title: "{nom}", lines: ["{fait}", "{emplois} emplois"] }
    legend: { title: Légende, layers: [points] }
    credits: { made_by: nous }
book: annexes
)yaml";

Project parse(const std::string& yaml, const std::map<std::string, std::string>& settings = {}) {
  return parse_project(parse_yaml(yaml, "dir/p.yaml"), "dir/p.yaml", settings);
}

std::string error_of(const std::string& yaml, const std::map<std::string, std::string>& settings = {}) {
  try {
    parse(yaml, settings);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "no error";
}

// The whole example with one line changed.
std::string with(const std::string& old_text, const std::string& new_text) {
  std::string yaml = kWhole;
  const std::size_t at = yaml.find(old_text);
  EXPECT_NE(at, std::string::npos) << old_text;
  return yaml.replace(at, old_text.size(), new_text);
}

TEST(Project, ReadsSources) {
  const Project project = parse(kWhole);
  ASSERT_EQ(project.sources.size(), 3U);
  const Source& epci = *project.find_source("epci");
  EXPECT_EQ(epci.id->value, "siren");
  EXPECT_EQ(*epci.credit, (Credit{"IGN", "2021", "2021-04-01", "etalab-2.0", "contours généralisés"}));
  const Source& laureats = *project.find_source("laureats");
  EXPECT_EQ(laureats.x->value, "lon");
  EXPECT_EQ(laureats.y->value, "lat");
  EXPECT_EQ(laureats.crs->value, "EPSG:4326");
  EXPECT_EQ(laureats.delimiter->value, ";");
  EXPECT_EQ(laureats.types.at("emplois").value, "integer");
  EXPECT_EQ(project.find_source("regions")->layer->value, "region");
  EXPECT_EQ(project.find_source("absent"), nullptr);
}

TEST(Project, ReadsTablesAndFigures) {
  const Project project = parse(kWhole);
  ASSERT_EQ(project.tables.size(), 2U);
  EXPECT_EQ(project.tables[1].name.value, "projets");
  ASSERT_EQ(project.tables[1].steps.size(), 2U);
  EXPECT_EQ(project.tables[1].steps[1].kind.value, "spatial_join");
  EXPECT_EQ(project.tables[1].steps[1].arguments.find("predicate")->text(), "within");
  ASSERT_EQ(project.figures.size(), 2U);
  EXPECT_EQ(project.figures[0].query->value, "count(projets where reg = page.code)");
  EXPECT_FALSE(project.figures[0].declared);
  EXPECT_EQ(project.figures[1].declared->value, "page.emplois");
  EXPECT_EQ(project.figures[1].decimals, 0);
  EXPECT_EQ(project.figures[1].unit, "emplois");
}

TEST(Project, ReadsLayers) {
  const Project project = parse(kWhole);
  const Layer& points = project.layer({"points", {}});
  ASSERT_EQ(points.classes.size(), 2U);
  EXPECT_EQ(points.classes[0].when->value, "dans_ti");
  EXPECT_FALSE(points.classes[1].when);
  EXPECT_EQ(points.label_priority, 3);
  const Layer& emploi = project.layer({"emploi", {}});
  EXPECT_EQ(emploi.classify->method.value, "manual");
  EXPECT_EQ(emploi.classify->breaks, (std::vector<double>{0, 10, 20.5}));
  EXPECT_EQ(emploi.classify->unit, "%");
  EXPECT_TRUE(project.layer({"departements", {}}).coast);
  EXPECT_EQ(project.layer({"epci", {}}).filter->value, "reg = page.code");
}

TEST(Project, ReadsPages) {
  const Project project = parse(kWhole);
  const Page& page = project.pages.at(0);
  EXPECT_EQ(page.for_each->table.value, "regions");
  EXPECT_EQ(page.for_each->filter->value, "code <> 'OM'");
  EXPECT_EQ(page.page_template.value, "a4");
  ASSERT_EQ(page.frames.size(), 1U);
  EXPECT_EQ(page.frames[0].crs.value, "auto");
  EXPECT_NEAR(page.frames[0].extent.margin, 4 * 72 / 25.4, 1e-12);
  EXPECT_EQ(page.frames[0].layers.size(), 3U);
  EXPECT_EQ(page.texts.at("titre").value, "{laureats_region} projets");
  EXPECT_EQ(page.figure_items.at("chiffres").size(), 1U);
  EXPECT_EQ(page.callouts.at("vedettes").lines.size(), 2U);
  EXPECT_EQ(project.book->value, "annexes");
}

TEST(Project, SourcePathsAreRelativeToTheProjectFile) {
  const Project project = parse(kWhole);
  EXPECT_EQ(source_path(project, *project.find_source("epci")), "dir/geodata/epci-2021.fgb");
  EXPECT_EQ(source_path(project, *project.find_source("regions")), "/data/regions.gpkg");
}

TEST(Project, ConnectionStringsAndVirtualFilesAreLeftAlone) {
  for (const std::string path :
       {"PG:dbname=france host=localhost", "/vsizip/a.zip/b.shp", "postgresql://h/db"}) {
    const Project project = parse("cartouche: 1\nsources: { s: { path: \"" + path + "\" } }\n");
    EXPECT_EQ(source_path(project, project.sources[0]), path);
  }
  const Project project = parse("cartouche: 1\nsources: { s: { path: \"a/../b.gpkg\" } }\n");
  EXPECT_EQ(source_path(project, project.sources[0]), "dir/b.gpkg");
}

TEST(Project, SettingsReplaceParameters) {
  const Project project = parse(kWhole, {{"millesime", "2022"}, {"base", "/elsewhere"}});
  EXPECT_EQ(source_path(project, *project.find_source("epci")), "/elsewhere/epci-2022.fgb");
}

TEST(Project, ASettingThatIsNoParameterIsRefused) {
  EXPECT_EQ(error_of(kWhole, {{"milesime", "2022"}}),
            "--set milesime: the project has no such parameter; did you mean 'millesime'?");
}

TEST(Project, AParameterThatIsNotDeclaredIsRefusedInAPath) {
  const Project project =
      parse("cartouche: 1\nparameters: { base: x }\nsources: { s: { path: \"${bass}/a\" } }\n");
  EXPECT_THROW(source_path(project, project.sources[0]), Error);
}

TEST(Project, AnEmptyProjectSaysSo) {
  EXPECT_EQ(error_of(""), "dir/p.yaml: the project file is empty");
  EXPECT_NE(error_of("title: x\n").find("missing key 'cartouche' in project"), std::string::npos);
  EXPECT_NE(error_of("cartouche: 2\n").find("dir/p.yaml:1:12: this program reads 'cartouche: 1', not '2'"),
            std::string::npos);
  EXPECT_EQ(error_of("cartouche: 1\n"), "no error");
}

TEST(Project, WhatIsWrongIsNamedWithItsPlaceAndTheNearestWord) {
  struct Case {
    std::string was, is, expected;
  };
  const std::vector<Case> cases{
      {"id: siren\n", "ids: siren\n", ":9:5: unknown key 'ids' in source 'epci'; did you mean 'id'?"},
      {"emplois: integer", "emplois: interger", "no column type 'interger'; did you mean 'integer'?"},
      {"x: lon, y: lat", "x: lon", "missing key 'y' in point"},
      {"  membres:\n", "  epci:\n", "'epci' is the name of a source and of a table; the source is on line 7"},
      {"  membres:\n", "  mes-membres:\n", "'mes-membres' cannot name a table"},
      {"    - filter: nature <> 'ZZ'\n", "    - filter: a\n      sort: b\n",
       "must be one key with its arguments"},
      {"decimals: 0", "decimals: none", "expected a whole number, found 'none'"},
      {"declared: page.emplois, query: \"sum(emplois from projets)\", ", "", "figure 'emplois' has no value"},
      {"table: epci, where: \"reg", "table: epic, where: \"reg",
       "no table or source 'epic'; did you mean 'epci'?"},
      {"      - { symbol: vide }\n", "      - { symbol: vide }\n      - { symbol: a }\n", "no row is left"},
      {"[0, 10, 20.5]", "[0, 10, 5]", "breaks must grow: 5 does not"},
      {"coast: true", "coast: yes", "expected true or false, found 'yes'"},
      {"template: a4", "templat: a4", "unknown key 'templat' in page 'region'; did you mean 'template'?"},
      {"margin: 4mm", "margin: 4", "expected a length, found '4'; write 3mm or 8.5pt"},
      {"layers: [epci, departements, points]", "layers: [epci, departement]",
       "no layer 'departement'; did you mean 'departements'?"},
      {"frame: carte", "frame: cart", "no frame 'cart' on page 'region'; did you mean 'carte'?"},
      {"layers: [points] }", "layers: [point] }", "no layer 'point'; did you mean 'points'?"},
      {"{ table: regions, where", "{ table: region, where", "no table or source 'region'"},
      {"{ figure: \"{emplois}\", caption", "{ figur: \"{emplois}\", caption", "did you mean 'figure'?"},
      {"{ table: projets, where: vedette", "{ table: projet, where: vedette", "did you mean 'projets'?"},
      {"title: Annexes", "title: [a]", "expected a single value, found a list"},
      {"pages:\n", "page:\n", "unknown key 'page' in project; did you mean 'pages'?"},
  };
  for (const Case& one : cases) {
    const std::string message = error_of(with(one.was, one.is));
    EXPECT_NE(message.find(one.expected), std::string::npos) << one.is << " gives: " << message;
    EXPECT_TRUE(message.starts_with("dir/p.yaml:")) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

TEST(Project, SaysWhatIsWrongWithSizesAndLegends) {
  const auto error_of_layer = [](const std::string& keys, const std::string& page = "") {
    const std::string yaml =
        "cartouche: 1\nsources: { t: { path: t.csv } }\nlayers: { a: { kind: points, table: t, symbol: s" +
        keys + " } }\n" + page;
    try {
      parse_project(parse_yaml(yaml, "p.yaml"), "p.yaml");
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  const std::string page = "pages: { p: { file: p, style: s, template: t, title: p, legend: ";
  const struct {
    std::string layer, page, expected;
  } cases[] = {
      {", size_by: { value: n }", "", "'size' is missing"},
      {", size_by: { value: n, size: 2mm, method: arae }", "", "did you mean 'area'?"},
      {", size_by: { value: n, breaks: [0, 1, 2], sizes: [1mm] }", "", "one size fewer in 'sizes'"},
      {", size_by: { value: n, breaks: [0, 1, 2], sizes: [2mm, 1mm] }", "", "sizes must grow"},
      {", size_by: { value: n, size: 2mm, at: 0 }", "", "'at' must be more than nothing"},
      {"", page + "{ layers: [a], show: tout } } }", "a legend shows 'drawn' or 'all', not 'tout'"},
      {"", page + "{ layers: [{ layer: b }] } } }", "no layer 'b'"},
      {"", page + "{ layers: [{ layer: a, texte: b }] } } }", "did you mean 'texts'?"},
  };
  for (const auto& one : cases)
    EXPECT_NE(error_of_layer(one.layer, one.page).find(one.expected), std::string::npos)
        << one.expected << ": " << error_of_layer(one.layer, one.page);
}

TEST(Project, AParameterStandsInThePathOfAStyle) {
  const std::string yaml =
      "cartouche: 1\nparameters: { style: a.yaml }\n"
      "pages: { p: { file: p, style: \"styles/${style}\", template: t, title: p } }\n";
  const Node root = parse_yaml(yaml, "p.yaml");
  EXPECT_EQ(parse_project(root, "p.yaml").pages[0].style.value, "styles/a.yaml");
  EXPECT_EQ(parse_project(root, "p.yaml", {{"style", "b.yaml"}}).pages[0].style.value, "styles/b.yaml");
}

TEST(Project, AMissingFileIsAUsageError) {
  try {
    read_project("no/such/project.yaml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_NE(std::string(error.what()).find("no/such/project.yaml"), std::string::npos);
  }
}

}  // namespace
}  // namespace cartouche::project
