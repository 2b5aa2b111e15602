#include <gmock/gmock.h>

#include <numbers>

#include "../../src/backend/svg_xml.h"
#include "../support/decoded_png.h"
#include "cartouche/backend/backend.h"
#include "pages.h"

namespace cartouche {
namespace {

using display::DisplayList;
using display::Fill;
using display::Group;
using display::Node;
using display::Role;
using display::Shape;
using display::Stroke;
using display::Text;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(IdRegistry, GivesEachIdOnce) {
  backend::IdRegistry ids;
  EXPECT_EQ(ids.claim("a"), "a");
  EXPECT_EQ(ids.claim("a"), "a-2");
  EXPECT_EQ(ids.claim("a-2"), "a-2-2");
  EXPECT_EQ(ids.claim(""), "");
  EXPECT_EQ(ids.claim(""), "");
}

Shape square(double x, double y, std::optional<Fill> fill, std::optional<Stroke> stroke = {}) {
  return {Path::polygon(std::vector<Point>{{x, y}, {x + 2, y}, {x + 2, y + 2}, {x, y + 2}}), fill, stroke};
}

constexpr Color kRed{255, 0, 0, 255};
constexpr Color kBlue{0, 0, 254, 255};

Group feature(const std::string& id, Shape shape) {
  Group group;
  group.role = Role::feature;
  group.id = id;
  group.children.push_back({std::move(shape)});
  return group;
}

/// The SVG from the first node on.
std::string body(std::vector<Node> nodes) {
  DisplayList page;
  page.width = 72;
  page.height = 144;
  page.background.a = 0;
  page.nodes = std::move(nodes);
  const std::string svg = to_svg(page);
  const std::string end = "</desc>\n";
  return svg.substr(svg.find(end) + end.size());
}

TEST(Svg, WritesACircleAsACircleAndNothingElseAsOne) {
  Group dot = feature("p1", {Path::circle({4, 5}, 1.5), Fill{kRed, {}}, std::nullopt});
  EXPECT_THAT(body({{dot}}), HasSubstr("cx=\"4\" cy=\"5\" r=\"1.5\"/>"));
  EXPECT_THAT(
      body({{feature("r", {Path::rounded_rectangle({{0, 0}, {9, 4}}, 1), Fill{kRed, {}}, std::nullopt})}}),
      Not(HasSubstr("<circle")));
  EXPECT_THAT(body({{feature("e", {Path::circle({4, 5}, 1.5).transformed(Affine::scaling(2, 1)),
                                   Fill{kRed, {}}, std::nullopt})}}),
              Not(HasSubstr("<circle")));
}

TEST(Svg, StatesSizeTitleAndDescription) {
  DisplayList page;
  page.width = 72;
  page.height = 144;
  page.title = "A & B";
  page.description = "Carte";
  const std::string svg = to_svg(page);
  EXPECT_THAT(svg, HasSubstr("width=\"25.4mm\" height=\"50.8mm\" viewBox=\"0 0 72 144\""));
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"page-title page-description\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"page-title\">A &amp; B</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"page-description\">Carte</desc>"));
  EXPECT_THAT(svg, HasSubstr("<path d=\"M0 0H72V144H0z\" fill=\"#fff\"/>"));
}

TEST(Svg, FoldsAFeatureOfOneShapeAndSharesStylesInItsLayer) {
  Group layer;
  layer.id = "epci";
  layer.label = "EPCI <2021>";
  const Stroke grey{{0x99, 0x99, 0x99, 255}, 0.35, {}, display::Cap::round, display::Join::round};
  Group named = feature("epci-1", square(0, 0, Fill{kRed, {}}, grey));
  named.data = {{"Nom", "L’Île \"x\""}};
  layer.children = {{named},
                    {feature("epci-2", square(2, 0, Fill{kRed, {}}, grey))},
                    {feature("epci-2", square(4, 0, Fill{kBlue, {}}, grey))}};
  EXPECT_EQ(body({{layer}}),
            "<g id=\"epci\" inkscape:groupmode=\"layer\" inkscape:label=\"EPCI &lt;2021&gt;\" fill=\"#f00\" "
            "stroke=\"#999\" stroke-width=\".35\">\n"
            "<path id=\"epci-1\" data-nom=\"L’Île &quot;x&quot;\" d=\"m0 0h2v2h-2z\"/>\n"
            "<path id=\"epci-2\" d=\"m2 0h2v2h-2z\"/>\n"
            "<path id=\"epci-2-2\" fill=\"#0000fe\" d=\"m4 0h2v2h-2z\"/>\n"
            "</g>\n</svg>\n");
}

