// A page is laid out in passes: whatever the order of its items, what is counted is what is drawn, and what
// is placed freely lies on nothing, or that is said. On random points, names and templates.

#include <gmock/gmock.h>

#include <random>

#include "../../src/layout/item_box.h"
#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::small_source;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;
using Random = std::mt19937_64;

double uniform(Random& random, double from, double to) {
  return std::uniform_real_distribution<double>(from, to)(random);
}

const char* const kProject = R"yaml(cartouche: 1
title: Essai
sources:
  zones: { path: zones.geojson, id: code }
  points: { path: points.csv, id: id, point: { x: lon, y: lat, crs: "EPSG:4326" } }
layers:
  z: { kind: polygons, table: zones, symbol: zone, legend: Zone }
  pts: { kind: points, table: points, symbol: dans, label: "{nom}", label_style: petit, label_required: true, legend: "Communes ({count})" }
pages:
  p:
    file: essai
    style: style.yaml
    template: page
    title: Essai
    frames: { carte: { extent: { table: zones, margin: 3mm }, crs: auto, layers: [z, pts] } }
    legend: { title: Légende, layers: [z, pts] }
CALLOUTS)yaml";

const char* const kFeatured =
    "    callouts: { vedettes: { table: points, where: id = 'p0' or id = 'p1', title: \"{nom}\", lines: "
    "[\"une ligne assez longue pour en faire deux\"] } }\n";

std::string style_with(const std::string& items) {
  const std::string style = kSmallStyle;
  return style.substr(0, style.find("      titre: { kind: text")) + items;
}

Table random_points(int count, std::uint64_t seed) {
  Random random(seed);
  Column ids("id", Type::text), names("nom", Type::text);
  GeometryArray shapes(GeometryKind::point);
  for (int i = 0; i < count; ++i) {
    ids.push_back("p" + std::to_string(i));
    names.push_back("Commune " + std::string(1 + random() % 12, 'm'));
    shapes.add_point({uniform(random, 2.1, 3.9), uniform(random, 46.1, 46.9)});
  }
  Table table("points");
  table.set_column(std::move(ids));
  table.set_column(std::move(names));
  table.set_geometry({std::move(shapes), Crs::from_text("EPSG:4326")});
  table.set_id_column("id");
  return table;
}

// A page of so many random points with names that they go with, on a template of these items.
struct RandomPage {
  project::Project project;
  map::PageStyle style;
  Diagnostics diagnostics;
  Tables tables;
  map::GeometryStore store;
  map::Map map;
  Shaper shaper;
  Page page;

  RandomPage(int points, std::uint64_t seed, const std::string& items)
      : project(project::parse_project(
            project::parse_yaml(
                with(kProject, "CALLOUTS", items.find("vedettes:") == std::string::npos ? "" : kFeatured),
                "p.yaml"),
            "p.yaml")),
        style(map::read_templates(
            project::parse_style(project::parse_yaml(style_with(items), "style.yaml"), "style.yaml"))),
        tables(build_tables(
            project, map::tables_needed(project),
            [&](const project::Source& source, Diagnostics& to) {
              return source.name.value == "points" ? random_points(points, seed) : small_source(source, to);
            },
            1, diagnostics)) {
    const auto pages = map::select_pages(map::plan_pages(project, tables), {});
    map = map::resolve(project, style, tables, pages.front(), store);
    page = lay_out(map, store, shaper, diagnostics);
  }

  const ItemValue& value(const std::string& name) const {
    for (const Item& item : page.items)
      if (item.name == name) return item.value;
    throw std::out_of_range(name);
  }
  const FrameView& view() const { return std::get<FrameItem>(value("carte")).view; }
  // A finding that one thing lies on others of the id.
  bool says(const std::string& what, const std::string& on) const {
    for (const Diagnostic& one : diagnostics.all())
      if (one.code == "item-covers" && one.message.starts_with("'" + what + "'") &&
          std::find(one.ids.begin(), one.ids.end(), on) != one.ids.end())
        return true;
    return false;
  }
};

const std::string kFrame = "      carte: { kind: frame, box: [5mm, 30mm, 90mm, 60mm], background: sea }\n";

TEST(Passes, ALegendCountsWhatIsDrawnWhereverAndWheneverItIsPlaced) {
  const std::string fixed =
      "      legende: { kind: legend, box: [5mm, 92mm, 50mm, 22mm], title: petit, text: petit }\n";
  const std::string found =
      "      legende: { kind: legend, box: auto, place: { size: [30mm, 12mm] }, title: petit, text: petit "
      "}\n";
  const std::string over_map =
      "      legende: { kind: legend, box: auto, place: { size: [30mm, 12mm], within: carte }, title: petit, "
      "text: petit }\n";
  int left_out = 0;
  for (std::uint64_t seed = 0; seed < 8; ++seed)
    for (const std::string& items : {fixed + kFrame, kFrame + fixed, found + kFrame, kFrame + over_map}) {
      const int points = 10 + static_cast<int>(seed) * 12;
      const RandomPage page(points, seed, items);
      const std::size_t drawn = page.view().layers.at(1).selected.size();
      left_out += points - static_cast<int>(drawn);
      const std::string words = "Communes (" + std::to_string(drawn) + ")";
      const auto& legend = std::get<LegendItem>(page.value("legende"));
      EXPECT_EQ(legend.lines.at(1).text, words) << "seed " << seed;
      ASSERT_TRUE(page.page.drawn.find(1));
      EXPECT_EQ(page.page.drawn.find(1)->rows.size(), drawn);
      EXPECT_THAT(page.page.description, HasSubstr("Communes : " + std::to_string(drawn)));
      for (const map::Figure& figure : page.page.printed)
        if (figure.name == "legende.pts") {
          EXPECT_EQ(figure.rows.size(), drawn);
        }
    }
  EXPECT_GT(left_out, 100) << "the pages are no test when every name finds room";
}

