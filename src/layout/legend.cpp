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
  const project::TextStyle* heading = nullptr;
  int columns = 1;
  double column_gap = 12;
  double swatch_width = 0, swatch_height = 0, gap = 0;
};

LegendStyle read_style(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "legend '" + item.name + "'");
  LegendStyle style;
  style.title = &context.text_style(in.text("title"));
  style.text = &context.text_style(in.text("text"));
  const auto heading = in.optional_text("heading");
  style.heading = heading ? &context.text_style(*heading) : style.text;
  style.columns = in.integer_or("columns", 1);
  if (style.columns < 1) throw usage_error(item.where, "'columns' must be 1 or more");
  style.column_gap = read_length_or(in, "column_gap", style.column_gap);
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
  if (std::holds_alternative<map::BorderLayer>(layer) || std::holds_alternative<map::LineLayer>(layer))
    return SwatchKind::line;
  return std::holds_alternative<map::PointLayer>(layer) ? SwatchKind::point : SwatchKind::polygon;
}

// A piece of the legend that stays together, laid out with its top left at the origin.
struct Block {
  LegendItem parts;
  double height = 0;
  bool heading = false;  // stays with the block that follows
};

void move(LegendItem& parts, double dx, double dy) {
  for (Swatch& swatch : parts.swatches) {
    swatch.box.min = {swatch.box.min.x + dx, swatch.box.min.y + dy};
    swatch.box.max = {swatch.box.max.x + dx, swatch.box.max.y + dy};
  }
  for (LegendLeader& leader : parts.leaders) {
    leader.from = {leader.from.x + dx, leader.from.y + dy};
    leader.to = {leader.to.x + dx, leader.to.y + dy};
  }
  layout::move(parts.texts, dx, dy);
  for (LegendLine& line : parts.lines)
    line.swatches = {{line.swatches.min.x + dx, line.swatches.min.y + dy},
                     {line.swatches.max.x + dx, line.swatches.max.y + dy}};
}

