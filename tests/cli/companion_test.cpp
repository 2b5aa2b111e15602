#include <gmock/gmock.h>

#include <sstream>

#include "../support/small_project.h"
#include "cartouche/cli/run.h"

namespace {

using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;
using ::testing::Not;

std::string run(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int code = cartouche::cli::run(arguments, out, err);
  return std::to_string(code) + " " + out.str() + err.str();
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

struct Made {
  TemporaryFolder folder;
  std::string said;

  // Renders the small project, with points and project file changed as asked.
  Made(const std::string& project, const std::string& points, const std::string& formats) {
    write_small_project(folder);
    folder.write("points.csv", points);
    const auto file = folder.write("projet.yaml", project);
    said = run({"render", file.string(), "--out", (folder.path() / "out").string(), "--format", formats});
  }
  std::string file(const std::string& name) const { return folder.read("out/" + name); }
};

TEST(Companion, ListsTheRowsDrawnWithTheirClassesAndPlaces) {
  const Made made(cartouche::testing::kSmallProject, cartouche::testing::kSmallPoints, "csv");
  const std::string csv = made.file("zone-01.csv");
  EXPECT_THAT(csv, HasSubstr("couche,classe,cadre,id,lon,lat,code,nom,ti,zone,emplois,"));
  EXPECT_THAT(csv, HasSubstr("projets,Dans un territoire,carte,p1,2.3,46.3,,Alpha,a,01,10,"));
  EXPECT_THAT(csv, HasSubstr("zones,Zone,carte,01,2.5,46.5,01,Ouest,"));
  EXPECT_THAT(csv, Not(HasSubstr("p3")));  // on the other page
  EXPECT_THAT(made.file("zone-02.csv"), HasSubstr("projets,Hors territoire,carte,p3,3.4,46.4,,Gamma,,02,5,"));
}

TEST(Companion, LetsNoTextBeAFormulaAndNumbersBeNumbers) {
  const Made made(cartouche::testing::kSmallProject,
                  with(with(cartouche::testing::kSmallPoints, "Alpha", "=1+cmd|x"), ",20", ",-20"), "csv");
  EXPECT_THAT(made.file("zone-01.csv"), HasSubstr(",'=1+cmd|x,"));
  EXPECT_THAT(made.file("zone-01.csv"), HasSubstr(",-20"));
  EXPECT_THAT(made.file("zone-01.csv"), Not(HasSubstr("'-20")));
}

TEST(Companion, GivesALayerOfAGeoPackageForEachOfTheMaps) {
  const Made made(cartouche::testing::kSmallProject, cartouche::testing::kSmallPoints, "gpkg");
  const std::string info = run({"info", (made.folder.path() / "out" / "zone-01.gpkg").string()});
  EXPECT_THAT(info, HasSubstr("projets"));
  EXPECT_THAT(info, HasSubstr("zones"));
  EXPECT_THAT(info, HasSubstr("Point"));
}

TEST(Layers, AreNamedAsInTheLegendAndCarryDataAndLinks) {
  const Made made(with(cartouche::testing::kSmallProject, "    where: zone = page.code\n",
                       "    where: zone = page.code\n    attributes: [nom, emplois]\n"
                       "    link: \"https://example.org/{nom}?a=1&b=2\"\n"),
                  with(cartouche::testing::kSmallPoints, "Alpha", "\"<script>\"\"x'\""), "svg");
  const std::string svg = made.file("zone-01.svg");
  EXPECT_THAT(svg, HasSubstr("inkscape:label=\"Dans un territoire / Hors territoire\""));
  EXPECT_THAT(svg, HasSubstr("data-nom=\"&lt;script&gt;&quot;x'\" data-emplois=\"10\""));
  EXPECT_THAT(svg, HasSubstr("<a xlink:href=\"https://example.org/%3Cscript%3E%22x'?a=1&amp;b=2\">"));
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
}

TEST(Layers, RefuseALinkOfAnotherSchemeAndAnUnknownColumn) {
  const auto said = [](const std::string& line) {
    return Made(with(cartouche::testing::kSmallProject, "    where: zone = page.code\n",
                     "    where: zone = page.code\n    " + line + "\n"),
                cartouche::testing::kSmallPoints, "svg")
        .said;
  };
  EXPECT_THAT(said("link: \"javascript:alert(1)\""), HasSubstr("2 cartouche: "));
  EXPECT_THAT(said("link: \"{nom}\""), HasSubstr("https://"));
  EXPECT_THAT(said("attributes: [noms]"), HasSubstr("did you mean 'nom'?"));
}

}  // namespace
