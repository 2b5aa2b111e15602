#include <cairo.h>
#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <memory>
#include <thread>

#include "../support/decoded_png.h"
#include "pages.h"

namespace cartouche {
namespace {

using display::DisplayList;
using display::Fill;
using display::Group;
using display::Shape;
using display::Stroke;
using display::Text;
using testing::box;
using ::testing::HasSubstr;
using testing::page_of;
using testing::some_text;
using ::testing::StartsWith;

constexpr Color kRed{255, 0, 0, 255};

using Decoded = testing::DecodedPng;

TEST(Png, HasTheSizeAndResolutionAskedFor) {
  const std::string png = to_png(page_of({}), 144);
  EXPECT_THAT(png, StartsWith("\x89PNG\r\n\x1a\n"));
  // 144 dots an inch are 5669 a metre, 0x1625.
  EXPECT_THAT(png, HasSubstr(std::string("pHYs\0\0\x16\x25\0\0\x16\x25\x01", 13)));
  const Decoded image(png);
  EXPECT_EQ(image.width(), 40);
  EXPECT_EQ(image.height(), 20);
  EXPECT_EQ(image.at(39, 19), 0xFFFFFFu);
}

TEST(Png, ReadsBackTheColoursDrawn) {
  DisplayList page = page_of({{box(0, 0, 10, 10, {kRed, {}})}, {box(5, 0, 15, 5, {{0, 0, 255, 128}, {}})}});
  page.background = {0, 255, 0, 255};
  const Decoded image(to_png(page, 72));
  EXPECT_EQ(image.at(2, 2), 0xFF0000u);
  EXPECT_EQ(image.at(2, 9), 0xFF0000u);
  EXPECT_EQ(image.at(18, 9), 0x00FF00u);
  EXPECT_EQ(image.at(7, 2), 0x7F0080u);
  EXPECT_EQ(image.at(12, 2), 0x007F80u);
}

TEST(Png, SurvivesEveryPixelBeingDifferent) {
  // Noise, so that no row filter or match finds anything: each pixel must come back as it was.
  display::Pixels noise{61, 47, {}};
  std::uint32_t state = 1;
  for (int i = 0; i < noise.width * noise.height; ++i) {
    for (int c = 0; c < 3; ++c)
      noise.rgba.push_back(static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24));
    noise.rgba.push_back(255);
  }
  const auto pixels = std::make_shared<const display::Pixels>(noise);
  const Decoded image(to_png(page_of({{display::Image{{{0, 0}, {61, 47}}, pixels}}}, 61, 47), 72));
  for (int y = 0; y < noise.height; ++y)
    for (int x = 0; x < noise.width; ++x) {
      const std::uint8_t* rgba = noise.rgba.data() + 4 * (y * noise.width + x);
      ASSERT_EQ(image.at(x, y), static_cast<unsigned>(rgba[0] << 16 | rgba[1] << 8 | rgba[2]))
          << x << ' ' << y;
    }
}

/// A picture of `count` colours, each `repeat` pixels wide, 8 rows high.
display::Pixels stripes(int count, int repeat) {
  display::Pixels pixels{count * repeat, 8, {}};
  for (int y = 0; y < pixels.height; ++y)
    for (int x = 0; x < pixels.width; ++x)
      for (const int byte : {x / repeat & 0xFF, 255 - (x / repeat & 0xFF), x / repeat >> 8, 255})
        pixels.rgba.push_back(static_cast<std::uint8_t>(byte));
  return pixels;
}

TEST(Png, NumbersItsColoursWhereTheyAreFewAndLosesNone) {
  struct Case {
    int colours;
    char depth, type;  // 3: numbers of a palette, 2: RGB
  };
  for (const Case& one : std::initializer_list<Case>{{1, 1, 3},
                                                     {2, 1, 3},
                                                     {3, 2, 3},
                                                     {4, 2, 3},
                                                     {5, 4, 3},
                                                     {16, 4, 3},
                                                     {17, 8, 3},
                                                     {256, 8, 3},
                                                     {257, 8, 2}}) {
    const display::Pixels drawn = stripes(one.colours, 3);
    const auto pixels = std::make_shared<const display::Pixels>(drawn);
    const std::string png =
        to_png(page_of({{display::Image{{{0, 0}, {1.0 * drawn.width, 8}}, pixels}}}, drawn.width, 8), 72);
    EXPECT_EQ(png[24], one.depth) << one.colours;
    EXPECT_EQ(png[25], one.type) << one.colours;
    const Decoded image(png);
    for (int x = 0; x < drawn.width; ++x) {
      const std::uint8_t* rgba = drawn.rgba.data() + 4 * x;
      ASSERT_EQ(image.at(x, 7), static_cast<unsigned>(rgba[0] << 16 | rgba[1] << 8 | rgba[2]))
          << one.colours << ' ' << x;
    }
  }
}

TEST(Png, KeepsRgbWhereThePaletteWouldWeighMoreThanItSaves) {
  const display::Pixels drawn = stripes(128, 1);
  display::Pixels row{128, 1, {drawn.rgba.begin(), drawn.rgba.begin() + 4 * 128}};
  const auto pixels = std::make_shared<const display::Pixels>(row);
  const std::string png = to_png(page_of({{display::Image{{{0, 0}, {128, 1}}, pixels}}}, 128, 1), 72);
  EXPECT_EQ(png[25], 2);
}

cairo_status_t count_bytes(void* size, const unsigned char*, unsigned length) {
  *static_cast<std::size_t*>(size) += length;
  return CAIRO_STATUS_SUCCESS;
}

TEST(Png, IsNotLargerThanCairosOwn) {
  const std::vector<std::vector<display::Node>> drawings = {
      {},
      {{box(3, 3, 37, 17, {kRed, {}})}},
      {{box(3, 3, 37, 17, {kRed, display::Hatch{45, 4, 1}})}},
      some_text("Auvergne"),
  };
  for (const auto& nodes : drawings)
    for (const double dpi : {72.0, 300.0}) {
      const std::string png = to_png(page_of(nodes, 60, 30), dpi);
      const Decoded image(png);
      std::size_t cairos = 0;
      cairo_surface_write_to_png_stream(image.surface(), count_bytes, &cairos);
      EXPECT_LE(png.size(), cairos) << &nodes - drawings.data() << ' ' << dpi;
    }
}

TEST(Png, ClipsAndFadesAGroup) {
  Group group;
  group.clip = Path::rectangle({{0, 0}, {10, 10}});
  group.opacity = 0.5;
  group.children = {{box(0, 0, 20, 10, {kRed, {}})}, {box(0, 0, 20, 10, {kRed, {}})}};
  const Decoded image(to_png(page_of({{group}}), 72));
  EXPECT_NEAR(static_cast<double>(image.at(5, 5) & 0xFF), 127.5, 1);  // once, not once a child
  EXPECT_EQ(image.at(15, 5), 0xFFFFFFu);
}

TEST(Png, AnchorsPatternsAtThePagesOrigin) {
  const Fill hatch{kRed, display::Hatch{0, 4, 2}};  // rows 1 and 2, 5 and 6, …
  const Fill dots{kRed, display::Dots{8, 1.5}};     // centres (2, 2), (6, 6), (10, 2), …
  const Decoded image(to_png(page_of({{box(3, 0, 8, 10, hatch)}, {box(9, 0, 20, 10, dots)}}), 72));
  for (int y = 0; y < 10; ++y) EXPECT_EQ(image.at(5, y), (y + 3) % 4 < 2 ? 0xFF0000u : 0xFFFFFFu) << y;
  EXPECT_EQ(image.at(2, 1), 0xFFFFFFu);
  EXPECT_EQ(image.at(9, 1), 0xFF0000u);
  EXPECT_EQ(image.at(13, 5), 0xFF0000u);
  EXPECT_EQ(image.at(13, 1), 0xFFFFFFu);
}

TEST(Png, RepeatsATileFromThePagesOriginAndCutsItAtItsCell) {
  // A square that reaches beyond its cell to the right: what is outside must not be seen in the next one.
  const auto shapes = std::make_shared<const std::vector<Shape>>(
      std::vector<Shape>{{Path::rectangle({{2, 0}, {6, 2}}), Fill{kRed, {}}, std::nullopt}});
  const Decoded image(to_png(page_of({{box(0, 0, 20, 10, {kRed, display::Tile{4, 4, 0, shapes}})}}), 72));
  for (int y = 0; y < 8; ++y)
    for (int x = 0; x < 16; ++x)
      EXPECT_EQ(image.at(x, y), x % 4 >= 2 && y % 4 < 2 ? 0xFF0000u : 0xFFFFFFu) << x << ' ' << y;
}

TEST(Png, FadesAFillAlongALineAndAGroupOutwards) {
  using display::Fade;
  const Fade along{Fade::Kind::linear, {0, 0}, {20, 0}, {{0, 1}, {1, 0}}};
  const Decoded line(to_png(page_of({{box(0, 0, 20, 10, {kRed, along})}}), 72));
  EXPECT_NEAR(static_cast<double>(line.at(10, 5) & 0xFF), 255 * 10.5 / 20, 2);
  Group group;
  group.fade = Fade{Fade::Kind::radial, {10, 5}, {20, 10}, {{0, 1}, {0.5, 1}, {1, 0}}};
  group.children = {{box(0, 0, 20, 10, {kRed, {}})}};
  const Decoded ellipse(to_png(page_of({{group}}), 72));
  EXPECT_EQ(ellipse.at(10, 5), 0xFF0000u);
  EXPECT_EQ(ellipse.at(14, 5), 0xFF0000u);  // inside half of the way to the right
  EXPECT_EQ(ellipse.at(0, 0), 0xFFFFFFu);   // beyond the ellipse
  EXPECT_NEAR(static_cast<double>(ellipse.at(17, 5) & 0xFF), 255 * 0.5, 16);
}

TEST(Png, MultipliesAGroupWithWhatLiesUnderIt) {
  Group group;
  group.blend = display::Blend::multiply;
  group.children = {{box(0, 0, 10, 10, {{255, 255, 0, 255}, {}})}};
  const Decoded image(to_png(page_of({{box(0, 0, 20, 10, {{0, 255, 255, 255}, {}})}, {group}}), 72));
  EXPECT_EQ(image.at(5, 5), 0x00FF00u);
  EXPECT_EQ(image.at(15, 5), 0x00FFFFu);
}

TEST(Png, FillsByTheEvenOddRule) {
  Path ring = Path::rectangle({{0, 0}, {10, 10}});
  ring.append(Path::rectangle({{3, 3}, {7, 7}}));
  const Decoded image(to_png(page_of({{Shape{ring, Fill{kRed, {}}, std::nullopt}}}), 72));
  EXPECT_EQ(image.at(1, 1), 0xFF0000u);
  EXPECT_EQ(image.at(5, 5), 0xFFFFFFu);
}

TEST(Png, RefusesASizeThatCannotBe) {
  for (const double dpi : {0.0, -1.0, 1e6, std::nan("")}) {
    try {
      to_png(page_of({}), dpi);
      FAIL() << dpi;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage) << dpi;
    }
  }
}