template <class Part>
void append(std::vector<Part>& all, std::vector<Part> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

class Writer {
 public:
  Writer(Context& context, const project::ItemStyle& item, Page& page)
      : context_(context),
        item_(item),
        page_(page),
        style_(read_style(context, item)),
        width_((item.width - style_.column_gap * (style_.columns - 1)) / style_.columns) {}

  LegendItem write() {
    const map::LegendSpec& spec = *context_.map.legend;
    double top = 0;
    if (!spec.title.empty()) {
      SetText title = set_text(context_, spec.title, *style_.title, 0, 0, item_.width);
      top = title.height + style_.gap;
      result_.texts = std::move(title.lines);
    }
    for (const map::LegendLayer& layer : spec.layers) add_layer(layer);
    const double bottom = flow(top);
    move(result_, item_.left, item_.top);
    report_overflow(context_, item_, "the legend is higher than its box", bottom - style_.gap);
    return std::move(result_);
  }

 private:
  // Blocks one under the other, in columns of about equal height.
  double flow(double top) {
    double total = 0;
    for (const Block& block : blocks_) total += block.height + style_.gap;
    const double wanted = total / style_.columns;
    double y = 0, bottom = top;
    int column = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      double needed = block.height;
      if (block.heading && i + 1 < blocks_.size()) needed += style_.gap + blocks_[i + 1].height;
      const bool after_heading = i > 0 && blocks_[i - 1].heading;
      if (column + 1 < style_.columns && y > 0 && !after_heading && y + needed / 2 > wanted) {
        ++column;
        y = 0;
      }
      move(block.parts, column * (width_ + style_.column_gap), top + y);
      append(result_.swatches, std::move(block.parts.swatches));
      append(result_.leaders, std::move(block.parts.leaders));
      append(result_.texts, std::move(block.parts.texts));
      append(result_.lines, std::move(block.parts.lines));
      y += block.height + style_.gap;
      bottom = std::max(bottom, top + y);
    }
    return bottom;
  }

  void add_layer(const map::LegendLayer& spec) {
    const map::Layer& layer = context_.map.layers[spec.layer];
    const map::FeatureLayer& features = map::common(layer);
    const std::vector<map::LegendEntry>& entries = features.legend;
    // Borders and lines say nothing of rows: they are on the page or not.
    const bool counted = !std::holds_alternative<map::BorderLayer>(layer);
    const std::vector<Counts> counts = count_drawn(context_, spec.layer);
    bool titled = spec.title.empty();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool drawn = counted ? !counts[i].rows.empty() : has_borders(context_, spec.layer);
      const auto text = i < spec.texts.size() ? std::optional(spec.texts[i]) : entries[i].text;
      if (!text || !(drawn || spec.all)) continue;
      if (!titled) add_heading(spec.title);
      titled = true;
      add_entry(spec.layer, entries[i], *text, counts[i], i);
    }
    const bool any =
        std::any_of(counts.begin(), counts.end(), [](const Counts& one) { return !one.rows.empty(); });
    if (any && !features.examples.empty()) add_sizes(features);
  }

  void add_heading(const std::string& words) {
    SetText text = set_text(context_, words, *style_.heading, 0, 0, width_);
    Block block;
    block.height = text.height;
    block.heading = true;
    block.parts.texts = std::move(text.lines);
    blocks_.push_back(std::move(block));
  }

  void add_entry(std::size_t index, const map::LegendEntry& entry, const TextTemplate& words,
                 const Counts& counts, std::size_t number) {
    const map::Layer& layer = context_.map.layers[index];
    Parameters parameters = context_.map.parameters;
    parameters["count"] = static_cast<std::int64_t>(counts.rows.size());
    parameters["groups"] = static_cast<std::int64_t>(counts.groups.size());
    parameters["range"] = entry.range;
    const map::FeatureLayer& features = map::common(layer);
    // Of a layer whose sizes follow, one symbol alone would be of no size in particular.
    const bool bare = !features.examples.empty() && features.classes.size() == 1;
    const double indent = bare ? 0 : style_.swatch_width + style_.gap;
    const std::string printed = words.render(parameters);
    SetText text = set_text(context_, printed, *style_.text, indent, 0, width_ - indent);
    const double line = style_.text->size * style_.text->leading;
    // The swatch stands in the middle of the first line; a high one pushes the words down.
    const double above = bare ? 0 : (line - style_.swatch_height) / 2;
    constexpr double kTolerated = 0.5;
    if (above < -kTolerated) layout::move(text.lines, 0, -above);
    const double swatch_top = above < -kTolerated ? 0 : above;
    Block block;
    block.height = std::max(bare ? 0 : style_.swatch_height, text.height + swatch_top * (above < 0 ? 1 : 0) +
                                                                 (above < -kTolerated ? -above : 0));
    if (!bare) add_swatches(block.parts, kind_of(layer), entry.swatches, swatch_top);
    block.parts.texts = std::move(text.lines);
    const Point corner{0, swatch_top};
    const Point opposite = bare ? corner : Point{style_.swatch_width, swatch_top + style_.swatch_height};
    block.parts.lines.push_back({index, number, printed, {corner, opposite}});
    blocks_.push_back(std::move(block));
    record(layer, words, counts, number);
  }

  void add_swatches(LegendItem& parts, SwatchKind kind, const std::vector<symbol::Symbol>& symbols,
                    double top) const {
    const double width = style_.swatch_width / static_cast<double>(symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      const double left = static_cast<double>(i) * width;
      parts.swatches.push_back({kind, {{left, top}, {left + width, top + style_.swatch_height}}, symbols[i]});
    }
  }

  // Sizes nested on one foot, each with a leader from its top to its value.
  void add_sizes(const map::FeatureLayer& layer) {
    const double line = style_.text->size * style_.text->leading;
    const double widest = layer.examples.back().size;
    const double foot = std::max(widest, line * static_cast<double>(layer.examples.size()));
    const double text_left = std::max(widest, style_.swatch_width) + style_.gap;
    Block block;
    block.height = foot;
    double text_top = foot - widest - line / 2;
    for (auto one = layer.examples.rbegin(); one != layer.examples.rend(); ++one) {
      const Point center{widest / 2, foot - one->size / 2};
      Swatch swatch{SwatchKind::point, Box{center, center}.expanded(one->size / 2),
                    layer.classes.front().symbol};
      swatch.symbol.size = one->size;
      block.parts.swatches.push_back(std::move(swatch));
      text_top = std::max(text_top, foot - one->size - line / 2);
      text_top = std::max(text_top, 0.0);
      SetText text = set_text(context_, one->text, *style_.text, text_left, text_top, width_ - text_left);
      const Point top{center.x, foot - one->size};
      block.parts.leaders.push_back(
          {top, {text_left - style_.gap / 2, text_top + line / 2}, style_.text->color});
      append(block.parts.texts, std::move(text.lines));
      text_top += line;
    }
    block.height = std::max(foot, text_top);
    blocks_.push_back(std::move(block));
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

  Context& context_;
  const project::ItemStyle& item_;
  Page& page_;
  LegendStyle style_;
  double width_;
  std::vector<Block> blocks_;
  LegendItem result_;
};

bool in_legend(const map::Map& map, std::size_t layer) {
  return map.legend && std::any_of(map.legend->layers.begin(), map.legend->layers.end(),
                                   [&](const map::LegendLayer& one) { return one.layer == layer; });
}

// A layer that tells its rows apart by colour, symbol or size means nothing without a legend.
bool tells_apart(const map::FeatureLayer& layer) {
  return layer.legend.size() > 1 || !layer.groups.empty() || !layer.sizes.empty();
}

void report_unexplained(Context& context) {
  std::set<std::size_t> drawn;
  for (const auto& [name, frame] : context.frames)
    for (const LayerView& view : frame.view.layers)
      if (view.shapes.size() > 0) drawn.insert(view.layer);
  for (const std::size_t index : drawn) {
    const map::FeatureLayer& layer = map::common(context.map.layers[index]);
    const bool worded = std::any_of(layer.legend.begin(), layer.legend.end(),
                                    [](const map::LegendEntry& one) { return one.text.has_value(); });
    const bool listed = in_legend(context.map, index);
    const std::string what = "layer '" + layer.label + "' of page '" + context.map.file + "' ";
    if (listed && !worded)
      context.diagnostics.add(Severity::warning, "legend-without-text",
                              what + "stands in the legend but has no text for it", context.map.legend->where,
                              {layer.label});
    else if (!listed && tells_apart(layer))
      context.diagnostics.add(Severity::warning, "legend-missing",
                              what + "tells its rows apart, but the legend does not say how", {},
                              {layer.label});
  }
}

}  // namespace

LegendItem lay_out_legend(Context& context, const project::ItemStyle& item, Page& page) {
  report_unexplained(context);
  Writer writer(context, item, page);
  if (!context.map.legend) return {};
  return writer.write();
}

}  // namespace cartouche::layout