// Furniture of every kind that a template may hold beside a map.
std::string furniture(Random& random, const std::string& box) {
  static const std::string kinds[] = {
      "kind: north_arrow, frame: carte, style: petit",
      "kind: scale_text, frame: carte, style: petit",
      "kind: scale_bar, frame: carte, style: petit",
      "kind: legend, title: petit, text: petit",
      "kind: credits, style: petit",
      "kind: rule, stroke: { color: ink, width: 1pt }",
  };
  return "      chose: { " + kinds[random() % std::size(kinds)] + ", box: " + box + " }\n";
}

std::string millimetres(Random& random, double left, double top, double width, double height) {
  const auto mm = [](double value) { return std::to_string(value) + "mm"; };
  return "[" + mm(left) + ", " + mm(top + uniform(random, 0, 60)) + ", " + mm(width) + ", " + mm(height) +
         "]";
}

bool overlap(const Box& a, const Box& b) {
  constexpr double kTouching = 0.2;
  return !a.empty() && !b.empty() && a.expanded(-kTouching).intersects(b);
}

TEST(Passes, CalloutsAndComposedItemsLieOnNothingUnlessThatIsSaid) {
  int clear = 0, said = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Random random(seed);
    const double narrow = seed % 4 == 0 ? 40 : 80;  // mm of room at the side: some pages are too small
    const RandomPage page(
        6, seed,
        "      carte: { kind: frame, box: [2mm, 5mm, 60mm, 90mm] }\n" +
            furniture(random, millimetres(random, 66, 5, 30, 8)) +
            "      vedettes: { kind: callouts, side: right, box: [66mm, 5mm, 30mm, " +
            std::to_string(narrow) +
            "mm], title: petit, lines: [petit], stroke: { color: ink, width: 0.5pt } }\n"
            "      libre: { kind: north_arrow, box: auto, place: { size: [10mm, 12mm], within: [2mm, 5mm, "
            "60mm, 90mm] }, frame: carte, style: petit }\n"
            "      cle: { kind: legend, box: auto, place: { size: [30mm, 12mm] }, title: petit, text: petit "
            "}\n");
    const Box fixed = box_of(page.value("chose"));
    std::vector<std::pair<std::string, Box>> placed;
    for (const PlacedCallout& one : std::get<CalloutsItem>(page.value("vedettes")).callouts)
      placed.emplace_back(one.name, one.box);
    for (const char* name : {"libre", "cle"}) placed.emplace_back(name, box_of(page.value(name)));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const auto& [name, box] = placed[i];
      const bool on = overlap(box, fixed);
      ++(on ? said : clear);
      if (on) {
        EXPECT_TRUE(page.says(name, "chose")) << name << ", seed " << seed;
      }
      for (std::size_t k = 0; k < i; ++k)
        EXPECT_FALSE(overlap(box, placed[k].second)) << name << ", seed " << seed;
      for (const PlacedLabel& label : page.view().labels)
        if (overlap(box, label.box)) {
          EXPECT_TRUE(page.says(name, label.id)) << name << ", seed " << seed;
        }
    }
  }
  EXPECT_GT(clear, 100);
}

TEST(Passes, AComposedItemThatFindsNoClearPlaceSaysWhichNamesAndPointsItCovers) {
  const RandomPage page(40, 1,
                        kFrame +
                            "      legende: { kind: legend, box: auto, place: { size: [60mm, 40mm], within: "
                            "[30mm, 50mm, 44mm, 30mm], clear: 0pt }, title: titre, text: titre }\n");
  const Box legend = box_of(page.value("legende"));
  std::size_t names = 0;
  for (const PlacedLabel& label : page.view().labels)
    if (overlap(legend, label.box)) {
      ++names;
      EXPECT_TRUE(page.says("legende", label.id)) << label.id;
    }
  EXPECT_GT(names, 0U) << "the page is no test where nothing is covered";
}

TEST(Passes, NamesStandAsIfItemsThatFindTheirPlaceLaterWereNotThere) {
  const RandomPage without(40, 3, kFrame);
  const RandomPage beside(
      40, 3,
      kFrame +
          "      legende: { kind: legend, box: auto, place: { size: [30mm, 12mm], within: "
          "carte }, title: petit, text: petit }\n");
  EXPECT_EQ(without.view().labels.size(), beside.view().labels.size());
}

}  // namespace
}  // namespace cartouche::layout
