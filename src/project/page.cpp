#include "cartouche/base/words.h"
#include "cartouche/project/style.h"
#include "parse.h"

namespace cartouche::project {
namespace {

void parse_for_each(const Node* node, Page& page) {
  if (!node) return;
  if (node->kind() == Node::Kind::scalar) {
    page.for_each = node->located_text();
    return;
  }
  Reader in(*node, "for_each");
  page.for_each = in.text("table");
  page.for_each_filter = in.optional_text("where");
  in.finish();
}

std::optional<ExtentOf> parse_extent(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "extent");
  ExtentOf extent;
  extent.where = node->where();
  extent.table = in.text("table");
  extent.filter = in.optional_text("where");
  if (const Node* margin = in.optional("margin")) extent.margin = read_length(*margin).value;
  in.finish();
  return extent;
}

Frame parse_frame(const LocatedText& name, const Node& node) {
  Reader in(node, "frame '" + name.value + "'");
  Frame frame;
  frame.name = name;
  frame.where = name.where;
  frame.extent = parse_extent(in.optional("extent"));
  frame.crs = in.optional_text("crs").value_or(LocatedText{"auto", name.where});
  frame.layers = in.required("layers").texts();
  frame.title = in.optional_text("title");
  in.finish();
  return frame;
}

Callouts parse_callouts(const LocatedText& item, const Node& node) {
  Reader in(node, "callouts '" + item.value + "'");
  Callouts callouts;
  callouts.where = item.where;
  callouts.table = in.text("table");
  callouts.filter = in.optional_text("where");
  callouts.frame = in.optional_text("frame");
  callouts.title = in.text("title");
  if (const Node* lines = in.optional("lines")) callouts.lines = lines->texts();
  in.finish();
  return callouts;
}

// The figures of an item: their texts are read where they are printed, their shape here.
std::vector<Node> parse_figure_items(const Node& node) {
  for (const Node& figure : node.items()) {
    Reader in(figure, "key figure");
    in.text("figure");
    in.text("caption");
    in.finish();
  }
  return node.items();
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
    layer.name = node.located_text();
    return layer;
  }
  Reader in(node, "layer of the legend");
  layer.name = in.text("layer");
  layer.title = in.optional_text("title");
  if (const Node* texts = in.optional("texts")) layer.texts = texts->texts();
  layer.all = parse_show(in);
  in.finish();
  return layer;
}

std::optional<Legend> parse_legend(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "legend");
  Legend legend;
  legend.where = node->where();
  legend.title = in.optional_text("title");
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
  page.file = in.text("file");
  page.style = in.text("style");
  page.page_template = in.text("template");
  page.title = in.text("title");
  page.alternative = in.optional_text("alternative");
  for (const auto& [item, frame] : section(in.optional("frames")))
    page.frames.push_back(parse_frame(item, frame));
  for (const auto& [item, text] : section(in.optional("texts")))
    page.texts.emplace(item.value, text.located_text());
  for (const auto& [item, figures] : section(in.optional("figures")))
    page.figure_items.emplace(item.value, parse_figure_items(figures));
  for (const auto& [item, callouts] : section(in.optional("callouts")))
    page.callouts.emplace(item.value, parse_callouts(item, callouts));
  for (const auto& [item, chart] : section(in.optional("charts")))
    page.charts.emplace(item.value, parse_chart(item, chart));
  page.legend = parse_legend(in.optional("legend"));
  page.moves = parse_moves(in.optional("moves"));
  if (const Node* credits = in.optional("credits")) {
    credits->entries();
    page.credits = *credits;
  }
  in.finish();
  return page;
}

}  // namespace cartouche::project
