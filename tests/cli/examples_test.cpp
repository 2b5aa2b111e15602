// Every example, and the annex in every style, is drawn from a clone as it is.

#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <sstream>

#include "../support/temporary_folder.h"
#include "cartouche/cli/run.h"

namespace {

using cartouche::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::Not;

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string drawn(const std::string& example, const std::string& file, std::vector<std::string> more = {}) {
  const TemporaryFolder folder;
  std::vector<std::string> arguments{"render",   std::string(CARTOUCHE_SOURCE_DIR) + "/examples/" + example,
                                     "--format", "svg",
                                     "--out",    folder.path().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::ostringstream out, messages;
  EXPECT_EQ(cartouche::cli::run(arguments, out, messages), 0) << messages.str();
  return read(folder.path() / (file + ".svg"));
}

class Styles : public ::testing::TestWithParam<const char*> {};

TEST_P(Styles, DrawTheAnnex) {
  const std::string setting = std::string("style=../styles/") + GetParam();
  const std::string svg = drawn("annexe.yaml", "annexe-94", {"--pages", "94", "--set", setting});
  EXPECT_THAT(svg, HasSubstr("en Corse"));
}

INSTANTIATE_TEST_SUITE_P(Shipped, Styles, ::testing::Values("photocopie.yaml", "daltonisme.yaml"),
                         [](const auto& one) { return std::string(one.param).substr(0, 10); });

TEST(Examples, TheBlackAndWhiteStyleHasNoColour) {
  const std::string svg =
      drawn("annexe.yaml", "annexe-94", {"--pages", "94", "--set", "style=../styles/photocopie.yaml"});
  for (std::size_t at = svg.find("=\"#"); at != std::string::npos; at = svg.find("=\"#", at + 1)) {
    const std::size_t begin = at + 3, end = svg.find('"', begin);
    const std::string hex = svg.substr(begin, end - begin);
    if (hex.find_first_not_of("0123456789abcdef") != std::string::npos) continue;  // a link to an id
    const std::size_t digits = hex.size() / 3;
    const std::string red = hex.substr(0, digits), green = hex.substr(digits, digits),
                      blue = hex.substr(2 * digits);
    EXPECT_TRUE(red == green && green == blue) << hex;
  }
}

TEST(Examples, TheChoroplethSaysItsLimitsOnceAndWhatIsMissing) {
  const std::string svg = drawn("departements.yaml", "departements");
  EXPECT_THAT(svg, HasSubstr("plus de "));
  EXPECT_THAT(svg, HasSubstr("Donnée non disponible"));
  EXPECT_THAT(svg, Not(HasSubstr("0,0 à 0,0")));
}

TEST(Examples, TheCirclesHaveALegendOfRoundValues) {
  const std::string svg = drawn("emplois.yaml", "emplois");
  EXPECT_THAT(svg, HasSubstr("1\u202F000\u202Femplois"));
  EXPECT_THAT(svg, HasSubstr("100 départements"));
}

TEST(Examples, TheContractsAreCountedFromTheFileOfZones) {
  std::ifstream zones(std::string(CARTOUCHE_SOURCE_DIR) + "/geodata/zonages_communes.csv");
  std::set<std::string> contracts;
  std::string line;
  std::getline(zones, line);
  std::size_t communes = 0;
  while (std::getline(zones, line)) {
    const std::string contract = line.substr(line.rfind(',') + 1);
    if (contract.empty()) continue;
    ++communes;
    contracts.insert(contract);
  }
  const std::string svg = drawn("contrats_de_ville.yaml", "contrats-de-ville");
  EXPECT_THAT(svg, HasSubstr('>' + std::to_string(contracts.size()) + '<'));
  const std::string digits = std::to_string(communes);
  EXPECT_THAT(svg, HasSubstr(digits.substr(0, 1) + "\u202F" + digits.substr(1)));
  EXPECT_THAT(svg, HasSubstr("mask=\"url(#"));
  EXPECT_THAT(svg, Not(HasSubstr("<image")));
}

TEST(Examples, TheLimitsBearTheNamesOfWhatTheyBound) {
  const TemporaryFolder folder;
  std::ostringstream out, messages;
  EXPECT_EQ(cartouche::cli::run({"render", std::string(CARTOUCHE_SOURCE_DIR) + "/examples/limites.yaml",
                                 "--format", "svg", "--out", folder.path().string()},
                                out, messages),
            0);
  EXPECT_THAT(messages.str(), Not(HasSubstr("problem")));
  const std::string svg = read(folder.path() / "limites.svg");
  for (const char* id : {"22", "29", "35", "56"})
    EXPECT_THAT(svg, HasSubstr(std::string("id=\"carte-nom-departements-") + id));
  EXPECT_THAT(svg, HasSubstr("id=\"carte-nom-region-53"));
}

}  // namespace
