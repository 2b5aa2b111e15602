#include <gtest/gtest.h>

#include "cartouche/display/display_list.h"

namespace cartouche::display {
namespace {

DisplayList page_of(Node node) {
  DisplayList list;
  list.width = 100;
  list.height = 50.125;
  list.nodes.push_back(std::move(node));
  return list;
}

constexpr const char* kHead = "page 100 50.13 background=#ffffff language=fr\n";

TEST(Dump, AnEmptyPageIsItsSizeAndBackground) {
  EXPECT_EQ(dump(DisplayList{}), "page 0 0 background=#ffffff language=fr\n");
}

TEST(Dump, NamesThePageAndEscapesStrings) {
  DisplayList list;
  list.title = "Le \"titre\"";
  list.description = "deux\nlignes \\";
  list.author = "Nous";
  EXPECT_EQ(dump(list),
            "page 0 0 background=#ffffff language=fr\n"
            "  title \"Le \\\"titre\\\"\"\n"
            "  description \"deux\\nlignes \\\\\"\n"
            "  author \"Nous\"\n");
}

TEST(Dump, WritesAPathVerbByVerb) {
  Path path;
  path.move_to({0, 1.004});
  path.line_to({-0.001, 2.5});
  path.cubic_to({1, 2}, {3, 4}, {5, 6});
  path.close();
  EXPECT_EQ(dump(page_of({Shape{path, Fill{{0xd9, 0x82, 0x7c, 255}, {}}, std::nullopt}})),
            std::string(kHead) + "  shape fill=#d9827c [M0,1 L0,2.5 C1,2 3,4 5,6 Z]\n");
}

TEST(Dump, LeavesOutWhatHasItsUsualValue) {
  const Path line = Path::polyline(std::vector<Point>{{0, 0}, {1, 0}});
  Stroke stroke{{0, 0, 0, 128}, 0.25, {}, Cap::round, Join::round};
  EXPECT_EQ(dump(page_of({Shape{line, std::nullopt, stroke}})),
            std::string(kHead) + "  shape stroke=#00000080 width=0.25 [M0,0 L1,0]\n");
  stroke.dash = {2, 1.5};
  stroke.cap = Cap::butt;
  stroke.join = Join::miter;
  EXPECT_EQ(dump(page_of({Shape{line, std::nullopt, stroke}})),
            std::string(kHead) +
                "  shape stroke=#00000080 width=0.25 dash=2,1.5 cap=butt join=miter [M0,0 L1,0]\n");
}

TEST(Dump, WritesPatterns) {
  const Path line = Path::polyline(std::vector<Point>{{0, 0}, {1, 0}});
  EXPECT_EQ(dump(page_of({Shape{line, Fill{{}, Hatch{45, 3, 0.5}}, std::nullopt}})),
            std::string(kHead) + "  shape fill=#000000 hatch(45,3,0.5) [M0,0 L1,0]\n");
  EXPECT_EQ(dump(page_of({Shape{line, Fill{{}, Dots{6, 0.5}}, std::nullopt}})),
            std::string(kHead) + "  shape fill=#000000 dots(6,0.5) [M0,0 L1,0]\n");
}

TEST(Dump, WritesTilesFadesAndBlends) {
  const Path line = Path::polyline(std::vector<Point>{{0, 0}, {1, 0}});
  const auto shapes = std::make_shared<const std::vector<Shape>>(
      std::vector<Shape>{{line, Fill{{255, 0, 0, 255}, {}}, std::nullopt}});
  EXPECT_EQ(
      dump(page_of({Shape{line, Fill{{}, Tile{6, 4, 30, shapes}}, std::nullopt}})),
      std::string(kHead) + "  shape fill=#000000 tile(6,4,30 shape fill=#ff0000 [M0,0 L1,0]) [M0,0 L1,0]\n");
  const Fade fade{Fade::Kind::linear, {1, 2}, {3, 2}, {{0, 1}, {1, 0.25}}};
  EXPECT_EQ(dump(page_of({Shape{line, Fill{{}, fade}, std::nullopt}})),
            std::string(kHead) + "  shape fill=#000000 fade=linear(1,2,3,2 0:1 1:0.25) [M0,0 L1,0]\n");
  Group group;
  group.fade = fade;
  group.fade->kind = Fade::Kind::radial;
  group.blend = Blend::multiply;
  EXPECT_EQ(dump(page_of({group})),
            std::string(kHead) + "  group layer fade=radial(1,2,3,2 0:1 1:0.25) blend=multiply\n");
}

TEST(Dump, IndentsTheChildrenOfAGroup) {
  Group inner;
  inner.id = "epci-200000172";
  inner.role = Role::feature;
  inner.data = {{"nom", "CC Faucigny-Glières"}};
  Group outer;
  outer.id = "epci";
  outer.label = "EPCI";
  outer.opacity = 0.5;
  outer.clip = Path::polyline(std::vector<Point>{{0, 0}, {1, 0}, {1, 1}});
  outer.children.push_back({inner});
  EXPECT_EQ(dump(page_of({outer})),
            std::string(kHead) +
                "  group layer id=epci label=\"EPCI\" opacity=0.5 clip=[M0,0 L1,0 L1,1]\n"
                "    group feature id=epci-200000172 data-nom=\"CC Faucigny-Glières\"\n");
}

TEST(Dump, WritesATextWithItsFontAndPlace) {
  Text text;
  text.string = "Été";
  text.run.face = std::make_shared<const FontFace>(FontFace{"x.ttf", 0, "Lato", 700, true});
  text.run.size = 9;
  text.run.advance = 13.456;
  text.at = Affine::translation(10, 20);
  EXPECT_EQ(dump(page_of({text})),
            std::string(kHead) +
                "  text \"Été\" at=10,20 font=\"Lato\",700,italic size=9 advance=13.46 "
                "color=#000000\n");
  text.at = {0, 1, -1, 0, 5, 6};
  text.run.spacing = 0.5;
  text.run.small_caps = true;
  text.halo = Stroke{{255, 255, 255, 255}, 1.5, {}, Cap::round, Join::round};
  EXPECT_EQ(
      dump(page_of({text})),
      std::string(kHead) +
          "  text \"Été\" at=matrix(0,1,-1,0,5,6) font=\"Lato\",700,italic size=9 small-caps spacing=0.5 "
          "advance=13.46 color=#000000 halo=#ffffff width=1.5\n");
}

TEST(Dump, WritesAnImagesBoxAndSize) {
  Image image{{{0, 0}, {10, 20}}, std::make_shared<const Pixels>(Pixels{2, 4, {}})};
  EXPECT_EQ(dump(page_of({image})), std::string(kHead) + "  image box=0,0,10,20 pixels=2x4\n");
}

TEST(Dump, RoundsToTheDecimalsAskedFor) {
  DisplayList list;
  list.width = 1.23456;
  EXPECT_EQ(dump(list, 4), "page 1.2346 0 background=#ffffff language=fr\n");
}

}  // namespace
}  // namespace cartouche::display
