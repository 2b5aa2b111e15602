// The small project's pages, whole: tests/draw/pages.

#include "golden.h"

namespace cartouche {
namespace {

using cartouche::testing::SmallPage;

std::filesystem::path golden(const std::string& name) {
  return std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "tests/draw/pages" / (name + ".txt");
}

class Page : public ::testing::TestWithParam<const char*> {};

TEST_P(Page, DrawsTheSameListAsItsGoldenDump) {
  compare_with_golden(SmallPage(GetParam()), golden(std::string("zone-") + GetParam()));
}

TEST(PageOfNamesAlongLines, DrawsTheSameListAsItsGoldenDump) {
  using cartouche::testing::with;
  compare_with_golden(
      SmallPage("01", cartouche::testing::kSmallProject,
                with(cartouche::testing::kSmallStyle, "petit: { font: sans, size: 7pt",
                     "petit: { font: sans, size: 7pt, small_caps: true, along: { repeat: 60mm }")),
      golden("zone-01-along"));
}

INSTANTIATE_TEST_SUITE_P(Draw, Page, ::testing::Values("01", "02"),
                         [](const auto& one) { return std::string("zone_") + one.param; });

}  // namespace
}  // namespace cartouche
