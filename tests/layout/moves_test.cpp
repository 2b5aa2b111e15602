#include <gmock/gmock.h>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;

std::string with_moves(const std::string& moves) {
  return with(kSmallProject, "    credits: { made_by",
              "    moves: { zone-01: { " + moves + " } }\n    credits: { made_by");
}

const PlacedLabel& label(const SmallPage& small, const std::string& id) {
  for (const PlacedLabel& one : small.item<FrameItem>("carte").view.labels)
    if (one.id == id) return one;
  throw std::out_of_range(id);
}

std::vector<std::string> stale(const SmallPage& small) {
  std::vector<std::string> messages;
  for (const Diagnostic& one : small.diagnostics.all())
    if (one.code == "move-stale") messages.push_back(one.message);
  return messages;
}

TEST(Moves, ShiftOneLabelOfTheirPageFromWhereItWouldStand) {
  const SmallPage before("01"), after("01", with_moves("carte-nom-zones-01: [10pt, -5pt]"));
  const PlacedLabel &from = label(before, "carte-nom-zones-01"), &to = label(after, "carte-nom-zones-01");
  EXPECT_NEAR(to.box.min.x, from.box.min.x + 10, 1e-9);
  EXPECT_NEAR(to.box.min.y, from.box.min.y - 5, 1e-9);
  EXPECT_NEAR(to.lines.at(0).at.y, from.lines.at(0).at.y - 5, 1e-9);
  EXPECT_EQ(label(before, "carte-nom-zones-02").box, label(after, "carte-nom-zones-02").box);
  EXPECT_TRUE(stale(after).empty());
}

TEST(Moves, OfAnotherPageChangeNothing) {
  const SmallPage before("02"), after("02", with_moves("carte-nom-zones-01: [10pt, -5pt]"));
  EXPECT_EQ(label(before, "carte-nom-zones-01").box, label(after, "carte-nom-zones-01").box);
  EXPECT_TRUE(stale(after).empty());
}

TEST(Moves, OfSomethingThatIsNotOnThePageAreReportedWithTheNearestId) {
  const SmallPage small("01", with_moves("carte-nom-zones-1: [1mm, 1mm]"));
  ASSERT_EQ(stale(small).size(), 1u);
  EXPECT_THAT(stale(small)[0], HasSubstr("did you mean 'carte-nom-zones-01'?"));
}

TEST(Moves, AreTwoLengths) {
  for (const char* moves : {"a: 3mm", "a: [3mm]", "a: [3, 4]", "a: [1mm, 2mm, 3mm]", "a: { x: 1mm }"})
    EXPECT_THROW(SmallPage("01", with_moves(moves)), Error) << moves;
}

}  // namespace
}  // namespace cartouche::layout
