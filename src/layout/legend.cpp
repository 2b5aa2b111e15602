#include <algorithm>
#include <set>

#include "context.h"

namespace cartouche::layout {
namespace {

struct Counts {
  std::set<std::size_t> rows;  // table rows drawn in any frame: a row in two frames counts once
  std::set<std::string> groups;
};

struct LegendStyle {
  const project::TextStyle* title = nullptr;
  const project::TextStyle* text = nullptr;
  double swatch_width = 0, swatch_height = 0, gap = 0;
};

LegendStyle read_style(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "legend '" + item.name + "'");
  LegendStyle style;
  style.title = &context.text_style(in.text("title"));
  style.text = &context.text_style(in.text("text"));
  style.swatch_width = read_length_or(in, "swatch_width", 16);
  style.swatch_height = read_length_or(in, "swatch_height", 9);
  style.gap = read_length_or(in, "gap", 4);
  in.finish();
  return style;
}

// What the page's frames drew of each legend line of a layer.
std::vector<Counts> count_drawn(const Context& context, std::size_t layer_index) {
  const map::FeatureLayer& layer = map::common(context.map.layers[layer_index]);
  std::vector<Counts> counts(layer.legend.size());
  for (const auto& [name, frame] : context.frames)
    for (const LayerView& view : frame.view.layers) {
      if (view.layer != layer_index) continue;
      for (const std::size_t i : view.selected) {
        Counts& one = counts[layer.classes[layer.class_of[i]].legend];
        one.rows.insert(layer.rows[i]);
        if (!layer.groups.empty()) one.groups.insert(layer.groups[i]);
      }
    }
  return counts;
}

bool has_borders(const Context& context, std::size_t layer_index) {
  for (const auto& [name, frame] : context.frames)
    for (const LayerView& view : frame.view.layers)
      if (view.layer == layer_index && view.shapes.size() > 0) return true;
  return false;
}

SwatchKind kind_of(const map::Layer& layer) {
  if (std::holds_alternative<map::BorderLayer>(layer)) return SwatchKind::line;
  return std::holds_alternative<map::PointLayer>(layer) ? SwatchKind::point : SwatchKind::polygon;
}

class Writer {
 public:
  Writer(Context& context, const project::ItemStyle& item, Page& page)
      : context_(context), item_(item), page_(page), style_(read_style(context, item)), y_(item.top) {}

  LegendItem write() {
    const map::LegendSpec& spec = *context_.map.legend;
    if (!spec.title.empty()) {
      SetText title = set_text(context_, spec.title, *style_.title, item_.left, y_, item_.width);
      y_ += title.height + style_.gap;
      append(std::move(title.lines));
    }
    for (const std::size_t layer : spec.layers) write_layer(layer);
    report_overflow(context_, item_, "the legend is higher than its box", y_ - style_.gap - item_.top);
    return std::move(result_);
  }

 private:
  void write_layer(std::size_t index) {
    const map::Layer& layer = context_.map.layers[index];
    const std::vector<map::LegendEntry>& entries = map::common(layer).legend;
    const bool border = std::holds_alternative<map::BorderLayer>(layer);
    const std::vector<Counts> counts = count_drawn(context_, index);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      // A class with no feature on this page has no line in its legend.
      const bool drawn = border ? has_borders(context_, index) : !counts[i].rows.empty();
      if (entries[i].text && drawn) write_entry(layer, entries[i], counts[i], i);
    }
  }

  void write_entry(const map::Layer& layer, const map::LegendEntry& entry, const Counts& counts,
                   std::size_t number) {
    Parameters parameters = context_.map.parameters;
    parameters["count"] = static_cast<std::int64_t>(counts.rows.size());
    parameters["groups"] = static_cast<std::int64_t>(counts.groups.size());
    const double indent = style_.swatch_width + style_.gap;
    SetText text = set_text(context_, entry.text->render(parameters), *style_.text, item_.left + indent, y_,
                            item_.width - indent);
    const double line = style_.text->size * style_.text->leading;
    const double height = std::max(style_.swatch_height, text.height);
    const double swatch_top = y_ + (line - style_.swatch_height) / 2;
    add_swatches(kind_of(layer), entry.swatches, swatch_top);
    append(std::move(text.lines));
    y_ += height + style_.gap;
    record(layer, *entry.text, counts, number);
  }

  void add_swatches(SwatchKind kind, const std::vector<project::SymbolStyle>& symbols, double top) {
    const double width = style_.swatch_width / static_cast<double>(symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      const double left = item_.left + static_cast<double>(i) * width;
      result_.swatches.push_back(
          {kind, {{left, top}, {left + width, top + style_.swatch_height}}, symbols[i]});
    }
  }

  // The counts a legend line prints are figures too.
  void record(const map::Layer& layer, const TextTemplate& text, const Counts& counts, std::size_t number) {
    const map::FeatureLayer& features = map::common(layer);
    for (const std::string& name : text.names()) {
      if (name != "count" && name != "groups") continue;
      const std::size_t value = name == "count" ? counts.rows.size() : counts.groups.size();
      map::Figure figure;
      figure.name = "legende." + features.id + (number > 0 ? "." + std::to_string(number + 1) : "") +
                    (name == "groups" ? ".groupes" : "");
      figure.value = static_cast<double>(value);
      figure.computed = figure.value;
      figure.text = map::format_figure(*figure.value, 0, "");
      figure.query = "features of layer '" + features.label + "' drawn in the frames of the page";
      figure.table = features.table->name();
      if (name == "count")
        for (const std::size_t row : counts.rows) figure.rows.push_back(features.table->row_id(row));
      else
        figure.rows.assign(counts.groups.begin(), counts.groups.end());
      page_.printed.push_back(std::move(figure));
    }
  }

  void append(std::vector<PlacedText> texts) {
    std::move(texts.begin(), texts.end(), std::back_inserter(result_.texts));
  }

  Context& context_;
  const project::ItemStyle& item_;
  Page& page_;
  LegendStyle style_;
  double y_;
  LegendItem result_;
};

}  // namespace

LegendItem lay_out_legend(Context& context, const project::ItemStyle& item, Page& page) {
  Writer writer(context, item, page);
  if (!context.map.legend) return {};
  return writer.write();
}

}  // namespace cartouche::layout
