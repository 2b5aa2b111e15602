// One project whose names are markup, formulas and controls, made in every format at once.

#include <gmock/gmock.h>

#include <regex>

#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::Not;

// As a CSV field: tags, the end of a CDATA section, both quotes, an ampersand, a turned direction, a bell.
const char* const kName = "\"<script>alert(1)</script>]]>\"\"'&\u202E=cmd\a\"";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::invalid_argument("nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

std::string hostile_project() {
  std::string text = replaced(cartouche::testing::kSmallProject, "title: Petit atlas",
                              "title: \"<script>alert(2)</script> ]]> & 'x'\"");
  text = replaced(text, "    kind: points\n",
                  "    kind: points\n    label: \"{nom}\"\n    label_style: petit\n    attributes: [nom]\n"
                  "    data: { title: \"{nom}\", fields: { Nom: nom } }\n");
  return replaced(text, "made_by: Cartouche", "made_by: \"<img src=x onerror=alert(3)>\"");
}

TEST(HostileText, IsTextInEveryFormat) {
  const TemporaryFolder folder;
  cartouche::testing::write_small_project(folder);
  const std::string project = folder.write("projet.yaml", hostile_project()).string();
  folder.write("points.csv", std::string("id,nom,lon,lat,zone,emplois\n=1+1,") + kName +
                                 ",2.3,46.3,01,10\n\"a b<c>\",@SUM(A1),2.7,46.6,01,20\n");
  const Outcome outcome =
      run_command({"render", project, "--pages", "01", "--out", (folder.path() / "out").string(), "--format",
                   "svg,png,pdf,html,csv,gpkg"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;

  const std::string svg = folder.read("out/zone-01.svg"), html = folder.read("out/zone-01.html"),
                    index = folder.read("out/index.html"), csv = folder.read("out/zone-01.csv");
  for (const std::string& markup : {svg, html, index}) {
    EXPECT_THAT(markup, Not(HasSubstr("<script>alert"))) << markup.substr(0, 80);
    EXPECT_THAT(markup, Not(HasSubstr("<img")));
    EXPECT_THAT(markup, Not(HasSubstr("\u202E")));
    EXPECT_THAT(markup, Not(HasSubstr("\a")));
  }
  for (const std::string& markup : {svg, html}) EXPECT_THAT(markup, HasSubstr("&lt;script&gt;alert(1)"));
  const std::regex id(" id=\"([^\"]*)\"");
  for (std::sregex_iterator one(svg.begin(), svg.end(), id), end; one != end; ++one)
    EXPECT_TRUE(std::regex_match((*one)[1].str(), std::regex("[A-Za-z_][A-Za-z0-9_.-]*"))) << (*one)[1];
  EXPECT_THAT(csv, HasSubstr(",'=1+1,"));
  EXPECT_THAT(csv, HasSubstr(",'@SUM(A1),"));
  for (const char* file : {"zone-01.png", "zone-01.pdf", "zone-01.gpkg"})
    EXPECT_GT(folder.read(std::string("out/") + file).size(), 1000U) << file;
}

}  // namespace
