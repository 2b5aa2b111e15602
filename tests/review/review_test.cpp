#include "cartouche/review/review.h"

#include <gmock/gmock.h>

#include "../support/small_tables.h"
#include "cartouche/draw/draw.h"

namespace cartouche::review {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using display::DisplayList;
using display::Group;
using display::Node;
using display::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Color kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255}, kPale{170, 170, 170, 255};

// A page of 100 × 100 points without layers; what is drawn is up to each test.
struct Bare {
  map::Map map;
  layout::Page page;
  DisplayList list;

  Bare() {
    map.file = "p";
    page.map = &map;
    list.width = list.height = 100;
  }
  std::vector<std::string> codes() const {
    Diagnostics findings;
    review(page, list, findings);
    std::vector<std::string> codes;
    for (const Diagnostic& one : findings.all()) codes.push_back(one.code);
    return codes;
  }
};

display::Text text(const std::string& words, double x, double y, double size = 8, Color color = kBlack) {
  display::Text one;
  one.string = words;
  one.run.size = size;
  one.run.advance = size / 2 * static_cast<double>(words.size());
  one.at = Affine::translation(x, y);
  one.color = color;
  return one;
}

Node label(const std::string& id, display::Text words) {
  Group group;
  group.id = id;
  group.role = Role::label;
  group.children.push_back({std::move(words)});
  return {std::move(group)};
}

Node area(const Box& box, Color color) {
  return {display::Shape{Path::rectangle(box), display::Fill{color, {}}, std::nullopt}};
}

TEST(Review, SaysNothingOfAPageThatIsRight) {
  Bare bare;
  bare.list.nodes = {label("a", text("Nantes", 10, 20)), label("b", text("Brest", 10, 40))};
  EXPECT_THAT(bare.codes(), IsEmpty());
}

