#include <algorithm>

#include "cartouche/base/finding_codes.h"
#include "item_box.h"

namespace cartouche::layout {
namespace {

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

template <class Part>
void append(std::vector<Part>& all, std::vector<Part> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

class Writer {
 public:
  Writer(Context& context, const PageItem& item, const items::Legend& style, Printed& printed)
      : context_(context),
        item_(item),
        printed_(printed),
        style_(style),
        width_((item.box.width() - style_.column_gap * (style_.columns - 1)) / style_.columns) {}

  LegendItem write() {
    const map::LegendSpec& spec = *context_.map.legend;
    double top = 0;
    if (!spec.title.empty()) {
      SetText title = set_text(context_, spec.title, style_.title, 0, 0, item_.box.width());
      top = title.height + style_.gap;
      result_.texts = std::move(title.lines);
    }
    for (const map::LegendLayer& layer : spec.layers) add_layer(layer);
    const double bottom = flow(top);
    move(result_, item_.box.min.x, item_.box.min.y);
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
    const DrawnLayer* rows = context_.drawn.find(spec.layer);
    const std::vector<DrawnCount> counts =
        rows ? rows->counts(features) : std::vector<DrawnCount>(entries.size());
    bool titled = spec.title.empty();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool drawn = counted ? !counts[i].rows.empty() : context_.drawn.shown.contains(spec.layer);
      const auto text = i < spec.texts.size() ? std::optional(spec.texts[i]) : entries[i].text;
      if (!text || !(drawn || spec.all)) continue;
      if (!titled) add_heading(spec.title);
      titled = true;
      add_entry(spec.layer, entries[i], *text, counts[i], i);
    }
    const bool any =
        std::any_of(counts.begin(), counts.end(), [](const DrawnCount& one) { return !one.rows.empty(); });
    if (any && !features.examples.empty()) add_sizes(features);
  }

  void add_heading(const std::string& words) {
    SetText text = set_text(context_, words, style_.heading, 0, 0, width_);
    Block block;
    block.height = text.height;
    block.heading = true;
    block.parts.texts = std::move(text.lines);
    blocks_.push_back(std::move(block));
  }

  void add_entry(std::size_t index, const map::LegendEntry& entry, const TextTemplate& words,
                 const DrawnCount& counts, std::size_t number) {
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
    SetText text = set_text(context_, printed, style_.text, indent, 0, width_ - indent);
    const double line = style_.text.size * style_.text.leading;
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
    const double line = style_.text.size * style_.text.leading;
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
      SetText text = set_text(context_, one->text, style_.text, text_left, text_top, width_ - text_left);
      const Point top{center.x, foot - one->size};
      block.parts.leaders.push_back(
          {top, {text_left - style_.gap / 2, text_top + line / 2}, style_.text.color});
      append(block.parts.texts, std::move(text.lines));
      text_top += line;
    }
    block.height = std::max(foot, text_top);
    blocks_.push_back(std::move(block));
  }

  // The counts a legend line prints are figures too.
  void record(const map::Layer& layer, const TextTemplate& text, const DrawnCount& counts,
              std::size_t number) {
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
      printed_.push_back(std::move(figure));
    }
  }

  Context& context_;
  const PageItem& item_;
  Printed& printed_;
  const items::Legend& style_;
  double width_;
  std::vector<Block> blocks_;
  LegendItem result_;
};

// A layer that tells its rows apart by colour, symbol or size means nothing without a legend.
bool tells_apart(const map::FeatureLayer& layer) {
  return layer.legend.size() > 1 || !layer.groups.empty() || !layer.sizes.empty();
}

void report_unexplained(Context& context) {
  for (const std::size_t index : context.drawn.shown) {
    const map::FeatureLayer& layer = map::common(context.map.layers[index]);
    const bool worded = std::any_of(layer.legend.begin(), layer.legend.end(),
                                    [](const map::LegendEntry& one) { return one.text.has_value(); });
    const bool listed = map::in_legend(context.map, index);
    const std::string what = "layer '" + layer.label + "' of page '" + context.map.file + "' ";
    if (listed && !worded)
      context.diagnostics.add(finding("legend-without-text"),
                              what + "stands in the legend but has no text for it", context.map.legend->where,
                              {layer.label});
    else if (!listed && tells_apart(layer))
      context.diagnostics.add(finding("legend-missing"),
                              what + "tells its rows apart, but the legend does not say how", {},
                              {layer.label});
  }
}

}  // namespace

LegendItem lay_out(Context& context, const PageItem& item, const items::Legend& style, Printed& printed) {
  report_unexplained(context);
  if (!context.map.legend) return {};
  return Writer(context, item, style, printed).write();
}

}  // namespace cartouche::layout