TEST(Svg, KeepsAGroupAroundAFeatureOfSeveralShapes) {
  Group two = feature("f", square(0, 0, Fill{{255, 0, 0, 51}, {}}));
  two.children.push_back({square(2, 0, std::nullopt, Stroke{})});
  two.opacity = 0.5;
  EXPECT_EQ(body({{two}}),
            "<g id=\"f\" opacity=\".5\">\n"
            "<path fill=\"#f00\" fill-opacity=\".2\" d=\"m0 0h2v2h-2z\"/>\n"
            "<path fill=\"none\" stroke=\"#000\" stroke-width=\".5\" d=\"m2 0h2v2h-2z\"/>\n"
            "</g>\n</svg>\n");
}

TEST(Svg, WritesColourPatternAndOutlineOfOnePathAsFewTimesAsItCan) {
  const Fill hatch{kRed, display::Hatch{45, 3, 0.5}};
  Group striped = feature("s", square(0, 0, hatch));
  striped.children.push_back({square(0, 0, std::nullopt, Stroke{})});
  EXPECT_THAT(body({{striped}}), HasSubstr("<path id=\"s\" fill=\"url(#cartouche-hatch)\" stroke=\"#000\" "
                                           "stroke-width=\".5\" d=\"m0 0h2v2h-2z\"/>\n</svg>"));
  std::vector<Point> shore;
  for (int i = 0; i < 40; ++i) shore.push_back({i % 2 * 5.0, i * 1.0});
  Group land;
  land.role = Role::feature;
  land.id = "land";
  land.children = {{Shape{Path::polygon(shore), Fill{kRed, {}}, std::nullopt}},
                   {Shape{Path::polygon(shore), hatch, std::nullopt}}};
  const std::string svg = body({{land}});
  EXPECT_THAT(svg, HasSubstr("<path id=\"cartouche-outline\" d=\"m0 0 5 1-5 1 5 1"));
  EXPECT_THAT(svg,
              HasSubstr("<g id=\"land\">\n<use fill=\"#f00\" xlink:href=\"#cartouche-outline\"/>\n"
                        "<use fill=\"url(#cartouche-hatch)\" xlink:href=\"#cartouche-outline\"/>\n</g>"));
}

TEST(Svg, DrawsAMarkerOfManyPlacesOnceAndUsesItByName) {
  std::vector<Node> dots;
  for (int i = 0; i < 5; ++i)
    dots.push_back({feature("p" + std::to_string(i), square(10.1 * i, 3, Fill{kRed, {}}))});
  const std::string svg = body(dots);
  EXPECT_THAT(svg, HasSubstr("<g id=\"cartouche-symbol\"><path fill=\"#f00\""));
  EXPECT_THAT(svg, HasSubstr("d=\"m-1-1h2v2h-2z\"/></g>"));
  EXPECT_THAT(svg, HasSubstr("<use id=\"p2\" xlink:href=\"#cartouche-symbol\" x=\"21.2\" y=\"4\"/>"));
  EXPECT_THAT(body({{feature("alone", square(0, 0, Fill{kRed, {}}))}}), Not(HasSubstr("<use")));
}

