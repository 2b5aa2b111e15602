// Style files: lengths, colours, symbols, texts, templates, inheritance.

#include "cartouche/project/style_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace cartouche::project {
namespace {

constexpr const char* kWhole = R"(style: 1
fonts:
  sans: [Lato, DejaVu Sans]
  titre: Lato
colors:
  encre: "#1d1d2b"
  terre: "#f4f1e9"
palettes:
  territoires: ["#aa0000", encre, "#00f"]
texts:
  titre: { font: titre, size: 20pt, weight: black, color: encre, uppercase: true, align: center, spacing: 0.2pt }
  petit: { size: 6.5pt, weight: 350, italic: true, leading: 1.1, halo: { color: terre, width: 0.4mm } }
symbols:
  fond: { fill: terre, opacity: 0.5, stroke: { color: encre, width: 0.3pt, dash: [2pt, 1pt] }, waterlines: [1mm, 2mm] }
  ti: { palette: territoires, hatch: { color: encre, angle: 30, spacing: 2pt } }
  rond: { fill: none, marker: ring, size: 2mm, dots: { color: encre } }
templates:
  a4:
    size: A4
    orientation: landscape
    background: terre
    items:
      fond: { kind: panel, box: [0mm, 0mm, 297mm, 210mm], fill: terre }
      carte: { kind: frame, box: [10mm, 20mm, 100mm, 72pt], shape: circle }
  libre: { size: [100mm, 50mm], items: {} }
)";

Style parse(const std::string& yaml) {
  return parse_style(parse_yaml(yaml, "s.yaml"), "s.yaml");
}

