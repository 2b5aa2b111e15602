#include "cartouche/base/color.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(Color, ReadsItsFormsAndPrintsTheShortest) {
  const struct {
    const char* text;
    Color color;
    const char* printed;
  } cases[] = {{"#f80", {255, 136, 0, 255}, "#ff8800"},
               {"#FF8800", {255, 136, 0, 255}, "#ff8800"},
               {"#01020304", {1, 2, 3, 4}, "#01020304"},
               {"#010203ff", {1, 2, 3, 255}, "#010203"},
               {"none", {0, 0, 0, 0}, "#00000000"}};
  for (const auto& one : cases) {
    EXPECT_EQ(parse_color(one.text, {}), one.color) << one.text;
    EXPECT_EQ(to_string(one.color), one.printed);
    EXPECT_EQ(parse_color(one.printed, {}), one.color);
  }
}

TEST(Color, RefusesEverythingElseAtItsPlace) {
  for (const char* text : {"", "#", "red", "ff8800", "#ff88", "#ff880g", "#ff8800f", "None"}) {
    try {
      parse_color(text, {"s.yaml", 2, 5});
      ADD_FAILURE() << "accepted '" << text << "'";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      EXPECT_EQ(error.where().str(), "s.yaml:2:5");
      EXPECT_NE(error.message().find("'" + std::string(text) + "'"), std::string::npos);
    }
  }
}

TEST(Color, MixesLinearlyAndStaysInRange) {
  const Color a{0, 100, 200, 255};
  const Color b{255, 100, 0, 0};
  EXPECT_EQ(mix(a, b, 0), a);
  EXPECT_EQ(mix(a, b, 1), b);
  EXPECT_EQ(mix(a, b, 0.5), (Color{128, 100, 100, 128}));
  EXPECT_EQ(mix(a, b, 2).r, 255);
}

TEST(Color, ContrastIsThatOfWcag) {
  const Color black{0, 0, 0, 255};
  const Color white{255, 255, 255, 255};
  EXPECT_NEAR(contrast_ratio(black, white), 21, 1e-12);
  EXPECT_NEAR(contrast_ratio(white, white), 1, 1e-12);
  // #767676 on white is the well-known grey that just passes level AA (4.54).
  EXPECT_NEAR(contrast_ratio({0x76, 0x76, 0x76, 255}, white), 4.54, 0.005);
}

}  // namespace
}  // namespace cartouche
