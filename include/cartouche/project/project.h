#pragma once
// A project file as the user wrote it, every value with its place; nothing is resolved and no file but the
// project's own is read. Relative paths are relative to the project file; source_path() makes them whole.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
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
  Node arguments;
};

struct TableRecipe {
  LocatedText name;
  std::vector<Step> steps;
};

/// A named figure: a declared value with its source, a query, or both.
struct Figure {
  LocatedText name;
  std::optional<LocatedText> declared;  ///< an expression over the page's row: "page.emplois", or a number
  std::optional<LocatedText> query;     ///< "count(projets where reg = page.code)"
  std::optional<LocatedText> source;    ///< of the declared value
  std::string unit;                     ///< printed after the number, with its space: "M€"
  int decimals = -1;                    ///< -1: as many as needed
  Location where;
};

/// One class of a layer, told by an expression; the first that is true wins.
struct LayerClass {
  std::optional<LocatedText> when;  ///< empty = every other row
  LocatedText symbol;
  std::optional<LocatedText> legend;  ///< text template; {count} is the number of features drawn
  Location where;
};

/// Class breaks over a number (choropleth).
struct Classification {
  LocatedText value;   ///< expression
  LocatedText method;  ///< one of class_methods(), or manual
  int classes = 5;
  std::vector<double> breaks;  ///< manual
  LocatedText palette;
  bool reversed = false;               ///< the palette from its other end
  std::optional<LocatedText> missing;  ///< symbol for rows without value
  std::optional<LocatedText> missing_legend;
  std::optional<LocatedText> legend;  ///< text of a class: {range} and {count}
  std::vector<LocatedText> labels;    ///< words for the ranges, instead of the numbers
  std::string unit;
  int decimals = -1;
  Location where;
};

struct Layer {
  LocatedText name;
  LocatedText kind;  ///< polygons, borders, lines, points
  LocatedText table;
  std::optional<LocatedText> filter;  ///< `where`: expression; page.* is in reach
  std::optional<LocatedText> symbol;
  std::vector<LayerClass> classes;
  std::optional<Classification> classify;
  std::optional<SizeBy> size_by;        ///< points
  std::optional<LocatedText> color_by;  ///< expression: rows of equal value get the same colour of the
                                        ///< symbol's palette, neighbours different ones
  std::optional<LocatedText>
      group_by;                      ///< borders: expression; only borders between different groups are drawn
  std::optional<LocatedText> label;  ///< text template over the row
  std::optional<LocatedText> label_short;  ///< the same, for names whose whole form finds no place
  std::optional<LocatedText> label_style;
  std::optional<LocatedText>
      label_style_beyond;  ///< of names that stand outside the area the frame is fitted to
  std::optional<LocatedText>
      label_key;  ///< expression: one label for all rows of equal value (a territory of several EPCI)
  int label_priority = 0;
  bool label_required = false;              ///< points: one whose name finds no place is not drawn
  std::optional<LocatedText> legend;        ///< text template
  std::optional<LocatedText> legend_title;  ///< text template: a heading over the layer's lines
  std::vector<LocatedText> attributes;      ///< columns whose values go into the SVG
  std::optional<LocatedText> link;          ///< text template over the row: a URL
  bool coast = false;                       ///< borders: outer borders too
  std::optional<LayerData> data;            ///< what is told about the rows outside the drawing
  Location where;
};

struct ExtentOf {
  LocatedText table;
  std::optional<LocatedText> filter;
  double margin = 0;  ///< points kept free around it inside the frame
  Location where;
};

struct Frame {
  LocatedText name;  ///< an item of kind frame of the template
  std::optional<ExtentOf> extent;
  LocatedText crs;                   ///< "auto" or a CRS
  std::vector<LocatedText> layers;   ///< names, in paint order
  std::optional<LocatedText> title;  ///< text template
  Location where;
};

struct Callouts {
  LocatedText table;
  std::optional<LocatedText> filter;
  std::optional<LocatedText>
      frame;          ///< whose dots they are tied to; default: the first frame that shows the row
  LocatedText title;  ///< text templates over the row
  std::vector<LocatedText> lines;  ///< one paragraph each; a template that gives an empty text is left out
  Location where;
};

struct LegendLayer {
  LocatedText name;
  std::optional<LocatedText> title;  ///< instead of the layer's `legend_title`
  std::vector<LocatedText> texts;    ///< instead of the layer's own, line by line
  std::optional<bool> all;           ///< lines of classes that are not on the page too
};

struct Legend {
  std::optional<LocatedText> title;
  std::vector<LegendLayer> layers;
  bool all = false;
  Location where;
};

struct Page {
  LocatedText name;
  std::optional<LocatedText> for_each;  ///< table: one page a row
  std::optional<LocatedText> for_each_filter;
  std::optional<LocatedText> key;  ///< column whose value selects the page in --pages; default: the file name
  LocatedText file;                ///< text template, without extension
  LocatedText style;               ///< path of the style file
  LocatedText page_template;       ///< `template`
  LocatedText title;               ///< document title, text template
  std::optional<LocatedText> alternative;  ///< what the page's map shows, in words; text template
  std::vector<Frame> frames;
  std::map<std::string, LocatedText> texts;  ///< item name → text template
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
  const Layer& layer(const LocatedText& name) const;  ///< or a usage error naming the nearest
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
