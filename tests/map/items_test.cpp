// Items of templates: what their options become, and the one line that a wrong one gets.

#include "cartouche/map/items.h"

#include <gtest/gtest.h>

#include "cartouche/map/page_style.h"

namespace cartouche::map {
namespace {

const std::string kStyle = R"(fonts: { sans: [Lato] }
colors: { encre: "#102030" }
palettes: { teintes: ["#ff0000", "#00ff00"] }
texts: { petit: { size: 7pt }, titre: { size: 14pt, color: encre } }
templates:
  page:
    size: [100pt, 200pt]
    items:
      carte: { kind: frame, box: [0pt, 0pt, 50pt, 50pt] }
      boites: { kind: callouts, box: [0pt, 50pt, 50pt, 50pt], title: petit, lines: [petit] }
      chose: )";
constexpr int kLine = 11;  // of the item `chose`

PageTemplate read(const std::string& item) {
  const std::string text = kStyle + "{ " + item + " }\n";
  const PageStyle style = read_templates(project::parse_style(project::parse_yaml(text, "s.yaml"), "s.yaml"));
  return *style.page_template({"page", {}});
}

template <class Options>
Options options(const std::string& item) {
  return std::get<Options>(read(item).items.back().options);
}

std::string error_of(const std::string& item) {
  try {
    read(item);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "";
}

const std::string kBox = ", box: [1pt, 2pt, 30pt, 40pt], ";

TEST(Items, EveryKindHasOneRowOfItsOwnWord) {
  for (const ItemKind& one : kItemKinds)
    for (const ItemKind& other : kItemKinds) EXPECT_EQ(&one == &other, one.word == other.word) << one.word;
}

TEST(Items, HaveABoxOrAnAreaToFindOneIn) {
  const PageItem own = read("kind: text" + kBox + "style: petit").items.back();
  EXPECT_EQ(own.name, "chose");
  EXPECT_EQ(own.where.line, kLine);
  EXPECT_EQ(own.kind->word, "text");
  EXPECT_EQ(own.box, (Box{{1, 2}, {31, 42}}));
  EXPECT_FALSE(own.place);
  const PageItem automatic = read(
                                 "kind: text, style: petit, box: auto, place: { size: [20pt, 10pt], within: "
                                 "carte, prefer: left, clear: 5pt }")
                                 .items.back();
  EXPECT_EQ(automatic.box, (Box{{0, 0}, {20, 10}}));
  EXPECT_EQ(automatic.place->frame, "carte");
  EXPECT_EQ(automatic.place->preferred, (Point{0, 0.5}));
  EXPECT_EQ(automatic.place->clear, 5);
  const PageItem boxed =
      read("kind: text, style: petit, box: auto, place: { size: [2pt, 1pt], within: [1pt, 1pt, 9pt, 9pt] }")
          .items.back();
  EXPECT_EQ(boxed.place->within, (Box{{1, 1}, {10, 10}}));
  EXPECT_EQ(boxed.place->preferred, (Point{1, 1}));
}

TEST(Items, FrameIsReadWithItsGraticuleAndSpread) {
  const auto frame = options<items::Frame>(
      "kind: frame" + kBox +
      "shape: circle, background: encre, border: { color: encre, width: 2pt }, glow: { color: encre }, "
      "until: boites, gap: 3pt, title_style: titre, title_side: top, graticule: { step: 0.5, label: petit }, "
      "spread: { within: 4pt, tie: { color: encre } }");
  EXPECT_EQ(frame.shape, items::Frame::Shape::circle);
  EXPECT_EQ(frame.background, (Color{0x10, 0x20, 0x30, 255}));
  EXPECT_EQ(frame.border->width, 2);
  EXPECT_TRUE(frame.glow);
  EXPECT_EQ(frame.until, "boites");
  EXPECT_EQ(frame.gap, 3);
  EXPECT_EQ(frame.title->size, 14);
  EXPECT_EQ(frame.title_side, items::Frame::TitleSide::top);
  EXPECT_EQ(frame.graticule->minutes, 30);
  EXPECT_EQ(frame.graticule->label->size, 7);
  EXPECT_EQ(frame.spread->within, 4);
  EXPECT_TRUE(frame.spread->tie);
  const auto plain = options<items::Frame>("kind: frame, box: [0pt, 0pt, 9pt, 9pt]");
  EXPECT_EQ(plain.shape, items::Frame::Shape::rect);
  EXPECT_EQ(plain.background.a, 0);
  EXPECT_FALSE(plain.border || plain.glow || plain.until || plain.title || plain.graticule || plain.spread);
}

TEST(Items, TextsOfEachKindKnowTheirStyles) {
  EXPECT_EQ(options<items::Text>("kind: text" + kBox + "style: titre, valign: middle").valign,
            items::Vertical::middle);
  EXPECT_EQ(options<items::Credits>("kind: credits" + kBox + "style: petit").valign, items::Vertical::bottom);
  const auto figures =
      options<items::Figures>("kind: figures" + kBox + "number: titre, caption: petit, gap: 2pt, columns: 3");
  EXPECT_EQ(figures.number.size, 14);
  EXPECT_EQ(figures.caption.size, 7);
  EXPECT_EQ(figures.gap, 2);
  EXPECT_EQ(figures.columns, 3);
  const auto legend =
      options<items::Legend>("kind: legend" + kBox + "title: titre, text: petit, swatch_width: 20pt");
  EXPECT_EQ(legend.heading.size, 7);  // that of the lines, where it is not said
  EXPECT_EQ(legend.swatch_width, 20);
  EXPECT_EQ(legend.columns, 1);
}

TEST(Items, FurnitureKnowsTheFrameThatItIsOf) {
  const auto bar =
      options<items::ScaleBar>("kind: scale_bar" + kBox + "frame: carte, style: petit, tick: 1pt");
  EXPECT_EQ(bar.frame, "carte");
  EXPECT_EQ(bar.tick, 1);
  EXPECT_EQ(bar.fraction, 0.25);
  EXPECT_EQ(
      options<items::ScaleText>("kind: scale_text" + kBox + "frame: carte, style: petit, form: words").form,
      items::ScaleText::Form::words);
  const auto arrow = options<items::NorthArrow>("kind: north_arrow" + kBox + "frame: carte, style: titre");
  EXPECT_EQ(arrow.color, (Color{0x10, 0x20, 0x30, 255}));  // that of the letter, where it is not said
  EXPECT_EQ(arrow.letter, "N");
  EXPECT_EQ(options<items::Locator>("kind: locator, of: carte, on: carte, fill: encre").of, "carte");
}

TEST(Items, CalloutsStandInColumnsByTheirSide) {
  const auto below = options<items::Callouts>("kind: callouts" + kBox + "title: titre, lines: []");
  EXPECT_EQ(below.columns, 2);
  ASSERT_EQ(below.lines.size(), 1U);
  EXPECT_EQ(below.lines[0].size, 14);  // that of the title, where no paragraph has its own
  const auto left = options<items::Callouts>(
      "kind: callouts" + kBox +
      "title: titre, lines: [petit, titre], side: left, also: [{ side: right, box: [0pt, 0pt, 5pt, 6pt] }]");
  EXPECT_EQ(left.columns, 1);
  EXPECT_EQ(left.lines.size(), 2U);
  ASSERT_EQ(left.further.size(), 1U);
  EXPECT_EQ(left.further[0].side, items::Callouts::Side::right);
  EXPECT_EQ(left.further[0].box, (Box{{0, 0}, {5, 6}}));
}

TEST(Items, DesignAndChartsKnowTheirColours) {
  const auto rule =
      options<items::Rule>("kind: rule" + kBox + "stroke: { color: encre }, knob: 2pt, fade: true");
  EXPECT_EQ(rule.knob, 2);
  EXPECT_TRUE(rule.fade);
  EXPECT_EQ(options<items::Panel>("kind: panel" + kBox + "fill: encre, radius: 3pt").radius, 3);
  const auto chart = options<items::Chart>("kind: chart" + kBox + "text: petit, palette: teintes, hole: 0.3");
  EXPECT_EQ(chart.title.size, 7);
  EXPECT_EQ(chart.colors.size(), 2U);
  EXPECT_EQ(chart.hole, 0.3);
}

TEST(Items, WhatIsWrongWithAnOptionIsSaidInOneLineAtItsPlace) {
  const std::string text = "kind: text, box: [1pt, 2pt, 3pt, 4pt], style: petit";
  const struct {
    std::string item, expected;
  } cases[] = {
      {"box: [0pt, 0pt, 1pt, 1pt]", "missing key 'kind' in item 'chose'"},
      {"kind: scalebar", "no item kind 'scalebar'; did you mean 'scale_bar'?"},
      {"kind: text, style: petit", "missing key 'box' in text 'chose'"},
      {"kind: text, box: [0pt, 0pt, 1pt], style: petit", "a box is [left, top, width, height]"},
      {"kind: text, box: outo, style: petit", "a box is [left, top, width, height] or auto, not 'outo'"},
      {"kind: rule, box: auto, place: { size: [1pt, 1pt] }", "an item of kind 'rule' needs a box of its own"},
      {text + ", place: { size: [1pt, 1pt] }", "'place' goes with 'box: auto' only"},
      {"kind: text, box: auto, place: {}, style: petit", "the place of item 'chose' needs its size"},
      {"kind: text, box: auto, place: { size: [1pt, 0pt] }, style: petit", "must be more than nothing"},
      {"kind: text, box: auto, place: { size: [1pt, 1pt], prefer: lft }, style: petit",
       "no prefer 'lft'; did you mean 'left'?"},
      {"kind: text, box: auto, place: { size: [1pt, 1pt], within: cart }, style: petit",
       "names no item of kind 'frame' of the template: 'cart'; did you mean 'carte'?"},
      {"kind: frame, box: auto, place: { size: [1pt, 1pt], within: chose }",
       "frame 'chose' finds its place before frame 'chose' does"},
      {text + ", valign: midle", "no valign 'midle'; did you mean 'middle'?"},
      {text + ", valing: top", "unknown key 'valing' in text 'chose'; did you mean 'valign'?"},
      {"kind: text" + kBox + "style: petti", "no text style 'petti' in the style; did you mean 'petit'?"},
      {"kind: frame" + kBox + "shape: cercle", "no shape 'cercle'; did you mean 'circle'?"},
      {"kind: frame" + kBox + "title_side: belo", "no title_side 'belo'; did you mean 'below'?"},
      {"kind: frame" + kBox + "background: encr", "no colour 'encr' in the style; did you mean 'encre'?"},
      {"kind: frame" + kBox + "until: boite", "did you mean 'boites'?"},
      {"kind: frame" + kBox + "gap: -1pt", "'gap' may not be negative"},
      {"kind: frame" + kBox + "graticule: { step: 0.001 }", "in whole minutes of arc"},
      {"kind: frame" + kBox + "graticule: { label: petti }", "did you mean 'petit'?"},
      {"kind: frame" + kBox + "spread: {}", "missing key 'within' in spread"},
      {"kind: frame" + kBox + "spread: { within: 1pt, ties: {} }", "did you mean 'tie'?"},
      {"kind: figures" + kBox + "number: petit, caption: petit, columns: 0", "'columns' must be 1 or more"},
      {"kind: scale_bar" + kBox + "frame: cart, style: petit",
       "scale bar 'chose' names no item of kind 'frame' of the template: 'cart'; did you mean 'carte'?"},
      {"kind: scale_bar" + kBox + "frame: carte, style: petit, fraction: 2", "'fraction' is a share"},
      {"kind: scale_text" + kBox + "frame: carte, style: petit, form: word", "did you mean 'words'?"},
      {"kind: north_arrow" + kBox + "frame: boites, style: petit", "names no item of kind 'frame'"},
      {"kind: locator, of: carte", "missing key 'on' in locator 'chose'"},
      {"kind: callouts" + kBox + "title: petit, lines: [petti]", "did you mean 'petit'?"},
      {"kind: callouts" + kBox + "title: petit, lines: [], side: lef", "no side 'lef'; did you mean 'left'?"},
      {"kind: callouts" + kBox + "title: petit, lines: [], also: [{ side: top }]",
       "missing key 'box' in 'also'"},
      {"kind: chart" + kBox + "text: petit, palette: teinte", "did you mean 'teintes'?"},
      {"kind: chart" + kBox + "text: petit, palette: teintes, hole: 1", "from 0 to less than 1"},
      {"kind: rule" + kBox + "stroke: { color: encre, widht: 1pt }", "did you mean 'width'?"},
      {"kind: panel" + kBox + "radius: 1", "expected a length, found '1'"},
  };
  for (const auto& one : cases) {
    const std::string message = error_of(one.item);
    EXPECT_NE(message.find(one.expected), std::string::npos) << one.item << " gives: " << message;
    EXPECT_TRUE(message.starts_with("s.yaml:" + std::to_string(kLine) + ":")) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

}  // namespace
}  // namespace cartouche::map
