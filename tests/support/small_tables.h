#pragma once
// The small project's data as tables in memory: what its sources hold, without files.

#include "cartouche/layout/page.h"
#include "cartouche/pipeline/pipeline.h"
#include "small_project.h"

namespace cartouche::testing {

inline Table small_source(const project::Source& source, Diagnostics&) {
  Table table(source.name.value);
  const Crs degrees = Crs::from_text("EPSG:4326");
  if (source.name.value == "zones") {
    table.set_column(Column("code", Column::Texts{"01", "02"}));
    table.set_column(Column("nom", Column::Texts{"Ouest", "Est"}));
    Column ti("ti", Type::text);
    ti.push_back(std::string("a"));
    ti.push_missing();
    table.set_column(std::move(ti));
    GeometryArray shapes(GeometryKind::polygon);
    for (const double x : {2.0, 3.0}) {
      const std::vector<Point> ring{{x, 46}, {x + 1, 46}, {x + 1, 47}, {x, 47}, {x, 46}};
      shapes.add_ring(ring);
      shapes.end_part();
      shapes.end_feature();
    }
    table.set_geometry({std::move(shapes), degrees});
    table.set_id_column("code");
  } else {
    table.set_column(Column("id", Column::Texts{"p1", "p2", "p3", "p4"}));
    table.set_column(Column("nom", Column::Texts{"Alpha", "Bêta", "Gamma", "Delta"}));
    table.set_column(Column("zone", Column::Texts{"01", "01", "02", "02"}));
    table.set_column(Column("emplois", Column::Integers{10, 20, 5, 7}));
    GeometryArray shapes(GeometryKind::point);
    for (const Point p : {Point{2.3, 46.3}, Point{2.7, 46.6}, Point{3.4, 46.4}, Point{3.8, 46.8}})
      shapes.add_point(p);
    table.set_geometry({std::move(shapes), degrees});
    table.set_id_column("id");
  }
  if (source.credit) table.add_credits({*source.credit});
  return table;
}

/// The page named `key` of a project that stands in texts, laid out; the small project's where nothing is
/// said.
struct SmallPage {
  project::Project project;
  map::PageStyle style;
  Diagnostics diagnostics;  // before the tables, which report to it
  Tables tables;
  map::GeometryStore store;
  map::Map map;
  Shaper shaper;
  layout::Page page;

  explicit SmallPage(const std::string& key, const std::string& project_text = kSmallProject,
                     const std::string& style_text = kSmallStyle, const ReadSource& sources = small_source)
      : project(project::parse_project(project::parse_yaml(project_text, "projet.yaml"), "projet.yaml")),
        style(map::read_templates(
            project::parse_style(project::parse_yaml(style_text, "style.yaml"), "style.yaml"))),
        tables(build_tables(project, map::tables_needed(project), sources, 1, diagnostics)) {
    for (const project::Page& each : project.pages) map::check_page(project, each, style);
    const auto pages = map::select_pages(map::plan_pages(project, tables), {key});
    map = map::resolve(project, style, tables, pages.front(), store);
    page = layout::lay_out(map, store, shaper, diagnostics);
  }

  template <class ItemType>
  const ItemType& item(const std::string& name) const {
    for (const layout::Item& item : page.items)
      if (item.name == name) return std::get<ItemType>(item.value);
    throw std::out_of_range(name);
  }
};

/// `text` with the first `from` replaced.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::invalid_argument("nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

}  // namespace cartouche::testing
