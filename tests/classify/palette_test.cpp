#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cartouche/classify/classify.h"

namespace cartouche {
namespace {

std::vector<std::string> hex(const std::vector<Color>& colors) {
  std::vector<std::string> texts;
  for (const Color color : colors) texts.push_back(to_string(color));
  return texts;
}

struct Case {
  const char* name;
  int count;
  std::vector<std::string> colors;
};

class Palette : public testing::TestWithParam<Case> {};

TEST_P(Palette, has_these_colours) {
  EXPECT_EQ(hex(palette(GetParam().name, GetParam().count, {})), GetParam().colors) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    Schemes, Palette,
    testing::Values(Case{"Blues", 3, {"#deebf7", "#9ecae1", "#3182bd"}},
                    Case{"YlOrRd", 5, {"#ffffb2", "#fecc5c", "#fd8d3c", "#f03b20", "#bd0026"}},
                    Case{"RdBu", 4, {"#ca0020", "#f4a582", "#92c5de", "#0571b0"}},
                    Case{"Set1", 2, {"#e41a1c", "#377eb8"}}, Case{"viridis", 2, {"#440154", "#fde725"}},
                    // ColorBrewer has no scheme of one or two: the middle, or the ends, of that of three.
                    Case{"Blues", 1, {"#9ecae1"}}, Case{"Blues", 2, {"#deebf7", "#3182bd"}},
                    Case{"Blues", 0, {}},
                    // Seventeen over nine: every second is one of the nine.
                    Case{"Greys",
                         17,
                         {"#ffffff", "#f8f8f8", "#f0f0f0", "#e5e5e5", "#d9d9d9", "#cbcbcb", "#bdbdbd",
                          "#aaaaaa", "#969696", "#858585", "#737373", "#636363", "#525252", "#3c3c3c",
                          "#252525", "#131313", "#000000"}}));

TEST(Palette, of_every_name_gives_as_many_colours_as_asked_all_different_and_opaque) {
  for (const std::string& name : palette_names()) {
    for (int count = 1; count <= 8; ++count) {
      std::set<std::string> different;
      for (const Color color : palette(name, count, {})) {
        EXPECT_EQ(color.a, 255);
        different.insert(to_string(color));
      }
      EXPECT_EQ(different.size(), static_cast<std::size_t>(count)) << name << ' ' << count;
    }
  }
}

TEST(Palette, names_are_those_of_colorbrewer_and_matplotlib_each_once) {
  const std::vector<std::string> names = palette_names();
  EXPECT_EQ(names.size(), 18U + 5 + 9 + 8);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(Palette, says_up_to_how_many_classes_it_is_safe_for_colour_blind_people) {
  const std::map<std::string, int> expected{{"Blues", 9},    {"viridis", 9}, {"RdBu", 11},  {"RdYlGn", 0},
                                            {"Spectral", 0}, {"Dark2", 3},   {"Paired", 4}, {"Set1", 0}};
  std::size_t found = 0;
  for (const PaletteInfo& one : palettes()) {
    EXPECT_LE(one.safe_classes, one.most_classes) << one.name;
    const auto known = expected.find(one.name);
    if (known == expected.end()) continue;
    EXPECT_EQ(one.safe_classes, known->second) << one.name;
    ++found;
  }
  EXPECT_EQ(found, expected.size());
}

TEST(Palette, sequential_ones_grow_darker_from_low_to_high) {
  for (const char* name : {"Blues", "YlGnBu", "OrRd", "Greys", "PuRd"})
    for (int count = 2; count <= 12; ++count) {
      const std::vector<Color> colors = palette(name, count, {});
      for (std::size_t i = 1; i < colors.size(); ++i)
        EXPECT_LT(contrast_ratio(colors[i], Color{0, 0, 0}), contrast_ratio(colors[i - 1], Color{0, 0, 0}))
            << name << ' ' << count;
    }
}

void expect_usage_error(const char* name, int count, const char* message) {
  const Location where{"style.yaml", 7, 3};
  try {
    palette(name, count, where);
    FAIL() << name;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.where(), where);
    EXPECT_THAT(error.what(), testing::HasSubstr(message));
  }
}

TEST(Palette, an_unknown_name_gives_the_nearest) {
  expect_usage_error("ylgnbl", 3, "did you mean 'YlGnBu'?");
  expect_usage_error("Viridis", 3, "did you mean 'viridis'?");
}

TEST(Palette, a_qualitative_one_never_repeats_a_colour) {
  expect_usage_error("Set1", 10, "palette 'Set1' has 9 colours, and 10 are needed");
}

}  // namespace
}  // namespace cartouche
