#include "cartouche/base/words.h"
#include "cartouche/project/style.h"
#include "parse.h"

namespace cartouche::project {
namespace {

void parse_for_each(const Node* node, Page& page) {
  if (!node) return;
  if (node->kind() == Node::Kind::scalar) {
    page.for_each = ForEach{as<TableName>(node->located_text()), std::nullopt};
    return;
  }
  Reader in(*node, "for_each");
  page.for_each.emplace();
  in.read("table", page.for_each->table);
  in.read("where", page.for_each->filter);
  in.finish();
}

ExtentOf parse_extent(const Node& node) {
  Reader in(node, "extent");
  ExtentOf extent;
  extent.where = node.where();
  in.read("table", extent.table);
  in.read("where", extent.filter);
  if (const Node* margin = in.optional("margin")) extent.margin = read_length(*margin).value;
  in.finish();
  return extent;
}

Frame parse_frame(const LocatedText& name, const Node& node) {
  Reader in(node, "frame '" + name.value + "'");
  Frame frame;
  frame.name = name;
  frame.where = name.where;
  frame.extent = parse_extent(in.required("extent"));
  frame.crs = in.optional_text("crs").value_or(LocatedText{"auto", name.where});
  in.required("layers");
  in.read("layers", frame.layers);
  in.read("title", frame.title);
  in.finish();
  return frame;
}

Callouts parse_callouts(const LocatedText& item, const Node& node) {
  Reader in(node, "callouts '" + item.value + "'");
  Callouts callouts;
  callouts.where = item.where;
  in.read("table", callouts.table);
  in.read("where", callouts.filter);
  callouts.frame = in.optional_text("frame");
  in.read("title", callouts.title);
  in.read("lines", callouts.lines);
  in.finish();
  return callouts;
}

std::vector<KeyFigure> parse_figure_items(const Node& node) {
  std::vector<KeyFigure> figures;
  for (const Node& item : node.items()) {
    Reader in(item, "key figure");
    KeyFigure& figure = figures.emplace_back();
    in.read("figure", figure.figure);
    in.read("caption", figure.caption);
    in.finish();
  }
  return figures;
}

Credits parse_credits(const Node& node) {
  Reader in(node, "credits");
  Credits credits;
  in.read("made_by", credits.made_by);
  in.read("as_of", credits.as_of);
  in.read("note", credits.note);
  in.finish();
  return credits;
}

// "drawn" or "all".
std::optional<bool> parse_show(Reader& in) {
  const auto word = in.optional_text("show");
  if (!word) return std::nullopt;
  const std::vector<std::string> words{"drawn", "all"};
  if (word->value != words[0] && word->value != words[1])
    throw usage_error(word->where, "a legend shows 'drawn' or 'all', not '" + word->value + "'",
                      suggestion(word->value, words));
  return word->value == "all";
}

LegendLayer parse_legend_layer(const Node& node) {
  LegendLayer layer;
  if (node.kind() == Node::Kind::scalar) {
    layer.name = as<LayerName>(node.located_text());
    return layer;
  }
  Reader in(node, "layer of the legend");
  in.read("layer", layer.name);
  in.read("title", layer.title);
  in.read("texts", layer.texts);
  layer.all = parse_show(in);
  in.finish();
  return layer;
}

std::optional<Legend> parse_legend(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "legend");
  Legend legend;
  legend.where = node->where();
  in.read("title", legend.title);
  for (const Node& layer : in.required("layers").items()) legend.layers.push_back(parse_legend_layer(layer));
  legend.all = parse_show(in).value_or(false);
  in.finish();
  return legend;
}

}  // namespace

Page parse_page(const LocatedText& name, const Node& node) {
  Reader in(node, "page '" + name.value + "'");
  Page page;
  page.name = name;
  page.where = name.where;
  parse_for_each(in.optional("for_each"), page);
  page.key = in.optional_text("key");
  in.read("file", page.file);
  page.style = in.text("style");
  page.page_template = in.text("template");
  in.read("title", page.title);
  in.read("alternative", page.alternative);
  for (const auto& [item, frame] : section(in.optional("frames")))
    page.frames.push_back(parse_frame(item, frame));
  for (const auto& [item, text] : section(in.optional("texts")))
    page.texts.emplace(item.value, as<TemplateText>(text.located_text()));
  for (const auto& [item, figures] : section(in.optional("figures")))
    page.figure_items.emplace(item.value, parse_figure_items(figures));
  for (const auto& [item, callouts] : section(in.optional("callouts")))
    page.callouts.emplace(item.value, parse_callouts(item, callouts));
  for (const auto& [item, chart] : section(in.optional("charts")))
    page.charts.emplace(item.value, parse_chart(item, chart));
  page.legend = parse_legend(in.optional("legend"));
  page.moves = parse_moves(in.optional("moves"));
  if (const Node* credits = in.optional("credits")) page.credits = parse_credits(*credits);
  in.finish();
  return page;
}

}  // namespace cartouche::project
