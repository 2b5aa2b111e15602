#include <gmock/gmock.h>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;

// The four projects of both zones featured at the sides of a narrower map; `options` of the item.
std::string style_of(const std::string& options) {
  const std::string narrow = with(kSmallStyle, "carte: { kind: frame, box: [5mm, 30mm, 90mm, 60mm]",
                                  "carte: { kind: frame, box: [35mm, 30mm, 30mm, 60mm]");
  return with(
      narrow, "      legende:",
      "      vedettes: { kind: callouts, title: petit, lines: petit, " + options + " }\n      legende:");
}

std::string project() {
  return with(
      with(kSmallProject, "extent: { table: zones, where: code = page.code, margin: 3mm }",
           "extent: { table: zones, margin: 3mm }"),
      "    credits: { made_by",
      "    callouts: { vedettes: { table: projets, title: \"{nom}\", lines: [\"{emplois} emplois\"] } }\n"
      "    credits: { made_by");
}

std::vector<Box> boxes(const SmallPage& small) {
  std::vector<Box> boxes;
  for (const PlacedCallout& one : small.item<CalloutsItem>("vedettes").callouts) boxes.push_back(one.box);
  return boxes;
}

double mm(double points) {
  return points / 72 * 25.4;
}

TEST(CalloutsItem, StandsAtTheSidesThatItsStyleNamesEachRowAtTheNearer) {
  const SmallPage small("01", project(),
                        style_of("box: [5mm, 30mm, 28mm, 60mm], side: left, also: [{ side: right, box: "
                                 "[67mm, 30mm, 28mm, 60mm] }]"));
  const std::vector<Box> placed = boxes(small);
  ASSERT_EQ(placed.size(), 4u);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const bool west = i < 2;  // Alpha and Bêta lie in the western zone
    EXPECT_NEAR(mm(west ? placed[i].max.x : placed[i].min.x), west ? 33 : 67, 1e-6) << i;
    EXPECT_NEAR(mm(placed[i].width()), 28, 1e-6);
  }
}

TEST(CalloutsItem, SharesASideOutInColumns) {
  // Three boxes high: four need both columns.
  const SmallPage small("01", project(),
                        style_of("box: [3mm, 41mm, 30mm, 38mm], side: left, columns: 2, gap: 2mm"));
  int inner = 0;
  for (const Box& box : boxes(small)) {
    EXPECT_NEAR(mm(box.width()), 14, 1e-6);
    const double right = mm(box.max.x);
    EXPECT_TRUE(std::abs(right - 17) < 1e-6 || std::abs(right - 33) < 1e-6) << right;
    inner += right > 20;
  }
  EXPECT_GT(inner, 0);
  EXPECT_LT(inner, 4);
}

TEST(CalloutsItem, HasOneColumnAtASideAndTwoBelowWhereNothingIsSaid) {
  const SmallPage beside("01", project(), style_of("box: [5mm, 30mm, 28mm, 60mm], side: left"));
  for (const Box& box : boxes(beside)) EXPECT_NEAR(mm(box.width()), 28, 1e-6);
}

TEST(CalloutsItem, ThatCannotBeIsRefusedWithTheRemedy) {
  const struct {
    const char* options;
    const char* message;
  } cases[] = {
      {"box: [5mm, 30mm, 28mm, 60mm], side: lft", "no side 'lft'"},
      {"box: [5mm, 30mm, 28mm, 60mm], side: left, also: [{ side: right, box: [67mm, 30mm, 20mm, 60mm] }]",
       "narrower than the callouts"},
      {"box: [5mm, 30mm, 28mm, 60mm], side: left, also: [{ side: right, box: [67mm, 30mm, 28mm] }]",
       "a box is [left, top, width, height]"},
      {"box: [5mm, 30mm, 28mm, 60mm], side: left, also: [{ sid: right, box: [67mm, 30mm, 28mm, 60mm] }]",
       "unknown key 'sid'"},
      {"box: [5mm, 30mm, 28mm, 60mm], side: left, columns: 0", "'columns' must be 1 or more"},
      {"box: [5mm, 30mm, 28mm, 60mm], side: left, columns: 1.5", "1.5"},
      {"box: [5mm, 50mm, 28mm, 10mm], side: left", "does not fit on page 'zone-01'"},
  };
  for (const auto& one : cases) {
    try {
      SmallPage("01", project(), style_of(one.options));
      FAIL() << one.options;
    } catch (const Error& error) {
      EXPECT_THAT(error.message(), HasSubstr(one.message));
      EXPECT_EQ(error.code(), ExitCode::usage);
    }
  }
}

}  // namespace
}  // namespace cartouche::layout
