#include "cartouche/query/spatial_engine.h"

#include <gmock/gmock.h>

#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using ::testing::ElementsAre;
using testing::points_at;
using testing::texts;

constexpr auto kNone = Column::kNoRow;

TEST(SpatialEngine, AnswersAsTheQuestionsDoByRowOfTheZonesTable) {
  // The table's order is not that of its keys: the border goes to A, its second row.
  const auto zones =
      std::make_shared<const Table>(boxes({{"B", {{3, 46}, {4, 47}}}, {"A", {{2, 46}, {3, 47}}}}));
  const Table points = points_at({{2.5, 46.5}, {3, 46.5}, {3.5, 46.5}, {4.1, 46.5}, kMissingPoint});
  const auto engine = make_spatial_engine();
  EXPECT_THAT(engine->ask(*points.geometry(), zones, {SpatialCall::Kind::within}).zones,
              ElementsAre(1, 1, 0, kNone, kNone));
  EXPECT_THAT(engine->ask(*points.geometry(), zones, {SpatialCall::Kind::near, 1000}).zones,
              ElementsAre(1, 1, 0, kNone, kNone));
  const SpatialAnswer near = engine->ask(*points.geometry(), zones, {SpatialCall::Kind::near});
  EXPECT_THAT(near.zones, ElementsAre(1, 1, 0, 0, kNone));
  Question question;
  question.predicate = parse_predicate("nearest");
  Diagnostics notes;
  const Table answer = ask(points, {{"z", *zones, "code", std::nullopt}}, question, notes);
  EXPECT_NEAR(near.metres[3], answer.column("distance_z").reals()[3], 0.0006);
}

TEST(SpatialEngine, NothingMeetsAnEmptyTable) {
  const auto zones = std::make_shared<const Table>(boxes({}));
  const Table points = points_at({{2.5, 46.5}});
  const auto engine = make_spatial_engine();
  for (const auto kind : {SpatialCall::Kind::within, SpatialCall::Kind::near})
    EXPECT_THAT(engine->ask(*points.geometry(), zones, {kind}).zones, ElementsAre(kNone));
}

TEST(SpatialEngine, ServesTheConditionsOfAQuestion) {
  Table zones = boxes({{"A", {{2, 46}, {3, 47}}}, {"B", {{3, 46}, {4, 47}}}});
  Question question;
  question.where = "within(z) and zone(z, nom) = 'Zone B'";
  question.aggregates = "count, count(where distance(z) = 0) as dedans";
  question.parameters.places = std::make_shared<const Places>(
      Places{make_spatial_engine(), {{"z", std::make_shared<const Table>(zones)}}});
  Diagnostics notes;
  const Table answer = ask(points_at({{2.5, 46.5}, {3.5, 46.5}, {9, 46.5}}),
                           {{"z", zones, "code", std::nullopt}}, question, notes);
  EXPECT_THAT(texts(answer, "count"), ElementsAre("1"));
  EXPECT_THAT(texts(answer, "dedans"), ElementsAre("1"));
}

}  // namespace
}  // namespace cartouche::query