TEST(Review, FindsTextsOfDifferentLabelsThatOverlapAndNotTheLinesOfOne) {
  Bare bare;
  bare.list.nodes = {label("a", text("Nantes", 10, 20)), label("b", text("Brest", 20, 23))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-overlap"));
  Group lines;
  lines.id = "a";
  lines.role = Role::label;
  lines.children = {{text("Loire", 10, 20)}, {text("Sud", 10, 23)}};
  bare.list.nodes = {{std::move(lines)}};
  EXPECT_THAT(bare.codes(), IsEmpty());
}

// A name of three letters that climbs from (10, 40).
display::Text climbing() {
  display::Text one = text("abc", 10, 40);
  one.run.glyphs = {{1, 0, 0}, {2, 4, 0}, {3, 8, 0}};
  one.run.clusters = {{1, 1}, {1, 1}, {1, 1}};
  one.along = {{10, 40, 0}, {30, 20, 0}, {50, 10, 0}};
  return one;
}

TEST(Review, TakesANameThatFollowsALineLetterByLetter) {
  Bare bare;
  bare.list.nodes = {label("a", climbing()), label("b", text("Brest", 40, 38))};
  EXPECT_THAT(bare.codes(), IsEmpty()) << "in the hollow beside the letters";
  bare.list.nodes = {label("a", climbing()), label("b", text("Brest", 25, 22))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-overlap"));
  bare.list.nodes = {label("a", climbing()), area({{49, 3}, {60, 13}}, kBlack)};
  EXPECT_THAT(bare.codes(), ElementsAre("text-covered"));
  display::Text pale = climbing();
  pale.color = kPale;
  bare.list.nodes = {label("a", pale)};
  EXPECT_THAT(bare.codes(), ElementsAre("text-contrast")) << "once, not once a letter";
  display::Text far = climbing();
  far.along[2].x = 98;
  bare.list.nodes = {label("a", far)};
  EXPECT_THAT(bare.codes(), ElementsAre("text-clipped"));
}

TEST(Review, FindsTextBeyondThePageOrItsFrame) {
  Bare bare;
  bare.list.nodes = {label("a", text("Nantes", 90, 20))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-clipped"));
  Group frame;
  frame.id = "carte";
  frame.clip = Path::circle({50, 50}, 20);
  frame.children = {label("a", text("Nantes", 32, 40))};
  bare.list.nodes = {{frame}};
  EXPECT_THAT(bare.codes(), ElementsAre("text-clipped"));
  frame.children = {label("a", text("Nantes", 38, 52))};
  bare.list.nodes = {{frame}};
  EXPECT_THAT(bare.codes(), IsEmpty());
}

TEST(Review, FindsTextThatIsTooSmallAsPrinted) {
  Bare bare;
  display::Text shrunk = text("Nantes", 0, 0, 8);
  shrunk.at = {0.5, 0, 0, 0.5, 10, 20};
  bare.list.nodes = {label("a", text("Brest", 10, 60, 5.5)), label("b", text("Lille", 10, 80, 5.4)),
                     label("c", std::move(shrunk))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-too-small", "text-too-small"));
}

TEST(Review, MeasuresContrastAgainstWhatLiesUnderTheText) {
  Bare bare;
  bare.list.nodes = {label("a", text("Nantes", 10, 20, 8, kPale))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-contrast"));
  bare.list.nodes = {area({{0, 0}, {100, 30}}, kBlack), label("a", text("Nantes", 10, 20, 8, kPale))};
  EXPECT_THAT(bare.codes(), IsEmpty());
  // A group that hardly shows leaves the paper as it is.
  Group faint;
  faint.opacity = 0.05;
  faint.children = {area({{0, 0}, {100, 30}}, kBlack)};
  bare.list.nodes = {{std::move(faint)}, label("a", text("Nantes", 10, 20, 8, kPale))};
  EXPECT_THAT(bare.codes(), ElementsAre("text-contrast"));
}

TEST(Review, MeasuresContrastAgainstAHaloThatReachesFarEnough) {
  Bare bare;
  display::Text words = text("Nantes", 10, 20);
  words.halo = display::Stroke{kWhite, 1.6, {}, display::Cap::round, display::Join::round};
  bare.list.nodes = {area({{0, 0}, {100, 30}}, kBlack), label("a", words)};
  EXPECT_THAT(bare.codes(), IsEmpty());
  words.halo->width = 0.4;
  bare.list.nodes = {area({{0, 0}, {100, 30}}, kBlack), label("a", words)};
  EXPECT_THAT(bare.codes(), ElementsAre("text-contrast"));
}

TEST(Review, FindsTextThatSomethingIsPaintedOver) {
  Bare bare;
  bare.list.nodes = {label("a", text("Nantes", 10, 20)), area({{0, 0}, {50, 30}}, kWhite)};
  EXPECT_THAT(bare.codes(), ElementsAre("text-covered"));
}

TEST(Review, FindsLeadersThatCrossAndNotThoseThatShareADot) {
  const auto with_leaders = [](std::vector<std::vector<Point>> leaders) {
    Bare bare;
    layout::CalloutsItem item;
    for (auto& points : leaders) {
      layout::PlacedCallout callout;
      callout.id = "c" + std::to_string(item.callouts.size());
      callout.leader = std::move(points);
      item.callouts.push_back(std::move(callout));
    }
    bare.page.items.push_back({"encadres", std::move(item)});
    return bare.codes();
  };
  EXPECT_THAT(with_leaders({{{0, 0}, {10, 10}}, {{10, 0}, {0, 10}}}), ElementsAre("leader-crossing"));
  EXPECT_THAT(with_leaders({{{0, 0}, {10, 10}}, {{10, 0}, {10, 10}}}), IsEmpty());
  EXPECT_THAT(with_leaders({{{0, 0}, {0, 10}}, {{10, 0}, {10, 10}}}), IsEmpty());
  EXPECT_THAT(with_leaders({{{0, 0}, {0, 10}, {10, 10}}, {{5, 0}, {5, 20}}}), ElementsAre("leader-crossing"));
}

TEST(Review, FindsALeaderThatRunsThroughAName) {
  Bare bare;
  layout::CalloutsItem item;
  item.callouts.resize(1);
  item.callouts[0].leader = {{20, 0}, {20, 50}};
  bare.page.items.push_back({"encadres", std::move(item)});
  bare.list.nodes = {label("a", text("Nantes", 10, 20))};
  EXPECT_THAT(bare.codes(), ElementsAre("leader-over-text"));
  bare.list.nodes = {label("a", text("Nantes", 30, 20))};
  EXPECT_THAT(bare.codes(), IsEmpty());
}

std::vector<std::string> codes_of(const SmallPage& small) {
  Diagnostics findings;
  review(small.page, draw(small.page), findings);
  std::vector<std::string> codes;
  for (const Diagnostic& one : findings.all()) codes.push_back(one.code + " " + one.ids.back());
  return codes;
}

TEST(Review, FindsANameOverADot) {
  SmallPage small("01");
  EXPECT_THAT(codes_of(small), IsEmpty());
  for (layout::Item& item : small.page.items)
    if (auto* frame = std::get_if<layout::FrameItem>(&item.value)) {
      const Point dot = frame->view.layers.back().shapes.points()[1];
      frame->view.labels.at(0).lines.at(0).at = {dot.x - 3, dot.y + 2};
    }
  EXPECT_THAT(codes_of(small), ::testing::Contains("text-over-dot p2"));
}

TEST(Review, FindsClassesOfDotsThatLookAlikeToSomeReaders) {
  const auto with_colors = [](const char* inside, const char* outside, const char* marker) {
    const std::string one = with(kSmallStyle, "marker: circle, size: 4pt, fill: ink",
                                 std::string("marker: circle, size: 4pt, fill: \"") + inside + "\"");
    return with(one, "marker: diamond, size: 4pt, fill: \"#cc4400\"",
                std::string("marker: ") + marker + ", size: 4pt, fill: \"" + outside + "\"");
  };
  // Brick and olive are far apart to most readers and alike to those with deuteranopia.
  EXPECT_THAT(codes_of(SmallPage("01", kSmallProject, with_colors("#b4643c", "#7d7d37", "circle"))),
              ElementsAre("dots-alike hors"));
  EXPECT_THAT(codes_of(SmallPage("01", kSmallProject, with_colors("#b4643c", "#7d7d37", "diamond"))),
              IsEmpty());
  EXPECT_THAT(codes_of(SmallPage("01", kSmallProject, with_colors("#16235c", "#e8590c", "circle"))),
              IsEmpty());
}

}  // namespace
}  // namespace cartouche::review
