#include "cartouche/map/page_style.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace cartouche::map {
namespace {

namespace fs = std::filesystem;

project::Project project_of(const std::string& layer, const std::string& page) {
  const std::string text =
      "cartouche: 1\nsources: { s: { path: rien.csv } }\nlayers: { a: { kind: points, table: s, " + layer +
      " } }\npages:\n  p: { file: f, style: s.yaml, template: page, title: t, " + page + " }\n";
  return project::parse_project(project::parse_yaml(text, "p.yaml"), "p.yaml");
}

PageStyle style_of(const std::string& items) {
  const std::string text =
      "fonts: { sans: [Lato] }\ntexts: { petit: {} }\nsymbols: { rond: {} }\n"
      "templates: { page: { size: A4, items: { " +
      items + " } } }\n";
  return read_templates(project::parse_style(project::parse_yaml(text, "s.yaml"), "s.yaml"));
}

const std::string kFrame = "carte: { kind: frame, box: [0mm, 0mm, 9mm, 9mm] }";
const std::string kText = "titre: { kind: text, box: [0mm, 0mm, 9mm, 9mm], style: petit }";
const std::string kFilled = "frames: { carte: { extent: { table: s }, layers: [a] } }";

std::string error_of(const std::string& layer, const std::string& page, const std::string& items) {
  try {
    const project::Project project = project_of(layer, page);
    check_page(project, project.pages.front(), style_of(items));
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "";
}

TEST(PageStyle, WhatAPageAsksForMustBeThere) {
  const std::string both = kFrame + ", " + kText;
  EXPECT_EQ(error_of("symbol: rond", kFilled + ", texts: { titre: x }", both), "");
  const struct {
    std::string layer, page, items, expected;
  } cases[] = {
      {"symbol: rnd", kFilled, kFrame, "no symbol 'rnd' in the style; did you mean 'rond'?"},
      {"classes: [{ symbol: rnd }]", kFilled, kFrame, "did you mean 'rond'?"},
      {"symbol: rond, label: x, label_style: petti", kFilled, kFrame, "did you mean 'petit'?"},
      {"symbol: rond, label: x", kFilled, kFrame, "layer 'a' has a label but no label_style"},
      {"symbol: rond", kFilled + ", texts: { titr: x }", both,
       "template 'page' has no item 'titr' to fill; did you mean 'titre'?"},
      {"symbol: rond", kFilled + ", texts: { carte: x }", both,
       "item 'carte' of template 'page' is of kind 'frame', which 'texts' does not fill"},
      {"symbol: rond", "frames: {}", kFrame,
       "the page's template has a frame 'carte' that page 'p' does not fill"},
  };
  for (const auto& one : cases)
    EXPECT_NE(error_of(one.layer, one.page, one.items).find(one.expected), std::string::npos)
        << one.expected << ": " << error_of(one.layer, one.page, one.items);
}

TEST(PageStyle, EveryPageThatShipsFindsWhatItAsksFor) {
  for (const char* folder : {"examples", "docs/examples"})
    for (const auto& entry : fs::directory_iterator(fs::path(CARTOUCHE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".yaml") continue;
      const project::Project project = project::read_project(entry.path());
      for (const project::Page& page : project.pages) {
        const PageStyle style =
            read_templates(project::read_style(entry.path().parent_path() / page.style.value));
        EXPECT_NO_THROW(check_page(project, page, style))
            << entry.path().filename() << " " << page.name.value;
      }
    }
}

TEST(PageStyle, EveryTemplateThatShipsIsRead) {
  for (const auto& entry : fs::directory_iterator(fs::path(CARTOUCHE_SOURCE_DIR) / "styles")) {
    if (entry.path().extension() != ".yaml") continue;
    const PageStyle style = read_templates(project::read_style(entry.path()));
    EXPECT_EQ(style.templates.size(), style.style.templates.size()) << entry.path().filename();
  }
}

}  // namespace
}  // namespace cartouche::map
