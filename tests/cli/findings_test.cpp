// The list of finding codes, as the program prints it and as docs/check.md shows it.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cartouche/base/atomic_file.h"
#include "cartouche/base/finding_codes.h"
#include "run_command.h"

namespace {

using cartouche::FindingCode;
using cartouche::kFindingCodes;
using cartouche::severity_name;
using cartouche::testing::run_command;
using ::testing::HasSubstr;

TEST(Findings, StandInTheDocumentationAsInTheList) {
  std::string table = "| code | weight | says | what to do |\n|---|---|---|---|\n";
  for (const FindingCode& one : kFindingCodes)
    table.append("| `")
        .append(one.code)
        .append("` | ")
        .append(severity_name(one.severity))
        .append(" | ")
        .append(one.means)
        .append(" | ")
        .append(one.cure)
        .append(" |\n");
  const std::string page = cartouche::read_file(std::string(CARTOUCHE_SOURCE_DIR) + "/docs/check.md");
  EXPECT_THAT(page, HasSubstr(table + "\n")) << "docs/check.md must hold this table:\n" << table;
}

TEST(Findings, ArePrintedWithTheirWeightAndCure) {
  const auto text = run_command({"findings"});
  EXPECT_EQ(text.code, 0);
  EXPECT_THAT(text.out, HasSubstr("unmatched-rows (problem): rows that match nothing"));
  const auto listed = nlohmann::json::parse(run_command({"findings", "--json"}).out);
  ASSERT_EQ(listed.size(), std::size(kFindingCodes));
  for (const auto& one : listed) {
    EXPECT_FALSE(one.at("means").get<std::string>().empty()) << one;
    EXPECT_FALSE(one.at("cure").get<std::string>().empty()) << one;
  }
}

TEST(Version, IsTheBuilds) {
  EXPECT_THAT(run_command({"--version"}).out,
              ::testing::MatchesRegex("cartouche [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

}  // namespace