std::string error_of(const std::string& yaml) {
  try {
    parse(yaml);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "no error";
}

constexpr double kMillimetre = 72 / 25.4;

TEST(Length, MillimetresAndPointsAreRead) {
  struct Case {
    std::string text;
    double points;
  };
  for (const Case& one : std::vector<Case>{{"25.4mm", 72}, {"8.5pt", 8.5}, {"8.5 pt", 8.5}, {"-1pt", -1}})
    EXPECT_NEAR(read_length(Node::scalar(one.text, {})).value, one.points, 1e-12) << one.text;
}

TEST(Length, AnythingElseIsRefused) {
  for (const std::string text : {"3", "3cm", "mm", "", "3mm2", "nan mm", "inf pt", "1e999mm"})
    EXPECT_THROW(read_length(Node::scalar(text, {})), Error) << text;
  EXPECT_THROW(read_length(Node()), Error);
}

TEST(Style, ReadsFontsColoursAndPalettes) {
  const Style style = parse(kWhole);
  EXPECT_EQ(style.fonts.at("sans"), (std::vector<std::string>{"Lato", "DejaVu Sans"}));
  EXPECT_EQ(style.fonts.at("titre"), (std::vector<std::string>{"Lato"}));
  EXPECT_EQ(style.colors.at("encre"), (Color{0x1d, 0x1d, 0x2b, 255}));
  EXPECT_EQ(style.palettes.at("territoires"),
            (std::vector<Color>{{0xaa, 0, 0, 255}, {0x1d, 0x1d, 0x2b, 255}, {0, 0, 255, 255}}));
}

TEST(Style, ReadsTextStyles) {
  const Style style = parse(kWhole);
  const TextStyle& title = style.text("titre", {});
  EXPECT_EQ(title.weight, 900);
  EXPECT_EQ(title.size, 20);
  EXPECT_EQ(title.align, symbol::Align::center);
  EXPECT_TRUE(title.uppercase);
  const TextStyle& small = style.text("petit", {});
  EXPECT_EQ(small.weight, 350);
  EXPECT_TRUE(small.italic);
  EXPECT_NEAR(small.halo->width, 0.4 * kMillimetre, 1e-12);
}

TEST(Style, ReadsSymbols) {
  const Style style = parse(kWhole);
  const symbol::Symbol& ground = style.symbol("fond", {}).look;
  EXPECT_EQ(ground.opacity, 0.5);
  EXPECT_EQ(ground.stroke->dash, (std::vector<double>{2, 1}));
  EXPECT_EQ(ground.waterlines.size(), 2U);
  EXPECT_EQ(*style.symbol("ti", {}).palette, "territoires");
  EXPECT_EQ(style.symbol("ti", {}).look.hatch.at(0).angle, 30);
  EXPECT_EQ(style.symbol("rond", {}).look.fill->a, 0);
  EXPECT_EQ(style.symbol("rond", {}).look.marker, symbol::Marker::ring);
}

TEST(Style, ReadsPatternsEffectsAndLines) {
  const Style style = parse(R"(
symbols:
  tout:
    stroke: { color: "#000000", cap: square, join: bevel, offset: -1pt }
    hatch: [{ color: "#111111" }, { color: "#222222", angle: 135 }]
    tile: { drawing: waves, color: "#333333", size: 3mm, angle: 20 }
    glow: { color: "#00000080", width: 2pt, offset: [1pt, -2pt] }
    inner_glow: { color: "#ff0000" }
    fade: { center: [0.4, 0.6], radius: [0.5, 0.3], from: 0.2 }
    blend: multiply
    waterlines: [-1pt, 0pt]
)");
  const symbol::Symbol& symbol = style.symbol("tout", {}).look;
  EXPECT_EQ(symbol.stroke->cap, symbol::Cap::square);
  EXPECT_EQ(symbol.stroke->join, symbol::Join::bevel);
  EXPECT_EQ(symbol.offset, -1);
  ASSERT_EQ(symbol.hatch.size(), 2U);
  EXPECT_EQ(symbol.hatch[1].angle, 135);
  EXPECT_EQ(symbol.tile->drawing->width, 12);
  EXPECT_NEAR(symbol.tile->size, 3 * kMillimetre, 1e-9);
  EXPECT_EQ(symbol.glow->dy, -2);
  EXPECT_EQ(symbol.inner_glow->width, 3);
  EXPECT_EQ(symbol.fade->ry, 0.3);
  EXPECT_EQ(symbol.blend, symbol::Blend::multiply);
  EXPECT_EQ(symbol.waterlines, (std::vector<double>{-1, 0}));
}

TEST(Style, ThatNamesADrawingOrAWordThatIsNotThereSaysWhere) {
  const struct {
    std::string symbol, expected;
  } cases[] = {
      {"{ marker: rien.svg }", "s.yaml:1:25: cannot read the drawing 'rien.svg'"},
      {"{ marker: circl }", "did you mean 'circle'?"},
      {"{ tile: { drawing: wave } }", "no tile 'wave', nor the path of an SVG file; did you mean 'waves'?"},
      {"{ tile: { drawing: waves, size: 0mm } }", "the size of a tile must be more than nothing"},
      {"{ stroke: { color: none, cap: rond } }", "no line cap 'rond'; did you mean 'round'?"},
      {"{ glow: { color: none, width: 0mm } }", "a soft edge needs a width"},
      {"{ glow: { color: none, offset: [1mm] } }", "an offset is two lengths"},
      {"{ fade: { from: 2 } }", "'from' goes from 0 to 1"},
      {"{ fade: { radius: [0, 1] } }", "the radius of a fade must be more than nothing"},
      {"{ blend: multiplie }", "no blend 'multiplie'; did you mean 'multiply'?"},
  };
  for (const auto& one : cases)
    EXPECT_NE(error_of("symbols: { a: " + one.symbol + " }").find(one.expected), std::string::npos)
        << one.symbol << ": " << error_of("symbols: { a: " + one.symbol + " }");
}

TEST(Style, ReadsTemplatesInPaintOrder) {
  const Style style = parse(kWhole);
  const TemplateStyle& page = style.page_template("a4", {});
  EXPECT_NEAR(page.width, 297 * kMillimetre, 1e-9);
  EXPECT_NEAR(page.height, 210 * kMillimetre, 1e-9);
  ASSERT_EQ(page.items.size(), 2U);
  EXPECT_EQ(page.items[0].name.value, "fond");
  EXPECT_EQ(page.items[1].node.find("kind")->text(), "frame");
  EXPECT_EQ(page.items[1].node.find("shape")->text(), "circle");
  EXPECT_NEAR(style.page_template("libre", {}).width, 100 * kMillimetre, 1e-9);
}

TEST(Style, WhatIsWrongIsNamedWithItsPlaceAndTheNearestWord) {
  struct Case {
    std::string was, is, expected;
  };
  const std::vector<Case> cases{
      {"weight: black", "weight: blck", "no font weight 'blck'; did you mean 'black'?"},
      {"weight: black", "weight: 1000", "font weights go from 100 to 900"},
      {"font: titre", "font: titr", "no font 'titr'; did you mean 'titre'?"},
      {"color: encre, uppercase", "color: ancre, uppercase",
       "no colour 'ancre' in the style; did you mean 'encre'?"},
      {"color: encre, uppercase", "colour: encre, uppercase", "unknown key 'colour' in text style 'titre'"},
      {"align: center", "align: centre", "no alignment 'centre'; did you mean 'center'?"},
      {"marker: ring", "marker: rings", "no marker 'rings'; did you mean 'ring'?"},
      {"palette: territoires", "palette: territoire", "no palette 'territoire'; did you mean 'territoires'?"},
      {"opacity: 0.5", "opacity: 50", "opacity goes from 0 to 1"},
      {"width: 0.3pt", "width: 0.3", "expected a length, found '0.3'"},
      {"width: 0.3pt", "width: -1pt", "'width' may not be negative"},
      {"dash: [2pt, 1pt]", "dash: [0pt, 0pt]", "the dashes add up to nothing"},
      {"spacing: 2pt", "spacing: 0pt", "the spacing of a hatch must be more than nothing"},
      {"size: A4", "size: A9", "no paper size 'A9'"},
      {"orientation: landscape", "orientation: paysage", "no orientation 'paysage'"},
      {"size: 20pt", "size: 0pt", "must be more than nothing"},
      {"encre: \"#1d1d2b\"", "encre: #1d1d2b", "expected a colour, found nothing; write it in quotes"},
      {"style: 1", "style: 2", "this program reads 'style: 1', not '2'"},
      {"symbols:", "symbol:", "unknown key 'symbol' in style; did you mean 'symbols'?"},
  };
  for (const Case& one : cases) {
    std::string yaml = kWhole;
    const std::size_t at = yaml.find(one.was);
    ASSERT_NE(at, std::string::npos) << one.was;
    const std::string message = error_of(yaml.replace(at, one.was.size(), one.is));
    EXPECT_NE(message.find(one.expected), std::string::npos) << one.is << " gives: " << message;
    EXPECT_TRUE(message.starts_with("s.yaml:")) << message;
  }
}

TEST(Style, ANameThatIsNotThereIsAnErrorWhereItIsUsed) {
  const Style style = parse(kWhole);
  try {
    style.symbol("fnd", {"p.yaml", 4, 2});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "p.yaml:4:2: no symbol 'fnd' in the style; did you mean 'fond'?");
  }
  EXPECT_THROW(style.text("x", {}), Error);
  EXPECT_THROW(style.page_template("x", {}), Error);
}

