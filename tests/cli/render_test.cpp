#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../support/small_disk.h"
#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// File name → bytes of everything below a folder.
std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    files[entry.path().filename().string()] = bytes.str();
  }
  return files;
}

TEST(Render, MakesEveryPageInEveryFormatWithItsLedgerAndTheBook) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const auto out = folder.path() / "out";
  const Outcome outcome = run_command({"render", project.string(), "--out", out.string(), "--dpi", "60"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  std::vector<std::string> names;
  for (const auto& [name, bytes] : contents(out)) names.push_back(name);
  EXPECT_THAT(names,
              ::testing::ElementsAre("livre.pdf", "zone-01.csv", "zone-01.figures.json", "zone-01.pdf",
                                     "zone-01.png", "zone-01.svg", "zone-02.csv", "zone-02.figures.json",
                                     "zone-02.pdf", "zone-02.png", "zone-02.svg"));
  const auto files = contents(out);
  EXPECT_THAT(files.at("zone-01.png"), StartsWith("\x89PNG"));
  EXPECT_THAT(files.at("zone-01.pdf"), StartsWith("%PDF-"));
  EXPECT_THAT(files.at("zone-01.svg"), HasSubstr("<svg"));
}

TEST(Render, AFullDiskLeavesTheFormerFilesOfEveryFormatAndNothingElse) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  for (const char* format : {"svg", "png", "pdf", "html", "csv", "gpkg"}) {
    const auto out = folder.path() / format;
    const std::vector<std::string> command{"render", project.string(), "--out", out.string(), "--format",
                                           format,   "--dpi",          "60",    "--jobs",     "1"};
    ASSERT_EQ(run_command(command).code, 0) << format;
    std::map<std::string, std::string> before;
    for (const auto& [name, bytes] : contents(out)) {
      before[name] = bytes + "avant";
      std::ofstream(out / name) << before[name];
    }
    EXPECT_GE(before.size(), 4U) << format;  // pages and their ledgers
    Outcome outcome;
    {
      const cartouche::testing::SmallDisk disk(16);
      outcome = run_command(command);
    }
    EXPECT_EQ(outcome.code, 3) << format;
    EXPECT_THAT(outcome.err, HasSubstr("cannot write: File too large")) << format;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(contents(out), before) << format;
  }
}

TEST(Render, GivesTheSameBytesWhateverTheThreadsAndTheOrderOfPages) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const auto one = folder.path() / "one", two = folder.path() / "two", swapped = folder.path() / "swapped";
  ASSERT_EQ(
      run_command({"render", project.string(), "--out", one.string(), "--dpi", "60", "--jobs", "1"}).code, 0);
  ASSERT_EQ(
      run_command({"render", project.string(), "--out", two.string(), "--dpi", "60", "--jobs", "2"}).code, 0);
  ASSERT_EQ(
      run_command({"render", project.string(), "--out", swapped.string(), "--dpi", "60", "--pages", "02,01"})
          .code,
      0);
  EXPECT_EQ(contents(one), contents(two));
  EXPECT_EQ(contents(one), contents(swapped));
}

TEST(Render, WritesAPrintedFigureWithItsDeclaredAndComputedValueAndRows) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const auto out = folder.path() / "out";
  ASSERT_EQ(
      run_command({"render", project.string(), "--out", out.string(), "--format", "svg", "--pages", "01"})
          .code,
      0);
  const auto ledger = nlohmann::json::parse(contents(out).at("zone-01.figures.json"));
  std::map<std::string, nlohmann::json> figures;
  for (const auto& figure : ledger.at("figures")) figures[figure.at("name")] = figure;
  EXPECT_EQ(figures.at("nombre").at("declared"), 2);
  EXPECT_EQ(figures.at("nombre").at("computed"), 2);
  EXPECT_EQ(figures.at("nombre").at("rows"), (nlohmann::json{"p1", "p2"}));
  EXPECT_EQ(figures.at("emplois").at("value"), 30);
  EXPECT_EQ(figures.at("legende.projets").at("value"), 2);
  EXPECT_EQ(figures.count("echelle.carte"), 1U);
}

