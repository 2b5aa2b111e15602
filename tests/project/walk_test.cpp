#include "cartouche/project/walk.h"

#include <gmock/gmock.h>

namespace cartouche::project {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

// A name of its own for each piece of code.
constexpr const char* kProject = R"yaml(cartouche: 1
sources: { t: { path: t.csv }, u: { path: u.csv }, v: { path: v.csv } }
figures: { f: { declared: "1", query: count(t), source: s } }
questions: { q: { points: { table: t, where: q1 }, zones: { z: { table: u, where: q2 } }, where: q3, agg: count } }
layers:
  a:
    kind: points
    table: t
    where: a1
    classes: [{ when: a2, symbol: s, legend: a3 }]
    size_by: { value: a4, size: 3mm }
    color_by: a5
    label: a6
    label_short: a7
    label_style: s
    label_key: a8
    legend: a9
    legend_title: a10
    link: "https://a11"
    data: { name: a12, title: a13, fields: { x: a14 } }
  b: { kind: borders, table: u, symbol: s, group_by: b1 }
  c: { kind: polygons, table: u, classify: { value: c1, palette: p, missing: s, missing_legend: c2, legend: c3, labels: [c4, c5] } }
  d: { kind: polygons, table: v, symbol: s, where: d1 }
pages:
  p:
    for_each: { table: v, where: p1 }
    file: p2
    style: s.yaml
    template: t
    title: p3
    alternative: p4
    frames: { m: { extent: { table: u, where: p5 }, layers: [a, b], title: p6 } }
    texts: { i: p7 }
    figures: { j: [{ figure: p8, caption: p9 }] }
    callouts: { k: { table: t, where: p10, title: p11, lines: [p12, p13] } }
    charts: { l: { kind: stacked, table: t, where: p14, label: p15, values: [{ value: p16, name: p17 }], title: p18 } }
    legend: { title: p19, layers: [{ layer: c, title: p20, texts: [p21] }, a] }
    credits: { made_by: p22, as_of: p23, note: p24 }
)yaml";

Project project() {
  return parse_project(parse_yaml(kProject, "p.yaml"), "p.yaml");
}

std::vector<std::string> codes_of_page(const Project& project) {
  std::vector<std::string> codes;
  each_part(project.pages[0], project, {.code = [&](const CodeRef& code) {
              codes.push_back((code.rows ? code.rows->value + ":" : "") + code.text);
            }});
  return codes;
}

TEST(Walk, VisitsAllCodeOfAPageAndItsLayersOnceWithTheTableWhoseRowItSees) {
  EXPECT_THAT(codes_of_page(project()),
              ElementsAre("v:p1", "p2", "p3", "p4", "u:p5", "p6", "p7", "p8", "p9", "t:p10", "t:p11", "t:p12",
                          "t:p13", "t:p14", "t:p15", "t:p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23",
                          "p24",  //
                          "t:a1", "t:a2", "a3", "t:a4", "t:a5", "t:a6", "t:a7", "t:a8", "a9", "a10",
                          "t:https://a11", "a12", "t:a13", "t:a14",  //
                          "u:b1",                                    //
                          "u:c1", "c2", "c3", "c4", "c5"));
}

TEST(Walk, VisitsTheTablesAndLayersThatAPageNames) {
  const Project whole = project();
  std::set<std::string> tables;
  std::vector<std::string> layers;
  each_part(whole.pages[0], whole,
            {.table = [&](const TableName& name) { tables.insert(name.value); },
             .layer = [&](const LayerName& name) { layers.push_back(name.value); }});
  EXPECT_THAT(tables, UnorderedElementsAre("t", "u", "v"));
  EXPECT_THAT(layers, ElementsAre("a", "b", "c", "a"));
}

TEST(Walk, VisitsWhatNoPageUses) {
  std::vector<std::string> codes;
  each_part(project(), {.code = [&](const CodeRef& code) { codes.push_back(code.text); }});
  for (const char* code : {"1", "count(t)", "q1", "q2", "q3", "count", "d1"})
    EXPECT_THAT(codes, ::testing::Contains(code));
}

}  // namespace
}  // namespace cartouche::project
