#include "cartouche/project/layer_data.h"

#include <gtest/gtest.h>

namespace cartouche::project {
namespace {

std::string error_of(const std::string& yaml) {
  try {
    parse_layer_data(parse_yaml(yaml, "p.yaml"));
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(LayerData, KeepsItsFieldsInTheirOrder) {
  const LayerData data = parse_layer_data(parse_yaml(
      "{ title: '{nom}', fields: { Zone: zone, Aide (€): aide / 2 }, filters: [Zone] }", "p.yaml"));
  EXPECT_EQ(data.title.value, "{nom}");
  EXPECT_FALSE(data.name);
  ASSERT_EQ(data.fields.size(), 2U);
  EXPECT_EQ(data.fields[0].caption.value, "Zone");
  EXPECT_EQ(data.fields[1].caption.value, "Aide (€)");
  EXPECT_EQ(data.fields[1].value.value, "aide / 2");
  ASSERT_EQ(data.filters.size(), 1U);
}

TEST(LayerData, SaysWhatIsWrongAndWhere) {
  const std::pair<const char*, const char*> cases[] = {
      {"{ fields: { Zone: zone } }", "p.yaml:1:1: missing key 'title' in data"},
      {"{ title: a, filds: { Zone: zone } }", "did you mean 'fields'?"},
      {"{ title: a, fields: { Zone: zone }, filters: [Zonne] }",
       "p.yaml:1:47: no field 'Zonne' to filter by; did you mean 'Zone'?"},
  };
  for (const auto& [yaml, expected] : cases)
    EXPECT_NE(error_of(yaml).find(expected), std::string::npos) << error_of(yaml);
}

}  // namespace
}  // namespace cartouche::project
