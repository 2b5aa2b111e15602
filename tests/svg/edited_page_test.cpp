#include "cartouche/svg/edited_page.h"

#include <gmock/gmock.h>

#include "cartouche/base/error.h"

namespace cartouche::svg {
namespace {

using ::testing::HasSubstr;

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 200\">" + body +
         "</svg>";
}

TEST(EditedPage, FindsWhereAThingStandsHoweverAnEditorWroteIt) {
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
      {"<switch transform=\"skewX(45)\"><text id=\"a\" x=\"-10\" y=\"20\">mot</text></switch>", 10, 20},
      {"<s:g xmlns:s=\"http://www.w3.org/2000/svg\"><s:text id=\"a\" x=\"10\" y=\"20\">mot</s:text></s:g>",
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
    const EditedPage edited = read_edited_page(page(one.body), "p.svg");
    ASSERT_TRUE(edited.things.contains("a")) << one.body;
    EXPECT_NEAR(edited.things.at("a").at.x, one.x, 1e-9) << one.body;
    EXPECT_NEAR(edited.things.at("a").at.y, one.y, 1e-9) << one.body;
  }
}

TEST(EditedPage, RefusesWhatIsNoPageWithOneLine) {
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
      {"<svg viewBox=\"0 0 9 9\">\n  <g transform=\"turn(3)\"/></svg>",
       "p.svg:2:3: a transform that cannot be read"},
      {"<svg viewBox=\"0 0 9 9\">\n <text x=\"5%\"/></svg>", "p.svg:2:2: 'x' is '5%', which is no number"},
      {"<svg viewBox=\"0 0 9 9\">\n <g></svg>", "p.svg:2:"},
  };
  for (const auto& one : cases) {
    try {
      read_edited_page(one.svg, "p.svg");
      ADD_FAILURE() << one.svg;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(one.message)) << one.svg;
      EXPECT_THAT(error.what(), HasSubstr("p.svg"));
      EXPECT_EQ(error.code(), ExitCode::data);
    }
  }
}

TEST(EditedPage, ExpandsNoEntities) {
  std::string bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'k'; ++c)
    bomb += std::string("<!ENTITY ") + c + " \"&" + static_cast<char>(c - 1) + ";&" +
            static_cast<char>(c - 1) + ";\">";
  bomb += "]><svg viewBox=\"0 0 1 1\"><text id=\"t\" x=\"1\" y=\"1\">&k;</text></svg>";
  EXPECT_EQ(read_edited_page(bomb, "p.svg").things.at("t").words, "&k;");
}

std::string nested(int groups, const std::string& inside) {
  std::string open, close;
  for (int i = 0; i < groups; ++i) {
    open += "<g>";
    close += "</g>";
  }
  return page(open + inside + close);
}

TEST(EditedPage, IsReadHoweverItsGroupsNestUpToALimitThatIsSaid) {
  const std::string text = "<text id=\"a\" x=\"1\" y=\"2\">mot</text>";
  EXPECT_EQ(read_edited_page(nested(200, text), "p.svg").things.at("a").words, "mot");
  try {
    read_edited_page(nested(200'000, text), "p.svg");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
    EXPECT_THAT(error.what(), HasSubstr("p.svg:1:849: elements nested more than 256 deep"));
  }
}

}  // namespace
}  // namespace cartouche::svg