TEST(Svg, DefinesEachPatternAndClipOnce) {
  const Fill hatch{kRed, display::Hatch{45, 3, 0.5}};
  Group frame;
  frame.role = Role::frame;
  frame.id = "carte";
  frame.clip = Path::rectangle({{0, 0}, {10, 10}});
  frame.children = {
      {square(0, 0, hatch)}, {square(2, 0, hatch)}, {square(4, 0, Fill{kRed, display::Dots{4, 1}})}};
  Group again = frame;
  const std::string svg = body({{frame}, {again}});
  EXPECT_THAT(svg,
              HasSubstr("<defs>\n"
                        "<clipPath id=\"cartouche-clip\"><path d=\"m0 0h10v10h-10z\" "
                        "clip-rule=\"evenodd\"/></clipPath>\n"
                        "<pattern id=\"cartouche-hatch\" patternUnits=\"userSpaceOnUse\" width=\"3\" "
                        "height=\"3\" patternTransform=\"rotate(-45)\"><path d=\"M0 1.5H3\" fill=\"none\" "
                        "stroke=\"#f00\" stroke-width=\".5\" stroke-linecap=\"butt\"/></pattern>\n"
                        "<pattern id=\"cartouche-dots\" "));
  EXPECT_THAT(svg, HasSubstr("clip-path=\"url(#cartouche-clip)\""));
  EXPECT_THAT(svg, HasSubstr("fill=\"url(#cartouche-hatch)\""));
  EXPECT_THAT(svg, Not(HasSubstr("cartouche-hatch-2")));
  EXPECT_THAT(svg, Not(HasSubstr("cartouche-clip-2")));
}

TEST(Svg, WritesATileAsAPatternOfItsShapesInTheirOwnColours) {
  const auto shapes = std::make_shared<const std::vector<Shape>>(
      std::vector<Shape>{{Path::rectangle({{1, 1}, {2, 2}}), Fill{kRed, {}}, std::nullopt}});
  const std::string svg = body({{square(0, 0, Fill{kRed, display::Tile{6, 4, 30, shapes}})}});
  EXPECT_THAT(svg, HasSubstr("<pattern id=\"cartouche-tile\" patternUnits=\"userSpaceOnUse\" width=\"6\" "
                             "height=\"4\" patternTransform=\"rotate(-30)\"><path fill=\"#f00\" "
                             "d=\"m1 1h1v1h-1z\"/></pattern>"));
  EXPECT_THAT(svg, HasSubstr("fill=\"url(#cartouche-tile)\""));
}

TEST(Svg, WritesFadesAsGradientsAndMasks) {
  using display::Fade;
  const Fade linear{Fade::Kind::linear, {1, 2}, {3, 2}, {{0, 1}, {1, 0}}};
  const Fade radial{Fade::Kind::radial, {5, 5}, {9, 7}, {{0.5, 1}, {1, 0}}};
  Group group;
  group.fade = radial;
  group.blend = display::Blend::multiply;
  group.children = {{square(0, 0, Fill{{255, 0, 0, 51}, linear})}, {square(0, 0, Fill{kRed, {}})}};
  const std::string svg = body({{group}});
  EXPECT_THAT(svg,
              HasSubstr("<linearGradient id=\"cartouche-fade-2\" gradientUnits=\"userSpaceOnUse\" x1=\"1\" "
                        "y1=\"2\" x2=\"3\" y2=\"2\"><stop offset=\"0\" stop-color=\"#f00\" "
                        "stop-opacity=\".2\"/><stop offset=\"1\" stop-color=\"#f00\" stop-opacity=\"0\"/>"));
  EXPECT_THAT(svg,
              HasSubstr("<radialGradient id=\"cartouche-fade\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" "
                        "cy=\"0\" r=\"1\" gradientTransform=\"translate(5 5) scale(4 2)\">"));
  EXPECT_THAT(svg, HasSubstr("<mask id=\"cartouche-mask\" maskUnits=\"userSpaceOnUse\""));
  EXPECT_THAT(svg, HasSubstr("mask=\"url(#cartouche-mask)\" style=\"mix-blend-mode:multiply\""));
}

Text text_run(const char* string, double x, double size, double advance) {
  Text text;
  text.string = string;
  text.run.face = std::make_shared<const FontFace>(FontFace{"lato.ttf", 0, "Lato", 700, false});
  text.run.families = {"Marianne", "Source Sans 3"};
  text.run.size = size;
  text.run.advance = advance;
  text.at = Affine::translation(x, 20);
  return text;
}

