#include "cartouche/edit/drawing.h"

#include <gmock/gmock.h>

#include "cartouche/base/error.h"

namespace cartouche::edit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 200\">" + body +
         "</svg>";
}

TEST(ReadDrawing, FindsWhereAThingStandsHoweverAnEditorWroteIt) {
  const struct {
    const char* body;
    double x, y;
  } cases[] = {
      {"<text id=\"a\" x=\"10\" y=\"20\">mot</text>", 10, 20},
      {"<text id=\"a\" x=\"10 14 18\" y=\"20\">mot</text>", 10, 20},
      {"<text id=\"a\" x=\"1\" y=\"2\"><tspan x=\"10\" y=\"20\">mot</tspan></text>", 10, 20},
      {"<text id=\"a\" x=\"10\" y=\"20\"><tspan font-size=\"5\">M</tspan>ot</text>", 10, 20},
      {"<text id=\"a\" transform=\"translate(4,-5)\" x=\"6\" y=\"25\">mot</text>", 10, 20},
      {"<text id=\"a\" transform=\"translate(4 -5)\" x=\"6\" y=\"25\">mot</text>", 10, 20},
      {"<text id=\"a\" transform=\"matrix(0 1 -1 0 10 20)\">mot</text>", 10, 20},
      {"<g transform=\"scale(2)\"><g transform=\"translate(1,2) scale(0.5)\"><text id=\"a\" x=\"8\" "
       "y=\"16\">mot</text></g></g>",
       10, 20},
      {"<g transform=\"translate(3)\"><g id=\"a\"><path d=\"M 1,1 h 2\"/><text x=\"7\" "
       "y=\"20\">mot</text></g></g>",
       10, 20},
      {"<g transform=\"rotate(90)\"><text id=\"a\" x=\"20\" y=\"-10\">mot</text></g>", 10, 20},
      {"<g transform=\"rotate(180, 10, 10)\"><text id=\"a\" x=\"10\" y=\"0\">mot</text></g>", 10, 20},
      {"<path id=\"a\" d=\"m10 20 1 1z\"/>", 10, 20},
      {"<path id=\"a\" d=\"M 10,20 L 1,1\"/>", 10, 20},
      {"<path id=\"a\" d=\"m10-20 1 1z\" transform=\"matrix(1,0,0,-1,0,0)\"/>", 10, 20},
      {"<circle id=\"a\" cx=\"10\" cy=\"20\" r=\"3\"/>", 10, 20},
      {"<a><use id=\"a\" x=\"10\" y=\"20\"/></a>", 10, 20},
      {"<g id=\"a\"><g><rect x=\"10\" y=\"20\" width=\"3\"/></g></g>", 10, 20},
  };
  for (const auto& one : cases) {
    const Drawing drawing = read_drawing(page(one.body), "p.svg");
    ASSERT_TRUE(drawing.things.contains("a")) << one.body;
    EXPECT_NEAR(drawing.things.at("a").at.x, one.x, 1e-9) << one.body;
    EXPECT_NEAR(drawing.things.at("a").at.y, one.y, 1e-9) << one.body;
  }
}

TEST(ReadDrawing, RefusesWhatIsNoPageWithOneLine) {
  const struct {
    std::string svg;
    const char* message;
  } cases[] = {
      {"", "no XML"},
      {"<svg", "no XML"},
      {"not xml", "no XML"},
      {"<html></html>", "no SVG: its root is <html>"},
      {"<svg></svg>", "viewBox"},
      {"<svg viewBox=\"5 5 10 10\"/>", "viewBox"},
      {"<svg viewBox=\"0 0 a b\"/>", "viewBox"},
  };
  for (const auto& one : cases) {
    try {
      read_drawing(one.svg, "p.svg");
      ADD_FAILURE() << one.svg;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(one.message)) << one.svg;
      EXPECT_THAT(error.what(), HasSubstr("p.svg"));
      EXPECT_EQ(error.code(), ExitCode::data);
    }
  }
}

TEST(ReadDrawing, ExpandsNoEntities) {
  std::string bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'k'; ++c)
    bomb += std::string("<!ENTITY ") + c + " \"&" + static_cast<char>(c - 1) + ";&" +
            static_cast<char>(c - 1) + ";\">";
  bomb += "]><svg viewBox=\"0 0 1 1\"><text id=\"t\" x=\"1\" y=\"1\">&k;</text></svg>";
  EXPECT_EQ(read_drawing(bomb, "p.svg").things.at("t").words, "&k;");
}

TEST(ChangesOf, TellsWhatMovedWentTurnedOrWasReworded) {
  const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f"};
  const auto text = [](const char* id, const char* attributes, const char* words = "mot") {
    return std::string("<text id=\"") + id + "\" " + attributes + ">" + words + "</text>";
  };
  const Drawing made =
      read_drawing(page(text("a", "x='1' y='1'") + text("b", "x='2' y='2'") + text("c", "x='3' y='3'") +
                        text("d", "x='4' y='4'") + text("e", "x='5' y='5'", "un  mot")),
                   "p.svg");
  const Drawing edited = read_drawing(page(text("a", "x='1' y='1'") + text("b", "x='2.1' y='2'") +
                                           text("d", "transform='rotate(10, 4, 4)' x='4' y='4'") +
                                           text("e", "x='7' y='1'", "autre") + text("f", "x='1' y='1'")),
                                      "p.svg");
  const Changes changes = changes_of(made, edited, ids, 0.15);
  ASSERT_EQ(changes.moved.size(), 1u) << "b by less than the tolerance, d in its place, f is not ours";
  EXPECT_EQ(changes.moved[0].id, "e");
  EXPECT_NEAR(changes.moved[0].by.x, 2, 1e-9);
  EXPECT_NEAR(changes.moved[0].by.y, -4, 1e-9);
  EXPECT_THAT(changes.gone, ElementsAre("c"));
  EXPECT_THAT(changes.turned, ElementsAre("d"));
  EXPECT_THAT(changes.reworded, ElementsAre("e"));
  EXPECT_THAT(changes_of(made, made, ids, 0.15).moved, IsEmpty());
}

}  // namespace
}  // namespace cartouche::edit
