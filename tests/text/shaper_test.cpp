#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <string>

#include "cartouche/text/text.h"

namespace cartouche {
namespace {

FontSpec lato(double size) {
  FontSpec spec;
  spec.families = {"Lato"};
  spec.size = size;
  return spec;
}

/// Lato is what the styles ask for; these figures hold for it alone.
class LatoShaper : public ::testing::Test {
 protected:
  void SetUp() override {
    shaper.line("x", lato(10), diagnostics);
    if (!diagnostics.all().empty()) GTEST_SKIP() << "Lato is not installed (Debian: fonts-lato)";
  }
  TextLine line(const std::string& text, const FontSpec& spec) {
    return shaper.line(text, spec, diagnostics);
  }

  Shaper shaper;
  Diagnostics diagnostics;
};

int cluster_bytes(const GlyphRun& run) {
  return std::accumulate(run.clusters.begin(), run.clusters.end(), 0,
                         [](int sum, const GlyphCluster& one) { return sum + one.bytes; });
}
int cluster_glyphs(const GlyphRun& run) {
  return std::accumulate(run.clusters.begin(), run.clusters.end(), 0,
                         [](int sum, const GlyphCluster& one) { return sum + one.glyphs; });
}

TEST_F(LatoShaper, FindsTheFileOfTheFace) {
  FontSpec bold = lato(9);
  bold.weight = 700;
  bold.italic = true;
  const TextLine shaped = line("Été", bold);
  ASSERT_EQ(shaped.runs.size(), 1u);
  const FontFace& face = *shaped.runs[0].run.face;
  EXPECT_EQ(face.family, "Lato");
  EXPECT_EQ(face.weight, 700);
  EXPECT_TRUE(face.italic);
  EXPECT_THAT(face.file, ::testing::HasSubstr("Lato-BoldItalic"));
}

TEST_F(LatoShaper, WidthGrowsInProportionToSize) {
  const std::string text = "Territoires d’industrie, 1\u202F416 projets";
  const double small = line(text, lato(7)).width;
  const double large = line(text, lato(70)).width;
  // Each of the 38 glyphs is rounded to 1/1024 point; hinting would be out by whole points.
  EXPECT_NEAR(small * 10, large, 38 * 10 * 0.5 / 1024);
  EXPECT_GT(small, 0);
}

TEST_F(LatoShaper, KernsPairs) {
  EXPECT_LT(line("AV", lato(100)).width, line("A", lato(100)).width + line("V", lato(100)).width - 1);
}

TEST_F(LatoShaper, ClustersCoverEveryByteAndGlyph) {
  for (const char* text : {"Été", "officiel ffi", "1\u202F416 €", "e\u0301a", "", "a\nb"}) {
    const TextLine shaped = line(text, lato(12));
    for (const TextRun& run : shaped.runs) {
      EXPECT_EQ(cluster_bytes(run.run), static_cast<int>(run.text.size())) << text;
      EXPECT_EQ(cluster_glyphs(run.run), static_cast<int>(run.run.glyphs.size())) << text;
    }
  }
}

TEST_F(LatoShaper, SpacingStandsBetweenLettersOnly) {
  FontSpec spaced = lato(10);
  spaced.spacing = 2;
  EXPECT_NEAR(line("nom", spaced).width, line("nom", lato(10)).width + 4, 1e-9);
  EXPECT_NEAR(line("n", spaced).width, line("n", lato(10)).width, 1e-9);
  EXPECT_NEAR(line("n", spaced).runs[0].run.advance, line("n", lato(10)).width, 1e-9);
}

TEST_F(LatoShaper, SynthesisedSmallCapitalsAreCapitalsAtFourFifths) {
  FontSpec caps = lato(10);
  caps.small_caps = true;
  const TextLine shaped = line("Île", caps);
  ASSERT_EQ(shaped.runs.size(), 2u);
  EXPECT_EQ(shaped.runs[0].text, "Î");
  EXPECT_EQ(shaped.runs[1].text, "LE");
  EXPECT_DOUBLE_EQ(shaped.runs[1].run.size, 8);
  EXPECT_NEAR(shaped.runs[1].x, shaped.runs[0].run.advance, 1e-9);
  EXPECT_NEAR(shaped.width, line("Î", lato(10)).width + line("LE", lato(8)).width, 1e-9);
  EXPECT_FALSE(shaped.runs[1].run.small_caps);  // the glyphs are capitals: nothing is left for a viewer to do
}

TEST_F(LatoShaper, ACharacterTheFontLacksComesFromAnotherAndIsNoted) {
  const TextLine shaped = line("a\u2708b", lato(10));  // an aeroplane
  ASSERT_EQ(shaped.runs.size(), 3u);
  EXPECT_EQ(shaped.runs[2].text, "b");
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].code, "missing-glyph");
  EXPECT_THAT(diagnostics.all()[0].message, ::testing::HasSubstr("'Lato' cannot draw '\u2708'"));
}

