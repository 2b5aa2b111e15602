// The page's SVG as others draw it, beside our own PNG of it: at 96 dpi, a pixel counts as different where no
// pixel within one of it is like it on the other side (antialiasing and hinting move edges by less).

#include <cstdlib>
#include <sstream>

#include "../support/decoded_png.h"
#include "../support/programs.h"
#include "../support/temporary_folder.h"
#include "cartouche/cli/run.h"

namespace {

using cartouche::testing::DecodedPng;
using cartouche::testing::is_installed;
using cartouche::testing::output_of;
using cartouche::testing::TemporaryFolder;

constexpr int kWidth = 794, kHeight = 1123;  // A4 at 96 dpi
// Measured: librsvg 0.17 %, Chromium 0.20 %, nearly all of it letters that they set to whole pixels.
constexpr double kTolerance = 0.003;

bool alike(unsigned a, unsigned b) {
  constexpr int kStep = 56;
  for (const unsigned shift : {0U, 8U, 16U})
    if (std::abs(static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU)) > kStep)
      return false;
  return true;
}

bool has_near(const DecodedPng& image, int x, int y, unsigned colour) {
  for (int v = std::max(0, y - 1); v <= std::min(y + 1, kHeight - 1); ++v)
    for (int u = std::max(0, x - 1); u <= std::min(x + 1, kWidth - 1); ++u)
      if (alike(image.at(u, v), colour)) return true;
  return false;
}

double share_differing(const DecodedPng& a, const DecodedPng& b) {
  int differing = 0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      differing += !has_near(b, x, y, a.at(x, y)) || !has_near(a, x, y, b.at(x, y));
  return static_cast<double>(differing) / (kWidth * kHeight);
}

/// A page of the annex as SVG and PNG.
class Renderers : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ostringstream out, err;
    const std::string project = std::string(CARTOUCHE_SOURCE_DIR) + "/examples/annexe.yaml";
    ASSERT_EQ(cartouche::cli::run({"render", project, "--pages", "84", "--format", "svg,png", "--dpi", "96",
                                   "--out", folder_.path().string(), "--quiet"},
                                  out, err),
              0)
        << err.str();
    svg_ = folder_.read("annexe-84.svg");
    png_ = folder_.read("annexe-84.png");
  }

  std::string by_librsvg(const std::string& svg) const {
    const auto file = folder_.write("page.svg", svg);
    return output_of("rsvg-convert -w " + std::to_string(kWidth) + " -h " + std::to_string(kHeight) + " " +
                     file.string())
        .value_or("");
  }

  std::string by_chromium(const std::string& svg) const {
    const auto page = folder_.write(
        "page.html", "<!DOCTYPE html><meta charset=\"utf-8\"><style>body{margin:0}svg{display:block;width:" +
                         std::to_string(kWidth) + "px;height:" + std::to_string(kHeight) + "px}</style>" +
                         svg.substr(svg.find("<svg")));
    const auto shot = folder_.path() / "shot.png";
    output_of(
        "chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 "
        "--no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync --user-data-dir=" +
        (folder_.path() / "profile").string() + " --window-size=" + std::to_string(kWidth) + "," +
        std::to_string(kHeight) + " --screenshot=" + shot.string() + " file://" + page.string());
    return folder_.read("shot.png");
  }

  // The same page without its legend, which a comparison that means something must see.
  std::string without_legend() const {
    const std::size_t begin = svg_.find("<g id=\"legende\""), end = svg_.find("\n</g>\n", begin);
    EXPECT_NE(begin, std::string::npos);
    return svg_.substr(0, begin) + svg_.substr(end + 6);
  }

  TemporaryFolder folder_;
  std::string svg_, png_;
};

TEST_F(Renderers, LibrsvgDrawsThePageAsOurPngShowsIt) {
  if (!is_installed("rsvg-convert")) GTEST_SKIP() << "rsvg-convert (Debian: librsvg2-bin) is not installed";
  const DecodedPng own(png_);
  const std::string drawn = by_librsvg(svg_), lacking = by_librsvg(without_legend());
  const double share = share_differing(DecodedPng(drawn), own);
  RecordProperty("share", std::to_string(share));
  EXPECT_LT(share, kTolerance);
  EXPECT_GT(share_differing(DecodedPng(lacking), own), kTolerance);
}

TEST_F(Renderers, ChromiumDrawsThePageAsOurPngShowsIt) {
  if (!is_installed("chromium")) GTEST_SKIP() << "chromium is not installed";
  const DecodedPng own(png_);
  const std::string drawn = by_chromium(svg_);
  const double share = share_differing(DecodedPng(drawn), own);
  RecordProperty("share", std::to_string(share));
  EXPECT_LT(share, kTolerance);
}

TEST_F(Renderers, InkscapeFindsTheLayersAndTheTexts) {
  if (!is_installed("inkscape")) GTEST_SKIP() << "inkscape is not installed";
  const auto listed = output_of("inkscape --query-all " + (folder_.path() / "annexe-84.svg").string());
  ASSERT_TRUE(listed);
  for (const char* id :
       {"carte-projets,", "carte-territoires,", "legende,", "carte-nom-territoires-ti-8401,"})
    EXPECT_NE(listed->find(id), std::string::npos) << id;
}

}  // namespace
