#include <gmock/gmock.h>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;

TEST(Alternatives, SayWhatThePageAndEachFrameShow) {
  const SmallPage small("01");
  EXPECT_EQ(small.page.description,
            "Carte : 2 projets : Ouest. 2 projets ; 30 emplois. Dans un territoire : 2 ; Zone : 2.");
  EXPECT_EQ(small.page.alternatives.at("carte"),
            "Carte : 2 projets : Ouest. Dans un territoire : 2 ; Zone : 2.");
}

TEST(Alternatives, CountWhatIsDrawnAndNotWhatIsSelected) {
  // The east's two projects are selected on the west's page, one of them outside its frame.
  const SmallPage west("01", with(kSmallProject, "where: zone = page.code\n    classes",
                                  "where: zone = '02' or zone = page.code\n    classes"));
  EXPECT_THAT(west.page.alternatives.at("carte"),
              HasSubstr("Dans un territoire : 2 ; Hors territoire : 1 ; Zone : 2."));
}

TEST(Alternatives, OfTheProjectTakeTheirPlace) {
  const SmallPage small(
      "01", with(kSmallProject, "    frames:\n      carte:",
                 "    alternative: \"Carte {page.nom} : {nombre} projets.\"\n    frames:\n      carte:"));
  EXPECT_EQ(small.page.description, "Carte Ouest : 2 projets.");
  EXPECT_EQ(small.page.alternatives.at("carte"), "Carte Ouest : 2 projets.");
}

}  // namespace
}  // namespace cartouche::layout
