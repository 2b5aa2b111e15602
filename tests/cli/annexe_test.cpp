// The annex itself: what tools/demo makes must add up to what the report prints.

#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../support/temporary_folder.h"
#include "cartouche/cli/run.h"

namespace {

using cartouche::testing::TemporaryFolder;
using nlohmann::json;

class Annexe : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder();
    std::ostringstream out;
    const std::string project = std::string(CARTOUCHE_SOURCE_DIR) + "/examples/annexe.yaml";
    code_ = cartouche::cli::run({"render", project, "--format", "svg", "--out", folder_->path().string()},
                                out, messages_);
    for (const auto& entry : std::filesystem::directory_iterator(folder_->path()))
      if (entry.path().extension() == ".json") {
        const json ledger = json::parse(std::ifstream(entry.path()));
        for (const json& figure : ledger.at("figures"))
          figures_[ledger.at("page")][figure.at("name")] = figure;
      }
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  // Sum of a figure over the fourteen pages of regions and overseas territories.
  static double sum(const std::string& name, const char* which) {
    double total = 0;
    for (const auto& [page, figures] : figures_)
      if (page.starts_with("annexe-")) total += figures.at(name).at(which).get<double>();
    return total;
  }

  static inline TemporaryFolder* folder_ = nullptr;
  static inline int code_ = -1;
  static inline std::ostringstream messages_;
  static inline std::map<std::string, std::map<std::string, json>> figures_;
};

TEST_F(Annexe, HasThirteenRegionsTheOverseasPageAndTwoNationalMaps) {
  ASSERT_EQ(code_, 0) << messages_.str();
  std::vector<std::string> pages;
  for (const auto& [page, figures] : figures_) pages.push_back(page);
  EXPECT_THAT(pages, ::testing::UnorderedElementsAre(
                         "annexe-11", "annexe-24", "annexe-27", "annexe-28", "annexe-32", "annexe-44",
                         "annexe-52", "annexe-53", "annexe-75", "annexe-76", "annexe-84", "annexe-93",
                         "annexe-94", "annexe-OM", "france-territoires", "france-projets"));
}

TEST_F(Annexe, AddsUpToTheReportsTotalsAsDeclaredAndAsComputed) {
  ASSERT_EQ(code_, 0) << messages_.str();
  for (const char* which : {"declared", "computed"}) {
    EXPECT_EQ(sum("laureats", which), 1416) << which;
    EXPECT_EQ(sum("emplois", which), 27255) << which;
    EXPECT_NEAR(sum("engages", which), 573.4, 1e-6) << which;
    EXPECT_NEAR(sum("investissements", which), 5422.4, 1e-6) << which;
  }
}

// Names over dots or one another, leaders that cross or run through names, texts that are cut, small or pale.
TEST_F(Annexe, IsFreeOfWhatAReaderWouldSendBack) {
  std::ostringstream out, err;
  cartouche::cli::run({"check", std::string(CARTOUCHE_SOURCE_DIR) + "/examples/annexe.yaml", "--json"}, out,
                      err);
  ASSERT_EQ(err.str(), "");
  const json report = json::parse(out.str());
  ASSERT_FALSE(report.at("findings").empty()) << "the annex has notes at least";
  for (const json& finding : report.at("findings")) {
    const std::string code = finding.at("code");
    EXPECT_FALSE(code.starts_with("text-") || code.starts_with("leader-") || code == "dots-alike" ||
                 code == "move-stale" || code == "not-drawn" || code == "legend-missing")
        << finding.at("message");
  }
}

TEST_F(Annexe, DrawsADotForEveryProjectOfEveryPage) {
  ASSERT_EQ(code_, 0) << messages_.str();
  for (const auto& [page, figures] : figures_) {
    double drawn = 0;
    for (const auto& [name, figure] : figures)
      if (name.starts_with("legende.projets")) drawn += figure.at("value").get<double>();
    const char* expected = page == "france-projets" ? "fr_laureats" : "laureats";
    if (!figures.contains(expected)) continue;
    EXPECT_EQ(drawn, figures.at(expected).at("value").get<double>()) << page;
  }
}

TEST_F(Annexe, NamesTheFourMembersFoundedAfter2021AsUnmatched) {
  for (const char* siren : {"200096634", "200096642", "200096675", "200096683"})
    EXPECT_THAT(messages_.str(), ::testing::HasSubstr(siren));
}

TEST_F(Annexe, CorrectsTheCommunesThatTheReportMisspells) {
  EXPECT_THAT(messages_.str(), ::testing::HasSubstr("5 × a place was found under another spelling: Anecy → "
                                                    "Annecy (74010)"));
  std::ostringstream report, errors;
  cartouche::cli::run({"check", std::string(CARTOUCHE_SOURCE_DIR) + "/examples/annexe.yaml", "--json"},
                      report, errors);
  for (const char* correction : {"Anecy → Annecy (74010)", "Lieuxaint → Lieusaint (77251)",
                                 "Feuquières en Vimeu → Feuquières-en-Vimeu (80308)"})
    EXPECT_THAT(report.str(), ::testing::HasSubstr(correction));
}

TEST_F(Annexe, KeepsEverySvgPageWithinFourHundredKilobytes) {
  ASSERT_EQ(code_, 0) << messages_.str();
  for (const auto& entry : std::filesystem::directory_iterator(folder_->path()))
    if (entry.path().extension() == ".svg") {
      EXPECT_LE(entry.file_size(), 400000U) << entry.path().filename();
    }
}

TEST_F(Annexe, RendersFromRealBoundariesWithTheSameProjectFile) {
  const std::string shared = std::string(CARTOUCHE_SHARED_DIR) + "/geodata/";
  if (!std::filesystem::exists(shared + "epci-2021.fgb")) GTEST_SKIP() << "no real boundaries in " << shared;
  const TemporaryFolder folder;
  std::ostringstream out, err;
  const int code = cartouche::cli::run(
      {"render", std::string(CARTOUCHE_SOURCE_DIR) + "/examples/annexe.yaml", "--pages",
       "84,OM,projets_laureats", "--format", "svg", "--set", "epci=" + shared + "epci-2021.fgb", "--set",
       "communes=" + shared + "communes-2018.fgb", "--out", folder.path().string()},
      out, err);
  EXPECT_EQ(code, 0) << err.str();
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "annexe-84.svg"));
}

}  // namespace
