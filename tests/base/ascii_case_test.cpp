#include "cartouche/base/ascii_case.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(AsciiCase, ChangesTheLettersOfAsciiOnly) {
  EXPECT_EQ(ascii_lower("GeoJSON_2.É[@Z]"), "geojson_2.É[@z]");
  EXPECT_EQ(ascii_lower('Z'), 'z');
  EXPECT_EQ(ascii_lower('\xC3'), '\xC3');
}

}  // namespace
}  // namespace cartouche
