#include <algorithm>

#include "cartouche/base/markup.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/web_address.h"
#include "cartouche/base/xml_name.h"
#include "page_parts.h"
#include "template.h"

namespace cartouche::web {
namespace {

using layout::DrawnLayer;
using layout::DrawnRow;

std::string cell(const Column& column, std::size_t row) {
  if (!column.is_valid(row)) return "<td></td>";
  switch (column.type()) {
    case Type::integer:
    case Type::real: {
      const double value = column.number(row);
      return fill(block("number"), {{"value", format_shortest(value)}, {"text", format_french(value)}});
    }
    case Type::boolean:
      return fill(block("cell"), {{"text", std::string(block(column.booleans()[row] ? "yes" : "no"))}});
    case Type::text:
      break;
  }
  return fill(block("cell"), {{"text", escape_markup(column.texts()[row])}});
}

bool has_links(const map::FeatureLayer& layer) {
  return std::any_of(layer.links.begin(), layer.links.end(), is_web_address);
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// What a table must have room for on a line of paper, in characters: figures whole, words at least to their
// twelfth letter.
class TableWidth {
 public:
  void add_words(std::size_t column, std::string_view text) {
    constexpr std::size_t kEnough = 12;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      add(column, std::min(characters(word), kEnough));
      text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
  }
  void add_figure(std::size_t column, std::string_view text) { add(column, characters(text)); }
  std::size_t characters_of_line() const {
    constexpr std::size_t kPadding = 2;
    std::size_t sum = 0;
    for (const std::size_t width : widths_) sum += width + kPadding;
    return sum;
  }

 private:
  void add(std::size_t column, std::size_t width) {
    if (column >= widths_.size()) widths_.resize(column + 1);
    widths_[column] = std::max(widths_[column], width);
  }
  std::vector<std::size_t> widths_;
};

TableWidth width_of(const map::FeatureLayer& layer, const DrawnLayer& drawn) {
  TableWidth width;
  const map::LayerData& data = *layer.data;
  for (const DrawnRow& row : drawn.rows) {
    width.add_words(0, data.titles[row.selected]);
    width.add_words(1, drawn.classes[row.legend]);
    for (std::size_t i = 0; i < data.fields.size(); ++i) {
      const Column& field = data.fields[i];
      if (!field.is_valid(row.row)) continue;
      if (field.type() == Type::integer || field.type() == Type::real)
        width.add_figure(i + 2, format_french(field.number(row.row)));
      else if (field.type() == Type::text)
        width.add_words(i + 2, field.texts()[row.row]);
    }
  }
  for (std::size_t i = 0; i < data.fields.size(); ++i) width.add_words(i + 2, data.fields[i].name());
  for (const std::string& link : layer.links) width.add_words(data.fields.size() + 2, link);
  return width;
}

// As people read it; the whole stands behind it.
std::string link_cell(const std::string& link) {
  if (!is_web_address(link)) return "<td></td>";
  const std::string_view text = std::string_view(link).substr(link.find("://") + 3);
  return fill(block("link"), {{"link", escape_markup(link)}, {"text", escape_markup(std::string(text))}});
}

class Writer {
 public:
  Writer(const layout::Page& page, Tags& tags) : page_(page), tags_(tags) {}

  void add(const DrawnLayer& drawn) {
    const map::Layer& layer = page_.map->layers[drawn.layer];
    const map::FeatureLayer& features = map::common(layer);
    if (!features.data || drawn.rows.empty()) return;
    // A single class says nothing that the table's name does not.
    const bool classes = std::count_if(drawn.classes.begin(), drawn.classes.end(),
                                       [](const std::string& name) { return !name.empty(); }) > 1;
    std::string rows;
    for (const DrawnRow& row : drawn.rows) rows += write_row(features, drawn, row, classes) + "\n";
    const bool points = std::holds_alternative<map::PointLayer>(layer);
    result_.tables +=
        fill(block("table"), {{"kind", points ? "points" : "polygons"},
                              {"name", escape_markup(features.data->name)},
                              {"count", format_french(static_cast<double>(drawn.rows.size()), 0)},
                              {"head", head(*features.data, classes, has_links(features))},
                              {"chars", std::to_string(width_of(features, drawn).characters_of_line())},
                              {"rows", rows}});
    result_.tables += '\n';
  }

  Tables finish() {
    if (!result_.tables.empty()) {
      std::string selects;
      for (const std::string& caption : filters_)
        selects += fill(block("filter"), {{"caption", escape_markup(caption)}}) + "\n";
      result_.filters = fill(block("filters"), {{"selects", selects}});
    }
    return std::move(result_);
  }

 private:
  std::string head(const map::LayerData& data, bool classes, bool links) {
    std::string cells = head_cell(std::string(block("title-caption")));
    if (classes) {
      const std::string caption(block("class-caption"));
      cells += head_cell(caption);
      filter_by(caption);
    }
    for (const Column& field : data.fields) cells += head_cell(field.name());
    if (links) cells += head_cell(std::string(block("link-caption")));
    for (const std::size_t filter : data.filters) filter_by(data.fields[filter].name());
    return cells;
  }

  static std::string head_cell(const std::string& caption) {
    return fill(block("head"), {{"caption", escape_markup(caption)}});
  }

  // Columns of one caption in several tables are filtered together.
  void filter_by(const std::string& caption) {
    if (std::find(filters_.begin(), filters_.end(), caption) == filters_.end()) filters_.push_back(caption);
  }

  std::string write_row(const map::FeatureLayer& layer, const DrawnLayer& drawn, const DrawnRow& row,
                        bool classes) {
    const std::string number = std::to_string(next_++);
    tags_.features[row.feature].row = number;
    std::string cells;
    if (classes)
      cells += fill(block("cell"), {{"text", escape_markup(french_typography(drawn.classes[row.legend]))}});
    for (const Column& field : layer.data->fields) cells += cell(field, row.row);
    if (has_links(layer)) cells += link_cell(layer.links[row.selected]);
    tag_names(layer, row, number);
    const std::string group = layer.groups.empty() ? ""
                                                   : " data-g=\"" + std::to_string(drawn.layer) + "." +
                                                         escape_markup(layer.groups[row.selected]) + '"';
    const std::string& title = layer.data->titles[row.selected];
    return fill(block("row"), {{"number", number},
                               {"class", class_key(drawn.layer, row.legend)},
                               {"group", group},
                               {"title", escape_markup(title.empty() ? row.id : title)},
                               {"cells", cells}});
  }

  void tag_names(const map::FeatureLayer& layer, const DrawnRow& row, const std::string& number) {
    if (!layer.labels) return;
    for (const std::string& frame : row.frames) {
      std::string& rows =
          tags_.named[xml_name(frame + "-nom-" + layer.id + "-" + layer.labels->keys[row.selected])];
      if (!rows.empty()) rows += ' ';
      rows += number;
    }
  }

  const layout::Page& page_;
  Tags& tags_;
  Tables result_;
  std::vector<std::string> filters_;
  std::size_t next_ = 1;
};

}  // namespace

Tables tables_part(const layout::Page& page, Tags& tags) {
  Writer writer(page, tags);
  // Points first: they are what a map of projects is about.
  for (const bool points : {true, false})
    for (const DrawnLayer& layer : page.drawn.layers)
      if (std::holds_alternative<map::PointLayer>(page.map->layers[layer.layer]) == points) writer.add(layer);
  return writer.finish();
}

}  // namespace cartouche::web