class Inheritance : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() /
        ("cartouche-style-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_ / "base");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  std::filesystem::path folder_;
};

TEST_F(Inheritance, TheOwnFileIsLaidOverTheInheritedOneKeyByKey) {
  write("base/base.yaml", kWhole);
  write("own.yaml", R"(inherits: base/base.yaml
colors: { terre: "#ffffff" }
symbols:
  fond: { stroke: { width: 1pt }, waterlines: ~ }
templates:
  a4: { items: { carte: { box: [0mm, 0mm, 10mm, 10mm] }, titre: { kind: text, box: [0mm, 0mm, 10mm, 5mm] } } }
)");
  const Style style = read_style(folder_ / "own.yaml");
  const symbol::Symbol& ground = style.symbol("fond", {}).look;
  EXPECT_EQ(*ground.fill, (Color{255, 255, 255, 255}));
  EXPECT_EQ(ground.stroke->width, 1);
  EXPECT_EQ(ground.stroke->dash.size(), 2U);
  EXPECT_TRUE(ground.waterlines.empty());
  const TemplateStyle& page = style.page_template("a4", {});
  ASSERT_EQ(page.items.size(), 3U);
  EXPECT_EQ(page.items[1].name.value, "carte");
  EXPECT_EQ(page.items[1].node.find("box")->items()[2].text(), "10mm");
  EXPECT_EQ(page.items[1].node.find("shape")->text(), "circle");
  EXPECT_EQ(page.items[2].name.value, "titre");
}

TEST_F(Inheritance, TellsEveryFileThatIsReadAlsoWhereOneIsWrong) {
  write("base/root.yaml", "symbols: { lieu: { marker: lieu.svg } }\n");
  write("base/base.yaml", "inherits: root.yaml\n");
  write("own.yaml",
        "inherits: base/../base/base.yaml\nsymbols: { fond: { tile: { drawing: tuile.svg } } }\n");
  write("base/lieu.svg", "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>");
  write("tuile.svg", "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>");
  const FilesRead all{folder_ / "own.yaml", folder_ / "base/base.yaml", folder_ / "base/root.yaml",
                      folder_ / "base/lieu.svg", folder_ / "tuile.svg"};
  FilesRead read;
  read_style(folder_ / "own.yaml", read);
  EXPECT_EQ(read, all);
  for (const char* wrong : {"tuile.svg", "base/lieu.svg", "base/root.yaml"}) {
    write(wrong, "<svg>");
    read.clear();
    EXPECT_THROW(read_style(folder_ / "own.yaml", read), Error);
    EXPECT_TRUE(read.contains(folder_ / wrong)) << wrong;
    write(wrong, "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>");
  }
}

TEST_F(Inheritance, ACycleIsRefused) {
  write("a.yaml", "inherits: b.yaml\n");
  write("b.yaml", "inherits: a.yaml\n");
  try {
    read_style(folder_ / "a.yaml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.message(), "style 'a.yaml' inherits itself");
  }
}

TEST_F(Inheritance, AnErrorInTheInheritedFileIsSaidThere) {
  write("base/base.yaml", "symbols: { fond: { fil: none } }\n");
  write("own.yaml", "inherits: base/base.yaml\n");
  try {
    read_style(folder_ / "own.yaml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_TRUE(error.where().file.ends_with("base.yaml")) << error.what();
    EXPECT_EQ(error.where().line, 1);
  }
}

TEST_F(Inheritance, AMissingFileIsSaidWhereItIsNamed) {
  write("own.yaml", "colors: {}\ninherits: nowhere.yaml\n");
  try {
    read_style(folder_ / "own.yaml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.where().line, 2);
  }
}

}  // namespace
}  // namespace cartouche::project
