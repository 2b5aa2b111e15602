#include "cartouche/query/communes.h"

#include <gmock/gmock.h>

#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using ::testing::ElementsAre;
using testing::texts;

// Three communes side by side; 01004 and 01005 became 01003.
Table communes() {
  Table table =
      boxes({{"01001", {{2, 46}, {3, 47}}}, {"01002", {{3, 46}, {4, 47}}}, {"01003", {{4, 46}, {5, 47}}}});
  Column codes = table.column("code");
  codes.rename("insee");
  table.set_column(codes);
  return table;
}

Table merged() {
  Table table("anciennes");
  table.set_column(Column("insee", Column::Texts{"01004", "01005", "01006"}));
  table.set_column(Column("insee_actuel", Column::Texts{"01003", "01004", "02999"}));
  return table;
}

Table list(const std::vector<std::pair<std::string, std::string>>& rows) {
  Table table("liste");
  Column::Texts codes, contracts;
  for (const auto& [code, contract] : rows) {
    codes.push_back(code);
    contracts.push_back(contract);
  }
  table.set_column(Column("commune", codes));
  table.set_column(Column("contrat", contracts));
  return table;
}

TEST(Communes, OfAListBecomeOneZoneOrOneAValue) {
  const Table polygons = communes(), former = merged();
  const Communes of{.polygons = &polygons, .merged = &former};
  Diagnostics notes;
  const Table rows = list({{"01001", "b"}, {"01002", "a"}, {"01004", "a"}, {"01003", ""}});
  const Table one = zones_of_communes(rows, "commune", "", "ZRR", of, notes);
  EXPECT_THAT(texts(one, "zone"), ElementsAre("ZRR"));
  EXPECT_EQ(one.geometry()->shapes.part_count(), 1U);  // their common borders are gone
  const Table each = zones_of_communes(rows, "commune", "contrat", "CV", of, notes);
  EXPECT_THAT(texts(each, "contrat"), ElementsAre("a", "b"));
  EXPECT_EQ(each.geometry()->shapes.box(0), (Box{{3, 46}, {5, 47}}));
}

TEST(Communes, ReportWhatAMergeResolvedAndWhatStaysUnmatched) {
  const Table polygons = communes(), former = merged();
  Diagnostics notes;
  zones_of_communes(list({{"01001", ""}, {"01005", ""}, {"01006", ""}, {"99", ""}}), "commune", "", "ZRR",
                    {.polygons = &polygons, .merged = &former}, notes);
  ASSERT_EQ(notes.all().size(), 2U);
  EXPECT_EQ(notes.all()[0].code, "matched-through-merge");
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("01005 → 01003"));
  EXPECT_EQ(notes.all()[1].code, "unmatched-rows");
  EXPECT_THAT(notes.all()[1].ids, ElementsAre("01006", "99"));
}

TEST(Communes, OfAnotherDepartementAreNoMergeAndPostalCodesAreNamed) {
  const Table polygons = communes();
  Table former("anciennes");
  former.set_column(Column("insee", Column::Texts{"01004", "75008"}));
  former.set_column(Column("insee_actuel", Column::Texts{"01003", "01002"}));
  Diagnostics notes;
  zones_of_communes(list({{"01004", ""}, {"75008", ""}, {"78000", ""}, {"92100", ""}, {"78400", ""}}),
                    "commune", "", "ZRR", {.polygons = &polygons, .merged = &former}, notes);
  ASSERT_EQ(notes.all().size(), 3U);
  EXPECT_EQ(notes.all()[0].code, "matched-through-merge");
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("01004 → 01003"));
  EXPECT_EQ(notes.all()[1].code, "other-departement");
  EXPECT_THAT(notes.all()[1].ids, ElementsAre("75008 → 01002"));
  EXPECT_EQ(notes.all()[2].code, "unmatched-rows");
  EXPECT_THAT(notes.all()[2].message, ::testing::HasSubstr("postal codes"));
}

TEST(Communes, SayTheCureOfCodesThatAreWrittenOtherwise) {
  const Table polygons = communes(), former = merged();
  Diagnostics notes;
  zones_of_communes(list({{"1001", ""}, {"01002", ""}, {"1005 ", ""}}), "commune", "", "ZRR",
                    {.polygons = &polygons, .merged = &former}, notes);
  ASSERT_EQ(notes.all().size(), 1U);
  EXPECT_THAT(notes.all()[0].message,
              ::testing::HasSubstr("2 codes in column 'commune' of 'liste' would match"));
  EXPECT_THAT(notes.all()[0].message, ::testing::HasSubstr("lpad(trim(commune), 5, '0')"));
}

TEST(Communes, GiveAPointAPlaceInside) {
  const Table polygons = communes(), former = merged();
  Diagnostics notes;
  const Table placed = place_in_communes(list({{"01002", ""}, {"99", ""}, {"01004", ""}}), "commune",
                                         {.polygons = &polygons, .merged = &former}, notes);
  const auto at = placed.geometry()->shapes.points();
  EXPECT_NEAR(at[0].x, 3.5, 0.01);
  EXPECT_NEAR(at[0].y, 46.5, 0.01);
  EXPECT_TRUE(is_missing(at[1]));
  EXPECT_NEAR(at[2].x, 4.5, 0.01);
}

}  // namespace
}  // namespace cartouche::query
