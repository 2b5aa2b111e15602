#include <gmock/gmock.h>

#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::points_at;
using ::testing::SizeIs;
using testing::texts;

// Two squares that share the border x = 3, and one that overlaps the first.
Table squares() {
  return boxes({{"B", {{3, 46}, {4, 47}}}, {"A", {{2, 46}, {3, 47}}}});
}
Table overlapping() {
  return boxes({{"x", {{2, 46}, {3, 47}}}, {"y", {{2.5, 46}, {3.5, 47}}}});
}

std::string error_of(Table points, std::vector<ZoneSet> sets, const Question& question, ExitCode code) {
  Diagnostics notes;
  try {
    ask(std::move(points), std::move(sets), question, notes);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    return error.what();
  }
  return "no error";
}

std::vector<ZoneSet> one_set(Table zones, const std::string& name = "zone") {
  std::vector<ZoneSet> sets;
  sets.push_back({name, std::move(zones), "", std::nullopt});
  return sets;
}

TEST(Ask, GivesAColumnASetAndOneForAll) {
  Diagnostics notes;
  auto sets = one_set(squares(), "s");
  sets.push_back({"t", boxes({{"T", {{3.5, 46}, {5, 47}}}}), "code", std::nullopt});
  const Table answer =
      ask(points_at({{2.5, 46.5}, {3.7, 46.5}, {4.5, 46.5}, {6, 46.5}}), std::move(sets), {}, notes);
  EXPECT_THAT(texts(answer, "s"), ElementsAre("A", "B", "", ""));
  EXPECT_THAT(texts(answer, "dans_s"), ElementsAre("true", "true", "false", "false"));
  EXPECT_THAT(texts(answer, "t"), ElementsAre("", "T", "T", ""));
  EXPECT_THAT(texts(answer, "dans_une_zone"), ElementsAre("true", "true", "true", "false"));
  EXPECT_THAT(texts(answer, "cadre"), ElementsAre("metropole", "metropole", "metropole", "metropole"));
  EXPECT_TRUE(answer.geometry().has_value());
}

TEST(Ask, WithinGivesAPointOnASharedBorderToTheFirstByKeyWhateverTheOrderOfTheZones) {
  Diagnostics notes;
  const Table answer = ask(points_at({{3, 46.5}, {3, 46}, {2, 46}}), one_set(squares()), {}, notes);
  EXPECT_THAT(texts(answer, "zone"), ElementsAre("A", "A", "A"));
}

TEST(Ask, IntersectsListsEveryZoneThatABorderPointTouches) {
  Diagnostics notes;
  Question question;
  question.predicate = parse_predicate("intersects");
  const Table answer = ask(points_at({{3, 46.5}, {2.5, 46.5}}), one_set(squares()), question, notes);
  EXPECT_THAT(texts(answer, "zone"), ElementsAre("A/B", "A"));
}

TEST(Ask, APointInAHoleIsOutside) {
  Table zones("z");
  GeometryArray shapes(GeometryKind::polygon);
  const std::vector<Point> outline{{2, 46}, {4, 46}, {4, 48}, {2, 48}, {2, 46}};
  const std::vector<Point> hole{{2.5, 46.5}, {3.5, 46.5}, {3.5, 47.5}, {2.5, 47.5}, {2.5, 46.5}};
  shapes.add_ring(outline);
  shapes.add_ring(hole);
  shapes.end_part();
  shapes.end_feature();
  zones.set_geometry(testing::column_of(shapes));
  Diagnostics notes;
  const Table answer = ask(points_at({{3, 47}, {2.2, 47}}), one_set(zones), {}, notes);
  EXPECT_THAT(texts(answer, "dans_zone"), ElementsAre("false", "true"));
}

TEST(Ask, CountsAPointInOverlappingZonesOnceByTheRuleAskedFor) {
  struct Case {
    const char* rule;
    std::vector<std::string> expected;
  };
  for (const Case& one : {Case{"all", {"x/y", "x", "y"}}, Case{"first", {"x", "x", "y"}}}) {
    Question question;
    question.overlap = parse_overlap(one.rule);
    Diagnostics notes;
    const auto points = points_at({{2.7, 46.5}, {2.2, 46.5}, {3.2, 46.5}});
    EXPECT_EQ(texts(ask(points, one_set(overlapping()), question, notes), "zone"), one.expected);
    ASSERT_THAT(notes.all(), SizeIs(1));
    EXPECT_EQ(notes.all()[0].code, "several-zones");
    question.aggregates = "count(where dans_zone)";
    EXPECT_THAT(texts(ask(points, one_set(overlapping()), question, notes), "count_where_dans_zone"),
                ElementsAre("3"));
  }
  Question refuse;
  refuse.overlap = Overlap::error;
  EXPECT_THAT(error_of(points_at({{2.7, 46.5}}), one_set(overlapping()), refuse, ExitCode::data),
              HasSubstr("row p1 of 'projets' lies in several zones of 'zone': x, y"));
}