TEST(Render, CountsInTheLegendWhatTheFrameDraws) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const auto out = folder.path() / "out";
  ASSERT_EQ(run_command({"render", project.string(), "--out", out.string(), "--format", "svg"}).code, 0);
  const auto files = contents(out);
  EXPECT_THAT(files.at("zone-01.svg"), HasSubstr("Dans un territoire (2)"));
  EXPECT_THAT(files.at("zone-01.svg"), Not(HasSubstr(">Hors territoire")));
  EXPECT_THAT(files.at("zone-02.svg"), HasSubstr("Hors territoire (2)"));
}

struct BadInput {
  const char* name;
  std::string from, to;              // replaced in the project file
  std::vector<std::string> options;  // more arguments
  int code;
  std::string says;
};

// Without this, a failed case is printed as raw bytes.
void PrintTo(const BadInput& bad, std::ostream* out) {
  *out << bad.name;
}

class RenderRefuses : public ::testing::TestWithParam<BadInput> {};

// One line, the right exit code, and nothing half-written.
TEST_P(RenderRefuses, WithOneLineAndItsExitCode) {
  const BadInput& bad = GetParam();
  const TemporaryFolder folder;
  write_small_project(folder);
  std::string text = cartouche::testing::kSmallProject;
  const std::size_t at = text.find(bad.from);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, bad.from.size(), bad.to);
  const auto project = folder.write("projet.yaml", text);
  folder.write("vide.geojson", R"({"type":"FeatureCollection","features":[]})");
  folder.write("coupe.geojson", std::string(cartouche::testing::kSmallZones).substr(0, 250));
  folder.write("sans-coordonnees.csv", "id,zone,emplois\np1,01,3\n");
  folder.write("occupe", "a file where a folder is wanted");
  std::vector<std::string> arguments{"render", project.string(), "--dpi", "60"};
  arguments.insert(arguments.end(), bad.options.begin(), bad.options.end());
  const auto out = folder.path() / "out";
  const bool own_out = std::find(bad.options.begin(), bad.options.end(), "--out") != bad.options.end();
  if (own_out)
    arguments.back() = (folder.path() / arguments.back()).string();
  else
    arguments.insert(arguments.end(), {"--out", out.string()});
  const Outcome outcome = run_command(arguments);
  EXPECT_EQ(outcome.code, bad.code) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(bad.says));
  EXPECT_THAT(outcome.err, StartsWith("cartouche: "));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(out));
}

INSTANTIATE_TEST_SUITE_P(
    Render, RenderRefuses,
    ::testing::Values(
        BadInput{"missing_file", "zones.geojson", "zone.geojson", {}, 2, "zones.geojson"},
        BadInput{"unknown_key", "producer: IGN", "produced: IGN", {}, 2, "producer"},
        BadInput{"broken_yaml", "tables:", "tables: [", {}, 2, "projet.yaml:"},
        BadInput{"missing_column", "x: lon", "x: long", {}, 2, "projet.yaml:6:51: "},
        BadInput{"unknown_id_column", "id: id", "id: ident", {}, 2, "id"},
        BadInput{"typo_in_expression", "zone = page.code)", "zonne = page.code)", {}, 2, "zone"},
        BadInput{"unknown_layer",
                 "layers: [zones, bords, projets]",
                 "layers: [zones, bord, projets]",
                 {},
                 2,
                 "bords"},
        BadInput{"unknown_symbol", "symbol: dans,", "symbol: dedans,", {}, 2, "dans"},
        BadInput{"unknown_template", "template: page", "template: pages", {}, 2, "page"},
        BadInput{"unknown_style_file", "style: style.yaml", "style: styles.yaml", {}, 2, "styles.yaml"},
        BadInput{"unknown_figure_in_text", "titre: \"{nombre}", "titre: \"{nombres}", {}, 2, "nombre"},
        BadInput{"text_for_no_item", "texts: { titre:", "texts: { titres:", {}, 2, "projet.yaml:36:22: "},
        BadInput{"coordinates_without_crs", ", crs: \"EPSG:4326\"", "", {}, 2, "crs"},
        BadInput{"unknown_crs", "EPSG:4326", "EPSG:999999", {}, 2, "EPSG"},
        BadInput{"empty_layer", "path: zones.geojson", "path: vide.geojson", {}, 3, "vide.geojson"},
        BadInput{"truncated_file", "path: zones.geojson", "path: coupe.geojson", {}, 3, "coupe.geojson"},
        BadInput{
            "points_without_coordinates", "path: points.csv", "path: sans-coordonnees.csv", {}, 2, "lon"},
        BadInput{"unknown_page", "cartouche: 1", "cartouche: 1", {"--pages", "03"}, 2, "03"},
        BadInput{"unknown_format", "cartouche: 1", "cartouche: 1", {"--format", "pgn"}, 2, "png"},
        BadInput{"unknown_text",
                 "cartouche: 1",
                 "cartouche: 1",
                 {"--text", "outline"},
                 2,
                 "did you mean 'outlines'"},
        BadInput{"unknown_parameter", "cartouche: 1", "cartouche: 1", {"--set", "a=b"}, 2, "a"},
        BadInput{"odd_setting", "cartouche: 1", "cartouche: 1", {"--set", "a"}, 2, "name=value"},
        BadInput{"odd_resolution", "cartouche: 1", "cartouche: 1", {"--dpi", "0"}, 2, "dpi"},
        BadInput{"unknown_option", "cartouche: 1", "cartouche: 1", {"--fromat", "png"}, 2, "--format"},
        BadInput{
            "output_folder_is_a_file", "cartouche: 1", "cartouche: 1", {"--out", "occupe"}, 3, "occupe"}),
    [](const auto& one) { return std::string(one.param.name); });

