// The small project's pages, whole.

#include "golden.h"

namespace cartouche {
namespace {

using cartouche::testing::compare_with_golden;
using cartouche::testing::SmallPage;

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
