#include "cartouche/query/asker.h"

#include <gmock/gmock.h>

#include <random>

#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using testing::points_at;
using testing::texts;

constexpr std::size_t kPoints = 3000;

// Points around squares that share borders and overlap, some in no territory, some without a place, many on a
// grid that the borders lie on.
Table points() {
  std::mt19937_64 random(3);
  const auto step = [&](double from) { return from + 0.25 * static_cast<double>(random() % 13); };
  std::vector<Point> places;
  for (std::size_t i = 0; i < kPoints; ++i) {
    Point p{step(1.5), step(45)};
    if (i % 97 == 0) p = kMissingPoint;
    if (i % 101 == 0) p = {-30, 10};
    places.push_back(p);
  }
  Table table = points_at(places);
  Column::Texts regions;
  Column::Reals shares;
  for (std::size_t i = 0; i < kPoints; ++i) {
    regions.push_back("r" + std::to_string(random() % 5));
    shares.push_back(static_cast<double>(random() % 1000) / 7);
  }
  table.set_column(Column("reg", regions));
  table.set_column(Column("taux", shares));
  return table;
}

std::vector<ZoneSet> zones() {
  return {{"a", boxes({{"B", {{3, 45}, {4, 46}}}, {"A", {{2, 45}, {3, 46}}}}), "code", std::nullopt},
          {"b", boxes({{"x", {{2, 45}, {3, 47}}}, {"y", {{2.5, 46}, {3.5, 48}}}}), "code", std::nullopt}};
}

std::vector<GeometryArray::Index> run_of(std::size_t begin, std::size_t end) {
  std::vector<GeometryArray::Index> rows;
  for (std::size_t row = begin; row < end; ++row) rows.push_back(static_cast<GeometryArray::Index>(row));
  return rows;
}

struct Answer {
  std::vector<std::vector<std::string>> columns;
  std::vector<std::string> found;
  std::size_t asked = 0;
  bool operator==(const Answer&) const = default;
};

void append(const Table& rows, Answer& answer) {
  answer.columns.resize(rows.columns().size());
  for (std::size_t c = 0; c < rows.columns().size(); ++c)
    for (const std::string& text : texts(rows, rows.columns()[c].name())) answer.columns[c].push_back(text);
}

Answer answer_in_batches(const Table& all, const Question& question, std::size_t batch) {
  Asker asker(all, zones(), question);
  Answer answer;
  for (std::size_t begin = 0; begin < all.row_count(); begin += batch) {
    const Table rows = asker.ask(all.take(run_of(begin, std::min(begin + batch, all.row_count()))));
    if (!asker.sums()) append(rows, answer);
  }
  if (asker.sums()) append(asker.totals(), answer);
  Diagnostics found;
  asker.report(found);
  for (const Diagnostic& one : found.all()) {
    answer.found.push_back(one.code + " " + one.message);
    answer.found.insert(answer.found.end(), one.ids.begin(), one.ids.end());
  }
  answer.asked = asker.asked();
  return answer;
}

struct Case {
  const char* where;
  const char* aggregates;
  std::vector<std::string> group_by;
  const char* predicate;
};

TEST(Asker, AnswersAlikeHoweverThePointsAreCutAndOnAnyNumberOfThreads) {
  const Table all = points();
  const std::vector<Case> cases = {
      {"", "", {}, "within"},
      {"", "", {}, "dwithin:20000"},
      {"emplois > 500 and (dans_a or b is null) and reg in ('r1', 'r2')", "", {}, "intersects"},
      {"dans_a and emplois > 500", "count, sum(emplois), mean(taux), median(taux)", {"reg"}, "within"},
      {"", "sum(taux), min(id), max(emplois), count(distinct reg), share(dans_b)", {"a", "b"}, "intersects"},
      {"dans_une_zone", "sum(taux) / count, 100 * share(dans_a) as part", {}, "nearest:50000"},
      {"emplois < 0", "count, sum(taux)", {"reg"}, "within"},
      {"emplois < 0", "count, sum(taux)", {}, "within"},
  };
  for (const Case& one : cases) {
    Question question;
    question.where = one.where;
    question.aggregates = one.aggregates;
    question.group_by = one.group_by;
    question.predicate = parse_predicate(one.predicate);
    question.threads = 1;
    const Answer whole = answer_in_batches(all, question, kPoints);
    EXPECT_FALSE(whole.columns.empty());
    for (const unsigned threads : {1U, 2U})
      for (const std::size_t batch : {std::size_t{7}, std::size_t{1000}, std::size_t{65536}}) {
        question.threads = threads;
        EXPECT_TRUE(answer_in_batches(all, question, batch) == whole)
            << one.where << " | " << one.aggregates << " | " << one.predicate << ", batches of " << batch
            << " on " << threads;
      }
  }
}

TEST(Asker, CountsTheRowsOfTheConditionAsFarAsThePointsTell) {
  Question question;
  question.where = "dans_a and emplois > 29900";
  const Answer answer = answer_in_batches(points(), question, 7);
  EXPECT_EQ(answer.asked, 10U);
}

TEST(Asker, RefusesAWrongSystemAfterTheFirstThousandsAndNotAtTheEnd) {
  Question question;
  const Table few = points_at({{46.5, 2.5}, {46.25, 3.5}});
  Asker asker(few, zones(), question);
  std::size_t batches = 0;
  try {
    for (; batches < 100'000; ++batches) asker.ask(few);
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
    EXPECT_THAT(error.what(), ::testing::HasSubstr("the axes look swapped"));
  }
  EXPECT_EQ(batches, 4999U);
}

TEST(Asker, BoundsHoldEveryPointForWhichTheConditionIsTrue) {
  const Table all = points();
  const std::vector<std::pair<const char*, const char*>> cases = {{"dans_a", "within"},
                                                                  {"dans_b and emplois > 0", "intersects"},
                                                                  {"emplois > 0 and dans_a", "dwithin:30000"},
                                                                  {"dans_une_zone", "dwithin:5000"},
                                                                  {"dans_a", "nearest:20000"}};
  for (const auto& [where, predicate] : cases) {
    Question question;
    question.where = where;
    question.predicate = parse_predicate(predicate);
    Asker asker(all, zones(), question);
    const auto bounds = asker.bounds();
    ASSERT_TRUE(bounds) << where;
    const Table kept = asker.ask(all);
    EXPECT_GT(kept.row_count(), 10U) << where;
    for (const Point p : kept.geometry()->shapes.points()) EXPECT_TRUE(bounds->contains(p)) << where;
    EXPECT_FALSE(bounds->contains(Point{-30, 10})) << where;
  }
  for (const char* open : {"", "dans_a or emplois > 0", "not dans_a", "emplois > 0"}) {
    Question question;
    question.where = open;
    EXPECT_FALSE(Asker(all, zones(), question).bounds()) << open;
  }
  Question endless;
  endless.where = "dans_a";
  endless.predicate = parse_predicate("nearest");
  EXPECT_FALSE(Asker(all, zones(), endless).bounds());
}

}  // namespace
}  // namespace cartouche::query