// All that a style holds is read before any data are: also what no page uses.
TEST(Render, SaysWhatIsWrongWithAStyleBeforeItReadsTheData) {
  const struct {
    const char *from, *to, *says;
  } cases[] = {
      {"      credits: {", "      credits: { valgn: top,",
       "style.yaml:22:18: unknown key 'valgn' in credits 'credits'; did you mean 'valign'?"},
      {"templates:\n",
       "templates:\n  autre: { size: A4, items: { a: { kind: text, box: [0mm, 0mm, 9mm, 9mm], style: petti } "
       "} }\n",
       "no text style 'petti' in the style; did you mean 'petit'?"},
      {"templates:\n",
       "templates:\n  autre: { size: A4, items: { a: { kind: scale_bar, box: [0mm, 0mm, 9mm, 9mm], frame: "
       "carte, "
       "style: petit } } }\n",
       "names no item of kind 'frame' of the template: 'carte'"},
      {"dans: {", "dedans: {", "no symbol 'dans' in the style"},
      {"carte: { kind: frame", "cartes: { kind: frame", "scale bar 'echelle' names no item of kind 'frame'"},
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const auto project = write_small_project(folder);
    std::filesystem::remove(folder.path() / "zones.geojson");
    std::filesystem::remove(folder.path() / "points.csv");
    std::string style = cartouche::testing::kSmallStyle;
    style.replace(style.find(one.from), std::string(one.from).size(), one.to);
    folder.write("style.yaml", style);
    for (const char* command : {"render", "check"}) {
      const Outcome outcome = run_command({command, project.string()});
      EXPECT_EQ(outcome.code, 2) << outcome.err;
      EXPECT_THAT(outcome.err, HasSubstr(one.says));
      EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    }
  }
}