TEST_F(LatoShaper, LinesOfABlockFitWhereWordsAllow) {
  const std::string text =
      "Une unité de production de batteries à Douvrin/Billy-Berclau, avec Automotive Cells Company";
  for (double width = 45; width < 300; width += 7.5) {
    const TextBlock block = shaper.block(text, lato(9), width, 1.2, diagnostics);
    for (const TextLine& one : block.lines) {
      // "Douvrin/Billy-" is the longest piece without a break.
      const bool one_piece = one.runs[0].text.find(' ') == std::string::npos;
      EXPECT_TRUE(one_piece || one.width <= width + 0.05) << width << ' ' << one.width;
    }
    EXPECT_NEAR(block.height, static_cast<double>(block.lines.size()) * 9 * 1.2, 1e-9);
  }
}

TEST_F(LatoShaper, ABlockIsUnbrokenWithoutAWidthAndBreaksAtNewlines) {
  const TextBlock block = shaper.block("un deux trois\nquatre", lato(10), 0, 1.5, diagnostics);
  ASSERT_EQ(block.lines.size(), 2u);
  EXPECT_EQ(block.lines[0].runs[0].text, "un deux trois");
  EXPECT_DOUBLE_EQ(block.height, 30);
  EXPECT_NEAR(block.lines[1].baseline - block.lines[0].baseline, 15, 1e-9);
  // Ascent and descent sit in the middle of the line's height.
  EXPECT_NEAR(block.lines[0].baseline - block.ascent, 15 - block.lines[0].baseline - block.descent, 1e-9);
}

TEST_F(LatoShaper, BalancedLinesAreAsNarrowAsTheyCanBe) {
  const TextBlock two = shaper.balanced("Vallée de la Bruche", lato(10), 2, 1.2, diagnostics);
  ASSERT_EQ(two.lines.size(), 2u);
  EXPECT_EQ(two.lines[0].runs[0].text, "Vallée de");
  EXPECT_EQ(two.lines[1].runs[0].text, "la Bruche");
  EXPECT_EQ(shaper.balanced("Vosges", lato(10), 3, 1.2, diagnostics).lines.size(), 1u);
  EXPECT_EQ(shaper.balanced("a\nb", lato(10), 1, 1.2, diagnostics).lines.size(), 2u);
}

TEST_F(LatoShaper, TwoShapersAgreeToTheLastBit) {
  Shaper other;
  const TextLine a = line("Haute-Marne – Meuse", lato(8.3));
  const TextLine b = other.line("Haute-Marne – Meuse", lato(8.3), diagnostics);
  ASSERT_EQ(a.runs.size(), b.runs.size());
  for (std::size_t i = 0; i < a.runs[0].run.glyphs.size(); ++i) {
    EXPECT_EQ(a.runs[0].run.glyphs[i].id, b.runs[0].run.glyphs[i].id);
    EXPECT_EQ(a.runs[0].run.glyphs[i].x, b.runs[0].run.glyphs[i].x);
  }
}

TEST(ShaperFallback, IsNotedOnceAPageAndAgainOnTheNext) {
  Shaper shaper;
  FontSpec spec;
  spec.families = {"A Font Nobody Has", "DejaVu Sans"};
  Diagnostics first_page;
  shaper.line("a", spec, first_page);
  shaper.line("b", spec, first_page);
  shaper.line("a", spec, first_page);
  Diagnostics second_page;
  shaper.line("a", spec, second_page);
  for (const Diagnostics* page : {&first_page, &second_page}) {
    ASSERT_EQ(page->all().size(), 1u);
    EXPECT_EQ(page->all()[0].code, "font-fallback");
    EXPECT_THAT(page->all()[0].message, ::testing::HasSubstr("'A Font Nobody Has' is not installed"));
  }
}

TEST(ShaperFallback, EmptyTextHasNoRunsAndNoWidth) {
  Shaper shaper;
  Diagnostics diagnostics;
  const TextLine empty = shaper.line("", {}, diagnostics);
  EXPECT_TRUE(empty.runs.empty());
  EXPECT_EQ(empty.width, 0);
  EXPECT_TRUE(shaper.block("", {}, 100, 1.2, diagnostics).lines.empty());
}

}  // namespace
}  // namespace cartouche
