#include "cartouche/table/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace cartouche {
namespace {

using Index = GeometryArray::Index;

TEST(Column, GivesBackWhatWasAppended) {
  const struct {
    Type type;
    std::vector<Value> values;
    std::vector<std::string> texts;
  } cases[] = {
      {Type::text, {std::string("01004"), Value(), std::string("")}, {"01004", "", ""}},
      {Type::integer, {std::int64_t{-5}, Value(), std::int64_t{7}}, {"-5", "", "7"}},
      {Type::real, {1.5, Value(), 100000.0}, {"1.5", "", "100000"}},
      {Type::boolean, {true, Value(), false}, {"true", "", "false"}},
  };
  for (const auto& one : cases) {
    Column column("c", one.type);
    for (const Value& value : one.values) column.push_back(value);
    ASSERT_EQ(column.size(), 3U);
    EXPECT_EQ(column.type(), one.type) << type_name(one.type);
    EXPECT_TRUE(column.has_missing());
    for (std::size_t row = 0; row < 3; ++row) {
      EXPECT_EQ(column.value(row), one.values[row]);
      EXPECT_EQ(column.text(row), one.texts[row]);
      EXPECT_EQ(column.is_valid(row), row != 1);
    }
  }
}

TEST(Column, NaNIsAMissingReal) {
  const Column column("c", Column::Reals{1, std::nan(""), 3});
  EXPECT_FALSE(column.is_valid(1));
  EXPECT_TRUE(column.is_valid(2));
  Column appended("c", Type::real);
  appended.push_back(std::int64_t{1});
  appended.push_back(std::nan(""));
  appended.push_back(3.0);
  EXPECT_EQ(appended, column);
}

TEST(Column, RefusesValuesOfAnotherType) {
  Column integers("c", Type::integer);
  EXPECT_THROW(integers.push_back(1.5), std::invalid_argument);
  EXPECT_THROW(integers.push_back(std::nan("")), std::invalid_argument);
  EXPECT_THROW(integers.push_back(std::string("1")), std::invalid_argument);
  EXPECT_EQ(integers.size(), 0U);
  EXPECT_THROW(Column("c", Column::Integers{1, 2}, {1}), std::invalid_argument);
}

TEST(Column, NumberIsNaNForTextAndForMissing) {
  Column booleans("b", Column::Booleans{1, 0}, {1, 0});
  EXPECT_EQ(booleans.number(0), 1);
  EXPECT_TRUE(std::isnan(booleans.number(1)));
  EXPECT_TRUE(std::isnan(Column("t", Column::Texts{"1"}).number(0)));
}

TEST(Column, EqualityLooksAtMissingValuesNotAtTheirContent) {
  EXPECT_EQ(Column("c", Column::Integers{1, 99}, {1, 0}), Column("c", Column::Integers{1, 7}, {1, 0}));
  EXPECT_EQ(Column("c", Column::Integers{1, 2}, {1, 1}), Column("c", Column::Integers{1, 2}));
  EXPECT_NE(Column("c", Column::Integers{1, 0}), Column("c", Column::Integers{1, 0}, {1, 0}));
  EXPECT_NE(Column("c", Column::Integers{1}), Column("d", Column::Integers{1}));
  EXPECT_NE(Column("c", Column::Integers{1}), Column("c", Column::Reals{1}));
}

TEST(Column, TakesRowsInTheGivenOrderAndMissingOnesForNoRow) {
  const Column column("c", Column::Texts{"a", "b", "c"});
  const std::vector<Index> rows = {2, Column::kNoRow, 0, 2};
  const Column taken = column.take(rows);
  EXPECT_EQ(taken, Column("c", Column::Texts{"c", "", "a", "c"}, {1, 0, 1, 1}));
}

Table places() {
  Table table("communes");
  table.set_column(Column("code", Column::Texts{"01004", "2A004", ""}, {1, 1, 0}));
  table.set_column(Column("habitants", Column::Integers{14, 70, 5}));
  table.set_id_column("code");
  table.add_credits({{"IGN", "2021", "2021-04-01", "etalab-2.0", ""}});
  return table;
}

TEST(Table, MissingColumnIsAUsageErrorWithTheNearestName) {
  const Table table = places();
  EXPECT_EQ(table.find("codes"), nullptr);
  EXPECT_EQ(table.column("habitants").integers()[1], 70);
  try {
    table.column("habitant", {"p.yaml", 4, 2});
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "p.yaml:4:2: no column 'habitant' in 'communes'; did you mean 'habitants'?");
    EXPECT_EQ(error.code(), ExitCode::usage);
  }
}

TEST(Table, ColumnsAgreeOnTheRowCount) {
  Table table = places();
  EXPECT_EQ(table.row_count(), 3U);
  EXPECT_THROW(table.set_column(Column("x", Column::Integers{1})), std::invalid_argument);
  EXPECT_EQ(table.columns().size(), 2U);
  table.set_column(Column("code", Column::Texts{"a", "b", "c"}));
  EXPECT_EQ(table.columns()[0].texts()[0], "a") << "replaced in its place";
  table.drop_column("code");
  EXPECT_EQ(table.columns().size(), 1U);
}

TEST(Table, RowIdFallsBackToTheRowNumber) {
  Table table = places();
  EXPECT_EQ(table.row_id(1), "2A004");
  EXPECT_EQ(table.row_id(2), "3");
  table.set_id_column("");
  EXPECT_EQ(table.row_id(1), "2");
}

TEST(Table, CreditsAreKeptOnce) {
  Table table = places();
  table.add_credits({{"IGN", "2021", "2021-04-01", "etalab-2.0", ""}, {"ANCT", "2022", "", "", ""}});
  ASSERT_EQ(table.credits().size(), 2U);
  EXPECT_EQ(table.credits()[1].producer, "ANCT");
}

TEST(Table, TakesRowsWithGeometryIdAndCredits) {
  Table table = places();
  GeometryArray shapes(GeometryKind::point);
  for (const double x : {1.0, 2.0, 3.0}) shapes.add_point({x, -x});
  table.set_geometry({shapes, Crs()});
  const std::vector<Index> rows = {2, Column::kNoRow, 1};
  const Table taken = table.take(rows);
  EXPECT_EQ(taken.row_count(), 3U);
  EXPECT_EQ(taken.row_id(2), "2A004");
  EXPECT_EQ(taken.credits(), table.credits());
  ASSERT_TRUE(taken.geometry());
  EXPECT_EQ(taken.geometry()->shapes.points()[0], (Point{3, -3}));
  EXPECT_TRUE(taken.geometry()->shapes.is_missing(1));
  const Table none = table.take({});
  EXPECT_EQ(none.row_count(), 0U);
  EXPECT_EQ(none.columns().size(), 2U);
  EXPECT_EQ(none.geometry()->shapes.size(), 0U);
}

TEST(Table, GeometryAgreesOnTheRowCount) {
  Table table = places();
  GeometryArray shapes(GeometryKind::point);
  shapes.add_point({0, 0});
  EXPECT_THROW(table.set_geometry({shapes, Crs()}), std::invalid_argument);
}

}  // namespace
}  // namespace cartouche
