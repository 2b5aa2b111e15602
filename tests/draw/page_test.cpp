#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../support/small_tables.h"
#include "cartouche/draw/draw.h"

namespace cartouche {
namespace {

using cartouche::testing::SmallPage;

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The glyphs' places depend on the version of the font; the dump's texts and places do not, with Lato
// installed.
void compare_with_golden(const SmallPage& small, const std::string& name) {
  for (const Diagnostic& one : small.diagnostics.all())
    if (one.code == "font-fallback") GTEST_SKIP() << "the golden dumps are made with Lato: " << one.message;
  const std::string dump = display::dump(draw(small.page));
  const auto golden = std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "tests/draw/golden" / (name + ".txt");
  if (std::getenv("CARTOUCHE_UPDATE_GOLDEN")) {
    std::filesystem::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << dump;
    FAIL() << "rewrote " << golden
           << ": look at the difference, then run again without CARTOUCHE_UPDATE_GOLDEN";
  }
  EXPECT_EQ(dump, read(golden));
}

class Page : public ::testing::TestWithParam<const char*> {};

TEST_P(Page, DrawsTheSameListAsItsGoldenDump) {
  compare_with_golden(SmallPage(GetParam()), std::string("zone-") + GetParam());
}

TEST(PageOfNamesAlongLines, DrawsTheSameListAsItsGoldenDump) {
  using cartouche::testing::with;
  compare_with_golden(
      SmallPage("01", cartouche::testing::kSmallProject,
                with(cartouche::testing::kSmallStyle, "petit: { font: sans, size: 7pt",
                     "petit: { font: sans, size: 7pt, small_caps: true, along: { repeat: 60mm }")),
      "zone-01-along");
}

INSTANTIATE_TEST_SUITE_P(Draw, Page, ::testing::Values("01", "02"),
                         [](const auto& one) { return std::string("zone_") + one.param; });

}  // namespace
}  // namespace cartouche