TEST(Ask, TotalsAddUpByGroupInOrderWithMissingValuesLast) {
  Diagnostics notes;
  Question question;
  question.group_by = {"zone"};
  question.aggregates =
      "count, sum(emplois), mean(emplois where emplois > 10) as m, 100 * share(dans_zone) as part";
  const auto points = points_at({{3.5, 46.5}, {9, 46.5}, {2.5, 46.5}, {3.6, 46.5}});
  const Table answer = ask(points, one_set(squares()), question, notes);
  EXPECT_THAT(texts(answer, "zone"), ElementsAre("A", "B", ""));
  EXPECT_THAT(texts(answer, "count"), ElementsAre("1", "2", "1"));
  EXPECT_THAT(texts(answer, "sum_emplois"), ElementsAre("30", "50", "20"));
  EXPECT_THAT(texts(answer, "m"), ElementsAre("30", "40", "20"));
  EXPECT_THAT(texts(answer, "part"), ElementsAre("100", "100", "0"));
  EXPECT_FALSE(answer.geometry().has_value());
}

TEST(Ask, KeepsTheRowsForWhichTheConditionHolds) {
  Diagnostics notes;
  Question question;
  question.where = "emplois > 10 and dans_zone";
  const auto points = points_at({{3.5, 46.5}, {9, 46.5}, {2.5, 46.5}});
  EXPECT_THAT(texts(ask(points, one_set(squares()), question, notes), "id"), ElementsAre("p3"));
  question.aggregates = "count";
  EXPECT_THAT(texts(ask(points, one_set(squares()), question, notes), "count"), ElementsAre("1"));
}

TEST(Ask, TakesColumnsOfTheFirstZoneUnderANameThatIsFree) {
  Diagnostics notes;
  Question question;
  question.take = {"nom", "zone.code"};
  Table points = points_at({{2.5, 46.5}, {9, 46.5}});
  points.set_column(Column("code", Column::Texts{"a", "b"}));
  const Table answer = ask(points, one_set(squares()), question, notes);
  EXPECT_THAT(texts(answer, "nom"), ElementsAre("Zone A", ""));
  EXPECT_THAT(texts(answer, "zone_code"), ElementsAre("A", ""));
}

TEST(Ask, AsksInTheZonesOwnSystem) {
  Diagnostics notes;
  const Table zones = boxes({{"paris", {{650000, 6860000}, {655000, 6865000}}}}, "EPSG:2154");
  const Table answer = ask(points_at({{2.3522, 48.8566}, {2.6, 48.8566}}), one_set(zones), {}, notes);
  EXPECT_THAT(texts(answer, "zone"), ElementsAre("paris", ""));
}

TEST(Ask, GivesTheSameAnswerOnAnyNumberOfThreads) {
  std::vector<Point> places;
  for (int i = 0; i < 150000; ++i) places.push_back({1 + (i % 977) * 0.004, 45.5 + (i % 1009) * 0.002});
  Question question;
  Diagnostics notes;
  const Table one = ask(points_at(places), one_set(overlapping()), question, notes);
  question.threads = 3;
  const Table three = ask(points_at(places), one_set(overlapping()), question, notes);
  EXPECT_EQ(one.column("zone"), three.column("zone"));
}

TEST(Ask, NamesPointsWithoutPlaceAndThoseInNoTerritory) {
  Diagnostics notes;
  const Table answer = ask(points_at({{2.5, 46.5}, kMissingPoint, {-30, 30}}), one_set(squares()), {}, notes);
  EXPECT_THAT(texts(answer, "cadre"), ElementsAre("metropole", "", ""));
  ASSERT_THAT(notes.all(), SizeIs(2));
  EXPECT_EQ(notes.all()[0].code, "missing-coordinates");
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("p2"));
  EXPECT_EQ(notes.all()[1].code, "outside-territories");
  EXPECT_THAT(notes.all()[1].ids, ElementsAre("p3"));
}