TEST(Render, TakesOneValueForEachOptionThatStandsBeforeTheProject) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const auto out = folder.path() / "out";
  const Outcome outcome =
      run_command({"render", "--format", "svg", "--pages", "01", "--out", out.string(), project.string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(contents(out).count("zone-01.svg"), 1U);
}

TEST(Render, SaysWhichPointsNoFrameShows) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  std::string points = cartouche::testing::kSmallPoints;
  points.replace(points.find("2.3,46.3,01"), 11, "9.3,46.3,01");
  folder.write("points.csv", points);
  const Outcome outcome =
      run_command({"render", project.string(), "--out", (folder.path() / "out").string(), "--format", "svg"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("page 'zone-01': 1 of 2 points of layer 'projets' lie in no frame"));
  EXPECT_THAT(outcome.err, HasSubstr("(p1)"));
}

TEST(Render, SaysThatNothingOfALayerIsDrawnAndASourceIsEmpty) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  folder.write("points.csv", "id,nom,lon,lat,zone,emplois\np1,Alpha,-70,46.3,01,1\np3,Gamma,-70,46.4,02,5\n");
  const std::vector<std::string> arguments{
      "render", project.string(), "--out", (folder.path() / "out").string(), "--format", "svg"};
  EXPECT_THAT(run_command(arguments).err,
              HasSubstr("no point of layer 'projets' (1 selected) lies in a frame"));
  folder.write("points.csv", "id,nom,lon,lat,zone,emplois\n");
  std::string text = cartouche::testing::kSmallProject;
  text.replace(text.find("id: id,"), 7, "id: id, types: { emplois: integer },");
  folder.write("projet.yaml", text);
  EXPECT_THAT(run_command(arguments).err, HasSubstr("source 'points' has no rows"));
}

TEST(Command, NamesTheNearestWord) {
  EXPECT_THAT(run_command({"rendr", "x"}).err, HasSubstr("did you mean 'render'?"));
  EXPECT_THAT(run_command({"check", "x", "--jsn"}).err, HasSubstr("did you mean '--json'?"));
  EXPECT_EQ(run_command({"rendr", "x"}).code, 2);
}

TEST(Command, TakesAMissingProjectOrAFolderAsWrongUsage) {
  const TemporaryFolder folder;
  write_small_project(folder);
  const Outcome missing = run_command({"render", (folder.path() / "project.yaml").string()});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, HasSubstr("did you mean 'projet.yaml'?"));
  const Outcome is_folder = run_command({"check", folder.path().string()});
  EXPECT_EQ(is_folder.code, 2);
  EXPECT_THAT(is_folder.err, HasSubstr("is a folder"));
}

TEST(Check, ReportsFiguresThatDifferAndExitsWithOne) {
  const TemporaryFolder folder;
  write_small_project(folder);
  std::string text = cartouche::testing::kSmallProject;
  text.replace(text.find("declared: \"2\""), 13, "declared: \"3\"");
  const auto project = folder.write("projet.yaml", text);
  const Outcome outcome = run_command({"check", project.string()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("figure-differs"));
  EXPECT_THAT(outcome.out, HasSubstr("nombre"));
}

// A figure that differs is a problem of both commands, until the project accepts it.
TEST(Problems, AreSaidCountedAndMayBeAccepted) {
  const TemporaryFolder folder;
  write_small_project(folder);
  std::string text = cartouche::testing::kSmallProject;
  text.replace(text.find("declared: \"2\""), 13, "declared: \"3\"");
  const std::string accepting =
      text + "accept: [{ code: figure-differs, ids: [nombre], because: Compté deux fois }]\n";
  const std::string out = (folder.path() / "out").string();
  const struct {
    std::string project;
    std::vector<std::string> options;
    int code;
    const char* summary;
  } cases[] = {
      {text, {}, 0, "2 pages in"},
      {text, {"--quiet"}, 0, "; 2 problems\n"},
      {text, {"--strict"}, 1, "; 2 problems\n"},
      {text, {"--strict", "--pages", "01"}, 1, "; 1 problem\n"},
      {accepting, {"--strict"}, 0, "2 pages in"},
  };
  for (const auto& one : cases) {
    std::vector<std::string> arguments{
        "render", folder.write("projet.yaml", one.project).string(), "--out", out, "--format", "svg"};
    arguments.insert(arguments.end(), one.options.begin(), one.options.end());
    const Outcome outcome = run_command(arguments);
    EXPECT_EQ(outcome.code, one.code) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(one.summary));
    EXPECT_EQ(outcome.err.find("figure-differs") == std::string::npos, one.project == accepting)
        << outcome.err;
    EXPECT_EQ(contents(out).contains("zone-01.svg"), true);
  }
  const auto ledger = nlohmann::json::parse(contents(out).at("zone-02.figures.json"));
  EXPECT_EQ(ledger.at("accepted").at(0).at("because"), "Compté deux fois");
  EXPECT_EQ(run_command({"render", (folder.path() / "projet.yaml").string(), "--out", out, "--format", "svg",
                         "--quiet"})
                .err,
            "");
  const Outcome checked = run_command({"check", (folder.path() / "projet.yaml").string(), "--json"});
  EXPECT_EQ(checked.code, 0) << checked.out;
  EXPECT_EQ(nlohmann::json::parse(checked.out).at("accepted").size(), 2U);
}

