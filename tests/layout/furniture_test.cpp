// North arrow, scale in words, locator, graticule and boxes that are found.

#include <gmock/gmock.h>

#include <cmath>

#include "../support/small_tables.h"
#include "cartouche/crs/local_ground.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kCredits = "      credits: {";

std::string with_item(const std::string& item) {
  return with(kSmallStyle, kCredits, "      " + item + "\n" + kCredits);
}

std::string with_second_frame() {
  return with(kSmallProject, "layers: [zones, bords, projets] }\n",
              "layers: [zones, bords, projets] }\n"
              "      zoom: { extent: { table: projets, where: zone = '01' }, crs: auto, layers: "
              "[projets] }\n");
}

std::string message_of(const std::string& project, const std::string& style) {
  try {
    const SmallPage page("01", project, style);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(NorthArrow, PointsAlongTheMeridianOfItsFramesCentre) {
  const SmallPage small(
      "01", kSmallProject,
      with_item("nord: { kind: north_arrow, box: [5mm, 31mm, 8mm, 12mm], frame: carte, style: petit }"));
  const NorthArrowItem& arrow = small.item<NorthArrowItem>("nord");
  const FrameView& view = small.item<FrameItem>("carte").view;
  const double drawn = std::atan2(arrow.tip.x - arrow.foot.x, arrow.foot.y - arrow.tip.y);
  EXPECT_NEAR(drawn, local_ground(small.map.frames[0].crs, view.window.center()).true_north, 1e-9);
  EXPECT_GT(drawn, 0);  // west of Lambert-93's central meridian, north leans to the right
  ASSERT_EQ(arrow.texts.size(), 1U);
  EXPECT_EQ(arrow.texts[0].text, "N");
}

TEST(ScaleText, GivesTheScaleOfItsFrameToTwoDigits) {
  const SmallPage small(
      "01", kSmallProject,
      with_item("ratio: { kind: scale_text, box: [5mm, 115mm, 40mm, 4mm], frame: carte, style: petit }"));
  const FrameView& view = small.item<FrameItem>("carte").view;
  const double denominator = view.ground_metres_per_point / (0.0254 / 72);
  const map::Figure* figure = nullptr;
  for (const map::Figure& one : small.page.printed)
    if (one.name == "echelle.carte.texte") figure = &one;
  ASSERT_TRUE(figure);
  EXPECT_NEAR(*figure->value, denominator, 0.05 * denominator);
  EXPECT_NEAR(*figure->computed, denominator, 1e-6 * denominator);
  const double digits = *figure->value / std::pow(10, std::floor(std::log10(*figure->value)) - 1);
  EXPECT_NEAR(digits, std::round(digits), 1e-9);
  const bool exact = std::abs(*figure->value - denominator) <= 0.005 * denominator;
  EXPECT_THAT(small.item<TextItem>("ratio").lines.at(0).text,
              StartsWith(exact ? "Échelle 1:" : "Échelle environ 1:"));
}

TEST(ScaleText, OfAnUnknownFormOrFrameIsAnErrorWithTheNearestWord) {
  EXPECT_THAT(message_of(kSmallProject, with_item("r: { kind: scale_text, box: [5mm, 115mm, 40mm, 4mm], "
                                                  "frame: carte, style: petit, form: word }")),
              HasSubstr("words"));
  EXPECT_THAT(message_of(kSmallProject, with_item("r: { kind: scale_text, box: [5mm, 115mm, 40mm, 4mm], "
                                                  "frame: cart, style: petit }")),
              HasSubstr("carte"));
}

TEST(Locator, OutlinesTheZoomOnTheMainMapAndTiesThemTogether) {
  const std::string style =
      with(kSmallStyle, kCredits,
           "      zoom: { kind: frame, box: [70mm, 32mm, 20mm, 20mm], shape: circle }\n"
           "      repere: { kind: locator, of: zoom, on: carte, stroke: { color: ink, width: 0.5pt }, tie: { "
           "color: ink, width: 0.3pt } }\n" +
               kCredits);
  const SmallPage small("01", with_second_frame(), style);
  const LocatorItem& locator = small.item<LocatorItem>("repere");
  const FrameView& main = small.item<FrameItem>("carte").view;
  const FrameView& zoom = small.item<FrameItem>("zoom").view;
  // Both frames are in one system: the outline is the zoom's circle at the ratio of the scales.
  const double radius = zoom.box.width() / 2 * main.to_page.a / zoom.to_page.a;
  const Point center = main.to_page(zoom.window.center());
  ASSERT_FALSE(locator.outline.empty());
  for (const Point p : locator.outline) EXPECT_NEAR(std::hypot(p.x - center.x, p.y - center.y), radius, 1e-6);
  ASSERT_EQ(locator.ties.size(), 2U);
  const Point zoom_center = zoom.box.center();
  for (const auto& [from, to] : locator.ties) {
    EXPECT_NEAR(std::hypot(from.x - center.x, from.y - center.y), radius, 1e-6);
    EXPECT_NEAR(std::hypot(to.x - zoom_center.x, to.y - zoom_center.y), zoom.box.width() / 2, 1e-6);
  }
}

TEST(Locator, TiesPassBehindTheDotsOfTheMainMap) {
  const std::string style =
      with(with(kSmallStyle, kCredits,
                "      zoom: { kind: frame, box: [70mm, 32mm, 20mm, 20mm], shape: circle }\n"
                "      repere: { kind: locator, of: zoom, on: carte, tie: { color: ink, width: 0.3pt } }\n" +
                    kCredits),
           "size: 4pt", "size: 60pt");
  const SmallPage small("01", with_second_frame(), style);
  const LocatorItem& locator = small.item<LocatorItem>("repere");
  const FrameView& main = small.item<FrameItem>("carte").view;
  EXPECT_GT(locator.ties.size(), 2U);  // broken where a dot lies
  for (const LayerView& layer : main.layers)
    if (const auto* points = std::get_if<map::PointLayer>(&small.map.layers[layer.layer]))
      for (std::size_t i = 0; i < layer.selected.size(); ++i)
        for (const auto& [from, to] : locator.ties)
          for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const Point dot = layer.shapes.points()[i];
            EXPECT_GT(std::hypot(from.x + share * (to.x - from.x) - dot.x,
                                 from.y + share * (to.y - from.y) - dot.y),
                      points->size_of(layer.selected[i]) / 2);
          }
}

TEST(Graticule, LinesLieOnWholeStepsAndInTheFrame) {
  const SmallPage small("01", kSmallProject,
                        with(kSmallStyle, "kind: frame,",
                             "kind: frame, graticule: { step: 0.5, stroke: { color: ink, width: 0.3pt }, "
                             "label: petit },"));
  const FrameItem& frame = small.item<FrameItem>("carte");
  ASSERT_TRUE(frame.graticule);
  ASSERT_GT(frame.graticule->lines.size(), 4U);
  const Transform to_degrees(small.map.frames[0].crs, Crs::from_text("EPSG:4326"));
  const Affine& page = frame.view.to_page;
  for (const auto& line : frame.graticule->lines) {
    Box degrees;
    for (const Point p : line) {
      EXPECT_TRUE(frame.view.box.expanded(1e-6).contains(p));
      degrees.extend(to_degrees({(p.x - page.e) / page.a, (p.y - page.f) / page.d}));
    }
    // A meridian keeps its longitude, a parallel its latitude, up to what its straight pieces cut off.
    constexpr double kPieces = 1e-4;
    const bool meridian = degrees.width() < degrees.height();
    const double value = meridian ? degrees.center().x : degrees.center().y;
    EXPECT_LT(meridian ? degrees.width() : degrees.height(), kPieces);
    EXPECT_NEAR(2 * value, std::round(2 * value), 2 * kPieces);
  }
  std::string words;
  for (const PlacedText& text : frame.graticule->labels) words += text.text + ";";
  EXPECT_THAT(words, HasSubstr("46°30′\u202FN"));
  EXPECT_THAT(words, HasSubstr("\u202FE"));
}

TEST(Graticule, NamesNeverStandOnOneAnotherHoweverCloseTheLines) {
  const SmallPage small("01", kSmallProject,
                        with(kSmallStyle, "kind: frame,",
                             "kind: frame, graticule: { step: 0.1, stroke: { color: ink, width: 0.3pt }, "
                             "label: petit },"));
  const FrameItem& frame = small.item<FrameItem>("carte");
  ASSERT_TRUE(frame.graticule);
  const auto& names = frame.graticule->labels;
  ASSERT_GT(names.size(), 3U);
  EXPECT_LT(names.size(), frame.graticule->lines.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const bool beside = names[k].at.x + names[k].run.advance <= names[i].at.x ||
                          names[i].at.x + names[i].run.advance <= names[k].at.x;
      const bool above = std::abs(names[k].at.y - names[i].at.y) >= names[i].run.size;
      EXPECT_TRUE(beside || above) << names[k].text << " and " << names[i].text;
    }
}

TEST(AutoBox, TakesThePartOfTheMapThatIsOpenSea) {
  const std::string style = with_item(
      "nord: { kind: north_arrow, box: auto, place: { size: [8mm, 10mm], within: carte, prefer: top-left }, "
      "frame: carte, style: petit }");
  const SmallPage small("01", kSmallProject, style);
  const NorthArrowItem& arrow = small.item<NorthArrowItem>("nord");
  const FrameItem& frame = small.item<FrameItem>("carte");
  EXPECT_TRUE(frame.view.box.contains(arrow.tip));
  EXPECT_TRUE(frame.view.box.contains(arrow.foot));
  // The west's square fills the middle, the east's the right: the left is free.
  const Box west = frame.view.layers[0].shapes.box(0);
  EXPECT_LT(arrow.tip.x, west.min.x);
}

TEST(AutoBox, WithoutRoomIsAnErrorThatSaysWhatToDo) {
  EXPECT_THAT(message_of(kSmallProject, with_item("nord: { kind: north_arrow, box: auto, place: { size: "
                                                  "[80mm, 90mm], within: [0mm, 0mm, 10mm, 10mm] }, frame: "
                                                  "carte, style: petit }")),
              HasSubstr("finds no place"));
  EXPECT_THAT(message_of(kSmallProject,
                         with_item("nord: { kind: north_arrow, box: auto, frame: carte, style: petit }")),
              HasSubstr("place"));
  EXPECT_THAT(
      message_of(kSmallProject, with_item("nord: { kind: north_arrow, box: auto, place: { size: [5mm, "
                                          "5mm], prefer: botom }, frame: carte, style: petit }")),
      HasSubstr("bottom"));
}

TEST(Spread, OfAFrameKeepsEveryDotAndNamesThoseMovedInTheLedger) {
  // All projects of the west at one size of dot that makes them one place.
  const std::string style =
      with(with(kSmallStyle, "kind: frame,", "kind: frame, spread: { within: 1mm },"),
           "dans: { marker: circle, size: 4pt,", "dans: { marker: circle, size: 400pt,");
  const SmallPage small("01", kSmallProject, style);
  const LayerView& dots = small.item<FrameItem>("carte").view.layers[2];
  EXPECT_EQ(dots.shapes.size(), 2U);
  EXPECT_EQ(dots.spread.size(), 2U);
  const map::Figure* figure = nullptr;
  for (const map::Figure& one : small.page.printed)
    if (one.name == "ecartes.carte.projets") figure = &one;
  ASSERT_TRUE(figure);
  EXPECT_THAT(figure->rows, ::testing::UnorderedElementsAre("p1", "p2"));
}

}  // namespace
}  // namespace cartouche::layout