TEST(Png, DrawsTheHaloUnderTheLetters) {
  for (const double dpi : {144.0, 432.0}) {  // outlines and cached glyphs
    const Decoded image(to_png(page_of(some_text("l"), 30, 30), dpi));
    int black = 0;
    int red = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) {
        black += image.at(x, y) == 0;
        red += image.at(x, y) == 0xFF0000;
      }
    EXPECT_GT(black, 0) << dpi;
    EXPECT_GT(red, black) << dpi;
  }
}

TEST(Png, AFontFileThatIsGoneIsNamed) {
  std::vector<display::Node> nodes = some_text("a");
  std::get<Text>(nodes[0].value).run.face =
      std::make_shared<const FontFace>(FontFace{"gone.ttf", 0, "Gone", 400, false});
  try {
    to_png(page_of(nodes), 72);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
    EXPECT_THAT(error.message(), HasSubstr("'gone.ttf'"));
  }
}

TEST(EveryFormat, GivesTheSameBytesAgainAndOnAnotherThread) {
  const DisplayList page = page_of(some_text("Haute-Marne, 1\u202F416 €"), 100, 50);
  const std::function<std::string()> writers[] = {
      [&] { return to_svg(page); },
      [&] { return to_png(page, 300); },
      [&] { return to_pdf({PdfPage(page)}, page.title); },
  };
  for (const auto& write : writers) {
    const std::string first = write();
    std::string second;
    std::thread([&] { second = write(); }).join();
    EXPECT_EQ(first, second);
    EXPECT_EQ(first, write());
  }
}

}  // namespace
}  // namespace cartouche
