#include "cartouche/table/row_label.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(RowLabel, IsTheNameWithTheIdBehindIt) {
  const struct {
    const char* column;
    const char* value;
    const char* label;
  } cases[] = {
      {"nom", "Annecy", "Annecy (74010)"},
      {"lib_epci", "Annecy", "Annecy (74010)"},
      {"nom", "", "74010"},
      {"nom", "74010", "74010"},
      {"renom", "Annecy", "74010"},
  };
  for (const auto& one : cases) {
    Table table("t");
    table.set_column(Column("code", Column::Texts{"74010"}));
    table.set_column(Column(one.column, Column::Texts{one.value}));
    table.set_id_column("code");
    EXPECT_EQ(row_label(table, 0), one.label);
    EXPECT_EQ(row_label(table, 0, "other"),
              std::string(one.value).empty() || std::string(one.column) == "renom"
                  ? "other"
                  : std::string(one.value) + " (other)");
  }
}

}  // namespace
}  // namespace cartouche