TEST(Svg, WritesALineAsOneTextWithASpanForEachOtherRun) {
  Group label;
  label.role = Role::label;
  label.id = "nom-1";
  label.children = {{text_run("Î", 10, 10, 3)}, {text_run("LE <&>", 13, 8, 9.5)}};
  EXPECT_EQ(
      body({{label}}),
      "<text id=\"nom-1\" x=\"10\" y=\"20\" font-family=\"Marianne, 'Source Sans 3', Lato, sans-serif\" "
      "font-size=\"10\" font-weight=\"700\" textLength=\"12.5\">Î<tspan font-size=\"8\">LE "
      "&lt;&amp;&gt;</tspan></text>\n</svg>\n");
}

TEST(Svg, WritesANameThatFollowsALineAsOneTextWithASpanALetterSpacesWithTheLetterBefore) {
  Text text = text_run("Le é", 10, 10, 12);
  text.run.spacing = 1;
  text.run.glyphs = {{1, 0, 0}, {2, 4, 0}, {3, 8, 0}, {4, 10, 0}};
  text.run.clusters = {{1, 1}, {1, 1}, {1, 1}, {2, 1}};
  text.at = {1, 0, 0, 1, 10, 20};
  text.along = {{10, 20, 0}, {14, 20, 0.5}, {18, 22, 0.5}, {20, 23, -std::numbers::pi / 4}};
  Group label;
  label.role = Role::label;
  label.id = "nom-1";
  label.children = {{text}};
  EXPECT_EQ(
      body({{label}}),
      "<text id=\"nom-1\" font-family=\"Marianne, 'Source Sans 3', Lato, sans-serif\" "
      "font-size=\"10\" font-weight=\"700\" x=\"10\" y=\"20\">"
      "<tspan x=\"10\" y=\"20\" rotate=\"0\">L</tspan><tspan x=\"14\" y=\"20\" rotate=\"28.65\">e </tspan>"
      "<tspan x=\"20\" y=\"23\" rotate=\"-45\">é</tspan></text>\n</svg>\n");
}

TEST(Svg, StrokesAHaloUnderItsText) {
  Text text = text_run("x", 1, 10, 3);
  text.halo = Stroke{{255, 255, 255, 255}, 1.5, {}, display::Cap::round, display::Join::round};
  text.at = {0, 1, -1, 0, 5, 6};
  EXPECT_THAT(body({{text}}), HasSubstr("<text transform=\"matrix(0 1 -1 0 5 6)\" stroke=\"#fff\" "
                                        "stroke-width=\"1.5\" paint-order=\"stroke\""));
}

TEST(Svg, WritesLettersAsOutlinesWhereAsked) {
  // Two lines of several runs (small capitals cut a line), the first a label of its own.
  display::Group label;
  label.id = "nom-1";
  label.role = Role::label;
  label.children = testing::some_text("Aé o");
  std::vector<display::Node> nodes{{label}};
  for (display::Node& node : testing::some_text("Île", {10, 50})) nodes.push_back(std::move(node));
  const std::string svg = to_svg(testing::page_of(nodes, 80, 60), SvgText::outlines);
  EXPECT_THAT(svg, Not(HasSubstr("<text")));
  EXPECT_THAT(svg, Not(HasSubstr("font-")));
  EXPECT_THAT(svg, HasSubstr("<path id=\"nom-1\" inkscape:label=\"Aé o\" fill-rule=\"nonzero\""));
  EXPECT_THAT(svg, HasSubstr("inkscape:label=\"Île\" fill-rule=\"nonzero\""));
  EXPECT_THAT(svg, HasSubstr("paint-order=\"stroke\""));
}

