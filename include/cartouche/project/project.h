#pragma once
// A project file as the user wrote it, every value with its place; nothing is resolved and no file but the
// project's own is read. Relative paths are relative to the project file; source_path() makes them whole.
//
// Beside each struct that may hold code stands members(): all that it holds, for the walk (walk.h). A member
// that is added and not named there does not compile.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cartouche/base/credit.h"
#include "cartouche/project/acceptance.h"
#include "cartouche/project/chart.h"
#include "cartouche/project/layer_data.h"
#include "cartouche/project/move.h"
#include "cartouche/project/node.h"
#include "cartouche/project/question.h"
#include "cartouche/project/size_by.h"

namespace cartouche::project {

struct Source {
  LocatedText name;
  LocatedText
      path;  ///< file, "FILE:LAYER" is not read here: see layer; or a connection string ("PG:dbname=…")
  std::optional<LocatedText> layer;
  std::optional<LocatedText> encoding;   ///< "UTF-8" or "Latin-1"; default: found out
  std::optional<LocatedText> delimiter;  ///< "," ";" or "tab"; default: found out
  int skip = 0;                          ///< lines of delimited text above its header
  std::vector<std::string> missing;      ///< words that stand for no value
  std::optional<LocatedText> crs;        ///< states the CRS of a source that carries none
  std::optional<LocatedText> x, y;  ///< columns of coordinates (`point: { x: lon, y: lat, crs: EPSG:4326 }`)
  std::optional<LocatedText> lat_lon, xy;  ///< one column of both (`point: { lat_lon: geo_point, crs: … }`)
  std::optional<LocatedText> wkt;          ///< column of geometry as well-known text
  std::optional<LocatedText>
      geometry;                   ///< "points", "lines", "polygons" of a source that holds several kinds
  std::optional<LocatedText> id;  ///< column that names a row
  std::map<std::string, LocatedText> types;  ///< column → text, integer, real, boolean
  std::optional<Credit> credit;
  Location where;
};

struct Step {
  LocatedText kind;  ///< "from", "join", "filter" …: the single key of the list item
  Node arguments;    ///< read by the pipeline
};

struct TableRecipe {
  LocatedText name;
  std::vector<Step> steps;
};

/// A named figure: a declared value with its source, a query, or both.
struct Figure {
  LocatedText name;
  std::optional<ValueText> declared;  ///< "page.emplois", or a number
  std::optional<QueryText> query;     ///< "count(projets where reg = page.code)"
  std::optional<LocatedText> source;  ///< of the declared value
  std::string unit;                   ///< printed after the number, with its space: "M€"
  int decimals = -1;                  ///< -1: as many as needed
  Location where;
};
inline auto members(const Figure& one) {
  const auto& [name, declared, query, source, unit, decimals, where] = one;
  return std::tie(name, declared, query, source, unit, decimals, where);
}

/// One class of a layer, told by an expression; the first that is true wins.
struct LayerClass {
  std::optional<ExpressionText> when;  ///< none = every other row
  LocatedText symbol;
  std::optional<LegendTemplateText> legend;
  Location where;
};
inline auto members(const LayerClass& one) {
  const auto& [when, symbol, legend, where] = one;
  return std::tie(when, symbol, legend, where);
}

/// Class breaks over a number (choropleth).
struct Classification {
  ExpressionText value;
  LocatedText method;  ///< one of class_methods(), or manual
  int classes = 5;
  std::vector<double> breaks;  ///< manual
  LocatedText palette;
  bool reversed = false;               ///< the palette from its other end
  std::optional<LocatedText> missing;  ///< symbol for rows without value
  std::optional<TemplateText> missing_legend;
  std::optional<LegendTemplateText> legend;  ///< text of a class: {range} and {count}
  std::vector<TemplateText> labels;          ///< words for the ranges, instead of the numbers
  std::string unit;
  int decimals = -1;
  Location where;
};
inline auto members(const Classification& one) {
  const auto& [value, method, classes, breaks, palette, reversed, missing, missing_legend, legend, labels,
               unit, decimals, where] = one;
  return std::tie(value, method, classes, breaks, palette, reversed, missing, missing_legend, legend, labels,
                  unit, decimals, where);
}

enum class LayerKind { polygons, borders, lines, points };

struct Layer {
  LocatedText name;
  Located<LayerKind> kind;
  TableName table;
  std::optional<ExpressionText> filter;  ///< `where`
  std::optional<LocatedText> symbol;
  std::vector<LayerClass> classes;
  std::optional<Classification> classify;
  std::optional<SizeBy> size_by;           ///< points
  std::optional<ExpressionText> color_by;  ///< rows of equal value get the same colour of the symbol's
                                           ///< palette, neighbours different ones
  std::optional<ExpressionText> group_by;  ///< borders: only those between different groups are drawn
  std::optional<RowTemplateText> label;
  std::optional<RowTemplateText> label_short;  ///< for names whose whole form finds no place
  std::optional<LocatedText> label_style;
  std::optional<LocatedText> label_style_beyond;  ///< of names outside the area the frame is fitted to
  std::optional<ExpressionText>
      label_key;  ///< one label for all rows of equal value (a territory of several EPCI)
  int label_priority = 0;
  bool label_required = false;  ///< points: one whose name finds no place is not drawn
  std::optional<LegendTemplateText> legend;
  std::optional<TemplateText> legend_title;  ///< a heading over the layer's lines
  std::vector<LocatedText> attributes;       ///< columns whose values go into the SVG
  std::optional<RowTemplateText> link;       ///< a URL
  bool coast = false;                        ///< borders: outer borders too
  std::optional<LayerData> data;             ///< what is told about the rows outside the drawing
  Location where;
};
inline auto members(const Layer& one) {
  const auto& [name, kind, table, filter, symbol, classes, classify, size_by, color_by, group_by, label,
               label_short, label_style, label_style_beyond, label_key, label_priority, label_required,
               legend, legend_title, attributes, link, coast, data, where] = one;
  return std::tie(name, kind, table, filter, symbol, classes, classify, size_by, color_by, group_by, label,
                  label_short, label_style, label_style_beyond, label_key, label_priority, label_required,
                  legend, legend_title, attributes, link, coast, data, where);
}

struct ExtentOf {
  TableName table;
  std::optional<ExpressionText> filter;
  double margin = 0;  ///< points kept free around it inside the frame
  Location where;
};
inline auto members(const ExtentOf& one) {
  const auto& [table, filter, margin, where] = one;
  return std::tie(table, filter, margin, where);
}

struct Frame {
  LocatedText name;  ///< an item of kind frame of the template
  ExtentOf extent;
  LocatedText crs;                ///< "auto" or a CRS
  std::vector<LayerName> layers;  ///< in paint order
  std::optional<TemplateText> title;
  Location where;
};
inline auto members(const Frame& one) {
  const auto& [name, extent, crs, layers, title, where] = one;
  return std::tie(name, extent, crs, layers, title, where);
}

/// One printed key figure and the words under it.
struct KeyFigure {
  TemplateText figure;
  TemplateText caption;
};
inline auto members(const KeyFigure& one) {
  const auto& [figure, caption] = one;
  return std::tie(figure, caption);
}

struct Callouts {
  TableName table;
  std::optional<ExpressionText> filter;
  std::optional<LocatedText> frame;  ///< whose dots they are tied to; default: the first that shows the row
  RowTemplateText title;
  std::vector<RowTemplateText> lines;  ///< one paragraph each; one that comes out empty is left out
  Location where;
};
inline auto members(const Callouts& one) {
  const auto& [table, filter, frame, title, lines, where] = one;
  return std::tie(table, filter, frame, title, lines, where);
}

struct LegendLayer {
  LayerName name;
  std::optional<TemplateText> title;      ///< instead of the layer's `legend_title`
  std::vector<LegendTemplateText> texts;  ///< instead of the layer's own, line by line
  std::optional<bool> all;                ///< lines of classes that are not on the page too
};
inline auto members(const LegendLayer& one) {
  const auto& [name, title, texts, all] = one;
  return std::tie(name, title, texts, all);
}

struct Legend {
  std::optional<TemplateText> title;
  std::vector<LegendLayer> layers;
  bool all = false;
  Location where;
};
inline auto members(const Legend& one) {
  const auto& [title, layers, all, where] = one;
  return std::tie(title, layers, all, where);
}

struct Credits {
  std::optional<TemplateText> made_by, as_of, note;
};
inline auto members(const Credits& one) {
  const auto& [made_by, as_of, note] = one;
  return std::tie(made_by, as_of, note);
}

/// One page a row of a table.
struct ForEach {
  TableName table;
  std::optional<ExpressionText> filter;
};
inline auto members(const ForEach& one) {
  const auto& [table, filter] = one;
  return std::tie(table, filter);
}

struct Page {
  LocatedText name;
  std::optional<ForEach> for_each;
  std::optional<LocatedText> key;  ///< column whose value selects the page in --pages; default: the file name
  TemplateText file;               ///< without extension
  LocatedText style;               ///< path of the style file
  LocatedText page_template;       ///< `template`
  TemplateText title;              ///< document title
  std::optional<TemplateText> alternative;  ///< what the page's map shows, in words
  std::vector<Frame> frames;
  std::map<std::string, TemplateText> texts;                   ///< by item
  std::map<std::string, std::vector<KeyFigure>> figure_items;  ///< by item
  std::map<std::string, Callouts> callouts;                    ///< by item
  std::map<std::string, Chart> charts;                         ///< by item
  std::optional<Legend> legend;
  std::vector<PageMoves> moves;
  std::optional<Credits> credits;
  Location where;
};
inline auto members(const Page& one) {
  const auto& [name, for_each, key, file, style, page_template, title, alternative, frames, texts,
               figure_items, callouts, charts, legend, moves, credits, where] = one;
  return std::tie(name, for_each, key, file, style, page_template, title, alternative, frames, texts,
                  figure_items, callouts, charts, legend, moves, credits, where);
}

struct Project {
  std::filesystem::path file;
  LocatedText title;
  std::vector<Source> sources;
  std::vector<TableRecipe> tables;
  std::vector<Figure> figures;
  std::vector<Question> questions;
  std::vector<Layer> layers;
  std::vector<Page> pages;
  std::vector<Acceptance> acceptances;  ///< `accept`: findings that are facts of the data
  std::optional<LocatedText> book;      ///< file name of the PDF that holds all pages
  std::map<std::string, LocatedText>
      parameters;  ///< `parameters:` defaults; --set name=value replaces; read as
                   ///< param.name in expressions and "${name}" in source paths

  const Source* find_source(std::string_view name) const;
  const Layer& layer(const LayerName& name) const;  ///< or a usage error naming the nearest
  /// Names of all tables and sources, as an expression may ask of them.
  std::vector<std::string> table_names() const;
};
inline auto members(const Project& one) {
  const auto& [file, title, sources, tables, figures, questions, layers, pages, acceptances, book,
               parameters] = one;
  return std::tie(file, title, sources, tables, figures, questions, layers, pages, acceptances, book,
                  parameters);
}

/// Reads and checks the shape of a project file: keys, kinds, duplicates, names that refer to nothing
/// (layers, frames' layers, tables, sources). `settings` are --set name=value; a name that is not a parameter
/// is a usage error.
Project read_project(const std::filesystem::path& file,
                     const std::map<std::string, std::string>& settings = {});
Project parse_project(const Node& root, const std::filesystem::path& file,
                      const std::map<std::string, std::string>& settings = {});

/// The path of a source with ${parameters} replaced, made absolute from the project's folder unless it is a
/// connection string ("PG:…") or a /vsi path.
std::string source_path(const Project& project, const Source& source);

}  // namespace cartouche::project
