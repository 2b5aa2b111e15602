#pragma once
// A project file as the user wrote it, every value with its place; nothing is resolved and no file but the
// project's own is read. Relative paths are relative to the project file; source_path() makes them whole.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/base/credit.h"
#include "cartouche/project/chart.h"
#include "cartouche/project/layer_data.h"
#include "cartouche/project/move.h"
#include "cartouche/project/node.h"
#include "cartouche/project/question.h"
#include "cartouche/project/size_by.h"

namespace cartouche::project {

struct Source {
  Text name;
  Text path;  ///< file, "FILE:LAYER" is not read here: see layer; or a connection string ("PG:dbname=…")
  std::optional<Text> layer;
  std::optional<Text> encoding;   ///< "UTF-8" or "Latin-1"; default: found out
  std::optional<Text> delimiter;  ///< "," ";" or "tab"; default: found out
  std::optional<Text> crs;        ///< states the CRS of a source that carries none
  std::optional<Text> x, y;       ///< columns of coordinates (`point: { x: lon, y: lat, crs: EPSG:4326 }`)
  std::optional<Text> id;         ///< column that names a row
  std::map<std::string, Text> types;  ///< column → text, integer, real, boolean
  std::optional<Credit> credit;
  Location where;
};

struct Step {
  Text kind;  ///< "from", "join", "filter" …: the single key of the list item
  Node arguments;
};

struct TableRecipe {
  Text name;
  std::vector<Step> steps;
};

/// A named figure: a declared value with its source, a query, or both.
struct Figure {
  Text name;
  std::optional<Text> declared;  ///< an expression over the page's row: "page.emplois", or a number
  std::optional<Text> query;     ///< "count(projets where reg = page.code)"
  std::optional<Text> source;    ///< of the declared value
  std::string unit;              ///< printed after the number, with its space: "M€"
  int decimals = -1;             ///< -1: as many as needed
  Location where;
};

/// One class of a layer, told by an expression; the first that is true wins.
struct LayerClass {
  std::optional<Text> when;  ///< empty = every other row
  Text symbol;
  std::optional<Text> legend;  ///< text template; {count} is the number of features drawn
  Location where;
};

/// Class breaks over a number (choropleth).
struct Classification {
  Text value;   ///< expression
  Text method;  ///< one of class_methods(), or manual
  int classes = 5;
  std::vector<double> breaks;  ///< manual
  Text palette;
  bool reversed = false;        ///< the palette from its other end
  std::optional<Text> missing;  ///< symbol for rows without value
  std::optional<Text> missing_legend;
  std::optional<Text> legend;  ///< text of a class: {range} and {count}
  std::vector<Text> labels;    ///< words for the ranges, instead of the numbers
  std::string unit;
  int decimals = -1;
  Location where;
};

struct Layer {
  Text name;
  Text kind;  ///< polygons, borders, lines, points
  Text table;
  std::optional<Text> filter;  ///< `where`: expression; page.* is in reach
  std::optional<Text> symbol;
  std::vector<LayerClass> classes;
  std::optional<Classification> classify;
  std::optional<SizeBy> size_by;    ///< points
  std::optional<Text> color_by;     ///< expression: rows of equal value get the same colour of the symbol's
                                    ///< palette, neighbours different ones
  std::optional<Text> group_by;     ///< borders: expression; only borders between different groups are drawn
  std::optional<Text> label;        ///< text template over the row
  std::optional<Text> label_short;  ///< the same, for names whose whole form finds no place
  std::optional<Text> label_style;
  std::optional<Text> label_style_beyond;  ///< of names that stand outside the area the frame is fitted to
  std::optional<Text>
      label_key;  ///< expression: one label for all rows of equal value (a territory of several EPCI)
  int label_priority = 0;
  bool label_required = false;       ///< points: one whose name finds no place is not drawn
  std::optional<Text> legend;        ///< text template
  std::optional<Text> legend_title;  ///< text template: a heading over the layer's lines
  std::vector<Text> attributes;      ///< columns whose values go into the SVG
  std::optional<Text> link;          ///< text template over the row: a URL
  bool coast = false;                ///< borders: outer borders too
  std::optional<LayerData> data;     ///< what is told about the rows outside the drawing
  Location where;
};

struct ExtentOf {
  Text table;
  std::optional<Text> filter;
  double margin = 0;  ///< points kept free around it inside the frame
  Location where;
};

struct Frame {
  Text name;  ///< an item of kind frame of the template
  std::optional<ExtentOf> extent;
  Text crs;                   ///< "auto" or a CRS
  std::vector<Text> layers;   ///< names, in paint order
  std::optional<Text> title;  ///< text template
  Location where;
};

struct Callouts {
  Text table;
  std::optional<Text> filter;
  std::optional<Text> frame;  ///< whose dots they are tied to; default: the first frame that shows the row
  Text title;                 ///< text templates over the row
  std::vector<Text> lines;    ///< one paragraph each; a template that gives an empty text is left out
  Location where;
};

struct LegendLayer {
  Text name;
  std::optional<Text> title;  ///< instead of the layer's `legend_title`
  std::vector<Text> texts;    ///< instead of the layer's own, line by line
  std::optional<bool> all;    ///< lines of classes that are not on the page too
};

struct Legend {
  std::optional<Text> title;
  std::vector<LegendLayer> layers;
  bool all = false;
  Location where;
};

struct Page {
  Text name;
  std::optional<Text> for_each;  ///< table: one page a row
  std::optional<Text> for_each_filter;
  std::optional<Text> key;  ///< column whose value selects the page in --pages; default: the file name
  Text file;                ///< text template, without extension
  Text style;               ///< path of the style file
  Text page_template;       ///< `template`
  Text title;               ///< document title, text template
  std::optional<Text> alternative;  ///< what the page's map shows, in words; text template
  std::vector<Frame> frames;
  std::map<std::string, Text> texts;  ///< item name → text template
  std::map<std::string, std::vector<Node>>
      figure_items;  ///< item name → list of { figure: text template, caption: text template }
  std::map<std::string, Callouts> callouts;  ///< item name → callouts
  std::map<std::string, Chart> charts;       ///< item name → chart
  std::optional<Legend> legend;
  std::vector<PageMoves> moves;
  std::optional<Node> credits;  ///< { text: template, made_by: …, as_of: … }
  Location where;
};

struct Project {
  std::filesystem::path file;
  Text title;
  std::vector<Source> sources;
  std::vector<TableRecipe> tables;
  std::vector<Figure> figures;
  std::vector<Question> questions;
  std::vector<Layer> layers;
  std::vector<Page> pages;
  std::optional<Text> book;                ///< file name of the PDF that holds all pages
  std::map<std::string, Text> parameters;  ///< `parameters:` defaults; --set name=value replaces; read as
                                           ///< param.name in expressions and "${name}" in source paths

  const Source* find_source(std::string_view name) const;
  const Layer& layer(const Text& name) const;  ///< or a usage error naming the nearest
};

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