/// Drawn by our own fonts and as outlines by librsvg, 400 × 136 pixels; `edges` of the inked ones may differ.
void expect_outlines_alike(const display::DisplayList& page, double edges) {
  const testing::TemporaryFolder folder;
  const auto file = folder.write("page.svg", to_svg(page, SvgText::outlines));
  const auto drawn = testing::output_of("rsvg-convert -w 400 -h 136 " + file.string());
  ASSERT_TRUE(drawn);
  const testing::DecodedPng there(*drawn);
  const std::string own = to_png(page, 288);
  const testing::DecodedPng here(own);
  ASSERT_EQ(there.width(), here.width());
  ASSERT_EQ(there.height(), here.height());
  int differing = 0, inked = 0;
  for (int y = 0; y < here.height(); ++y)
    for (int x = 0; x < here.width(); ++x) {
      const auto green = [](unsigned pixel) { return static_cast<int>(pixel >> 8 & 0xFF); };
      differing += std::abs(green(here.at(x, y)) - green(there.at(x, y))) > 64;
      inked += green(here.at(x, y)) < 128;
    }
  EXPECT_GT(inked, 2000);
  EXPECT_LT(differing, inked * edges) << "only edges may differ, by rounding to hundredths of a point";
}

TEST(Svg, OfOutlinesLooksLikeThePageDrawnWithItsFonts) {
  if (!testing::is_installed("rsvg-convert"))
    GTEST_SKIP() << "rsvg-convert (Debian: librsvg2-bin) is not installed";
  expect_outlines_alike(testing::page_of(testing::some_text("Provence", {8, 22}), 100, 34), 0.02);
  // Cairo sets letters to quarters of a pixel: all edges of a turned one show it.
  expect_outlines_alike(testing::page_of(testing::turned_text("Loire", {8, 30}), 100, 34), 0.05);
}

TEST(Svg, LinksWhatHasAWebAddressAndSaysWhatAMapShows) {
  const auto linked = [](const std::string& url) {
    Group group = feature("p-1", {testing::box(0, 0, 4, 4, {{255, 0, 0, 255}, {}})});
    group.link = url;
    return body({{group}});
  };
  EXPECT_THAT(linked("https://exemple.fr/?a=1&b=\"2\""),
              HasSubstr("<a xlink:href=\"https://exemple.fr/?a=1&amp;b=&quot;2&quot;\"><path id=\"p-1\""));
  EXPECT_THAT(linked("https://exemple.fr/"), HasSubstr("/></a>\n"));
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "//exemple.fr", ""})
    EXPECT_THAT(linked(url), Not(HasSubstr("<a"))) << url;
  Group nothing = feature("p-2", {Path(), Fill{{255, 0, 0, 255}, {}}, std::nullopt});
  nothing.link = "https://exemple.fr/";
  EXPECT_THAT(body({{nothing}}), Not(HasSubstr("<a"))) << "nothing is drawn, nothing leads anywhere";
  Group frame;
  frame.role = Role::frame;
  frame.id = "carte";
  frame.alternative = "Carte : <3 projets>.";
  EXPECT_THAT(body({{frame}}), HasSubstr("<desc>Carte : &lt;3 projets&gt;.</desc>"));
}

TEST(Svg, EmbedsAnImage) {
  const display::Image image{
      {{1, 2}, {4, 8}}, std::make_shared<const display::Pixels>(display::Pixels{1, 1, {255, 0, 0, 128}})};
  EXPECT_THAT(body({{image}}),
              HasSubstr("<image x=\"1\" y=\"2\" width=\"3\" height=\"6\" "
                        "preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,iVBOR"));
}

TEST(Svg, SplitsALongPathUnderItsFeature) {
  std::vector<Point> points;
  for (int i = 0; i < 40000; ++i) points.push_back({i * 0.01, (i % 2) * 0.5});
  const Stroke line{};
  const std::string svg = body({{feature("route", {Path::polyline(points), std::nullopt, line})}});
  EXPECT_THAT(svg, HasSubstr("<g id=\"route\""));
  std::size_t paths = 0;
  for (std::size_t at = svg.find("<path"); at != std::string::npos; at = svg.find("<path", at + 1)) ++paths;
  EXPECT_EQ(paths, 2u);
}

}  // namespace
}  // namespace cartouche
