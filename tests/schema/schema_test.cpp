#include <gtest/gtest.h>

#include <fstream>

#include "walk.h"

namespace cartouche::testing {
namespace {

const std::filesystem::path kSourceDir = CARTOUCHE_SOURCE_DIR;

Json schema_of(const std::string& file) {
  return Json::parse(std::ifstream(kSourceDir / "schemas" / (file + ".schema.json")));
}

std::string lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + "\n";
  return all;
}

class Schema : public ::testing::TestWithParam<const char*> {};

TEST_P(Schema, SaysWhatTheProgramTakes) {
  const std::string file = GetParam();
  const auto differences = Walk(schema_of(file), file, file + ".schema.json").differences(Specimen::read());
  EXPECT_TRUE(differences.empty()) << lines(differences);
}

INSTANTIATE_TEST_SUITE_P(Files, Schema, ::testing::Values("project", "style"));

}  // namespace
}  // namespace cartouche::testing