TEST(Problems, WarningsAndNotesChangeNoExitCode) {
  const TemporaryFolder folder;
  write_small_project(folder);
  std::string text = cartouche::testing::kSmallProject;
  const auto project =
      folder.write("projet.yaml", text + "accept: [{ code: figure-differs, because: Rien }]\n");
  for (const char* command : {"check", "render"}) {
    std::vector<std::string> arguments{command, project.string()};
    if (arguments[0] == "render")
      for (const char* more : {"--out", "--strict", "--format"}) {
        arguments.emplace_back(more);
        if (more != std::string("--strict"))
          arguments.push_back(more == std::string("--out") ? (folder.path() / "out").string() : "svg");
      }
    const Outcome outcome = run_command(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
    EXPECT_THAT(outcome.out + outcome.err, HasSubstr("[accepted-nothing]"));
  }
}

TEST(Accept, RefusesWhatItDoesNotKnow) {
  const TemporaryFolder folder;
  write_small_project(folder);
  const struct {
    const char* accept;
    const char* says;
  } cases[] = {
      {"[{ code: figure-differ, because: x }]",
       "no finding has the code 'figure-differ'; did you mean 'figure-differs'?"},
      {"[{ code: figure-differs }]", "'because'"},
      {"[{ code: figure-differs, because: \"  \" }]", "says nothing"},
      {"[{ code: figure-differs, ids: [], because: x }]", "'ids' is empty"},
      {"{ code: figure-differs }", "list"},
  };
  for (const auto& one : cases) {
    const auto project = folder.write(
        "projet.yaml", std::string(cartouche::testing::kSmallProject) + "accept: " + one.accept + "\n");
    const Outcome outcome = run_command({"check", project.string()});
    EXPECT_EQ(outcome.code, 2) << one.accept;
    EXPECT_THAT(outcome.err, HasSubstr(one.says));
  }
}

TEST(Check, ReportsPointsOutsideTheirPagesAreaWithTheirIds) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  std::string points = cartouche::testing::kSmallPoints;
  points.replace(points.find("2.3,46.3,01"), 11, "3.9,46.3,01");
  folder.write("points.csv", points);
  const Outcome outcome = run_command({"check", project.string(), "--json"});
  EXPECT_EQ(outcome.code, 1);
  const auto report = nlohmann::json::parse(outcome.out);
  bool found = false;
  for (const auto& finding : report.at("findings"))
    found = found || (finding.at("code") == "outside-area" &&
                      finding.at("ids").dump().find("p1") != std::string::npos);
  EXPECT_TRUE(found) << outcome.out;
}

TEST(Check, ReportsASourceWithoutDateToCredit) {
  const TemporaryFolder folder;
  write_small_project(folder);
  std::string text = cartouche::testing::kSmallProject;
  text.replace(text.find(", vintage: \"2022\""), 17, "");
  const Outcome outcome = run_command({"check", folder.write("projet.yaml", text).string()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("credit-incomplete"));
}

TEST(Info, ShowsDriverLayersFieldsCountCrsAndExtent) {
  const TemporaryFolder folder;
  write_small_project(folder);
  const Outcome outcome = run_command({"info", (folder.path() / "zones.geojson").string()});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  for (const char* word : {"GeoJSON", "zones", "Polygon", "EPSG:4326", "code", "nom", "2 46 4 47"})
    EXPECT_THAT(outcome.out, HasSubstr(word));
}

TEST(Info, RefusesAMissingFileWithExitTwo) {
  const Outcome outcome = run_command({"info", "nowhere.gpkg"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("nowhere.gpkg"));
}

}  // namespace