TEST(Ask, NamesZonesThatCrossThemselvesAndTakesTheirInsideByTheEvenOddRule) {
  Table zones = squares();
  GeometryArray shapes(GeometryKind::polygon);
  append_wkt(shapes, "POLYGON ((2 46, 4 48, 4 46, 2 48, 2 46))");
  append_wkt(shapes, "POLYGON ((5 46, 6 46, 6 47, 5 46))");
  zones.set_geometry(testing::column_of(shapes));
  Diagnostics notes;
  const Table answer = ask(points_at({{2.2, 47}, {3, 47.5}, {3.8, 47}}), one_set(zones), {}, notes);
  EXPECT_THAT(texts(answer, "zone"), ElementsAre("B", "", "B"));
  ASSERT_THAT(notes.all(), SizeIs(1));
  EXPECT_EQ(notes.all()[0].code, "invalid-zones");
  EXPECT_THAT(notes.all()[0].message,
              HasSubstr("1 zone of 'zone' not valid, the first for Self-intersection at 3 47"));
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("B"));
}

TEST(Ask, RefusesWhatCannotBeAsked) {
  struct Case {
    const char* say;
    ExitCode code;
    std::function<void(Table&, std::vector<ZoneSet>&, Question&)> spoil;
  };
  const std::vector<Case> cases{
      {"no column 'zon' in 'projets'; did you mean 'zone'?", ExitCode::usage,
       [](auto&, auto&, Question& q) { q.group_by = {"zon"}; }},
      {"text", ExitCode::usage, [](auto&, auto&, Question& q) { q.aggregates = "sum(id)"; }},
      {"did you mean 'emplois'?", ExitCode::usage,
       [](auto&, auto&, Question& q) { q.aggregates = "sum(emploi)"; }},
      {"expected ')' but found the end of the expression in «sum(emplois»", ExitCode::usage,
       [](auto&, auto&, Question& q) { q.aggregates = "sum(emplois"; }},
      {"two columns would be called 'count'", ExitCode::usage,
       [](auto&, auto&, Question& q) { q.aggregates = "count, count"; }},
      {"is no condition", ExitCode::usage, [](auto&, auto&, Question& q) { q.where = "emplois"; }},
      {"no zones have a column 'nim'; did you mean 'nom'?", ExitCode::usage,
       [](auto&, auto&, Question& q) { q.take = {"nim"}; }},
      {"already", ExitCode::usage,
       [](Table& points, auto&, auto&) {
         points.set_column(Column("dans_zone", Column::Texts{"a", "b"}));
       }},
      {"the zones of 'zone' are empty", ExitCode::data,
       [](auto&, std::vector<ZoneSet>& sets, auto&) { sets[0].zones = boxes({}); }},
      {"have no inside: they are points", ExitCode::usage,
       [](auto&, std::vector<ZoneSet>& sets, auto&) {
         sets[0].zones = points_at({{2, 46}});
       }},
      {"the axes look swapped", ExitCode::data,
       [](Table& points, auto&, auto&) {
         points = points_at({{46.5, 2.5}, {46.6, 3.5}});
       }},
      {"have no coordinates", ExitCode::usage, [](Table& points, auto&, auto&) { points.drop_geometry(); }},
  };
  for (const Case& one : cases) {
    Table points = points_at({{2.5, 46.5}, {3.5, 46.5}});
    auto sets = one_set(squares());
    Question question;
    one.spoil(points, sets, question);
    EXPECT_THAT(error_of(std::move(points), std::move(sets), question, one.code), HasSubstr(one.say));
  }
}

TEST(Predicate, IsReadOrRefusedWithTheNearestWord) {
  EXPECT_EQ(parse_predicate("dwithin:500").metres, 500);
  EXPECT_EQ(parse_predicate("nearest").kind, Predicate::Kind::nearest);
  EXPECT_EQ(parse_predicate("nearest:1500.5").metres, 1500.5);
  for (const char* text : {"dwithin", "dwithin:", "dwithin:-1", "dwithin:5km", "within:5", "wihtin", ""})
    EXPECT_THROW(parse_predicate(text), Error) << text;
}

}  // namespace
}  // namespace cartouche::query
