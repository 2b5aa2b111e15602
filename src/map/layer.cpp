#include "cartouche/map/layer.h"

#include <algorithm>
#include <cmath>

#include "cartouche/base/words.h"
#include "cartouche/classify/classify.h"
#include "cartouche/expression/code_or_year.h"
#include "code.h"
#include "identity.h"
#include "no_values.h"
#include "palette_classes.h"
#include "range_texts.h"
#include "symbol_sizes.h"

namespace cartouche::map {
namespace {

std::string xml_name(std::string_view text) {
  std::string name = fold(text);
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::vector<std::string> texts_of_all_rows(const project::ExpressionText& text, const Table& table,
                                           const Parameters& parameters) {
  const Column column = evaluate(text, table, parameters);
  std::vector<std::string> texts(column.size());
  for (std::size_t row = 0; row < texts.size(); ++row) texts[row] = column.text(row);
  return texts;
}

std::optional<TextTemplate> legend_template(const std::optional<project::LegendTemplateText>& text,
                                            const Parameters& parameters) {
  if (!text) return std::nullopt;
  return legend_text(*text, parameters);
}

// The legend shows a few colours of a palette, enough to say "several".
constexpr std::size_t kPaletteSwatches = 3;

struct Builder {
  const project::Layer& spec;
  const LayerContext& context;
  FeatureLayer layer;

  const Table& table() const { return *layer.table; }

  // Appends the classes of one symbol (one, or one a palette colour) and its legend line; returns the first
  // class.
  std::size_t add_symbol(const project::LocatedText& name,
                         const std::optional<project::LegendTemplateText>& legend) {
    const project::SymbolStyle& symbol = context.style.symbol(name.value, name.where);
    const std::size_t first = layer.classes.size();
    LegendEntry entry{legend_template(legend, context.parameters), "", {}};
    for (symbol::Symbol& one : colored(symbol)) {
      if (entry.swatches.size() < kPaletteSwatches) entry.swatches.push_back(one);
      layer.classes.push_back({std::move(one), layer.legend.size(), symbol.name});
    }
    layer.legend.push_back(std::move(entry));
    return first;
  }

  std::vector<symbol::Symbol> colored(const project::SymbolStyle& symbol) const {
    if (!symbol.palette) return {symbol.look};
    const auto found = context.style.palettes.find(*symbol.palette);
    if (found == context.style.palettes.end()) {
      std::vector<std::string> names;
      for (const auto& [name, colors] : context.style.palettes) names.push_back(name);
      throw usage_error(symbol.where, "no palette '" + *symbol.palette + "' in the style",
                        suggestion(*symbol.palette, names));
    }
    std::vector<symbol::Symbol> symbols;
    for (const Color color : found->second) {
      symbol::Symbol one = symbol.look;
      one.fill = color;
      symbols.push_back(std::move(one));
    }
    return symbols;
  }

  void select() { layer.rows = rows_where(table(), spec.filter, context.parameters); }

  void one_symbol() {
    add_symbol(*spec.symbol, spec.legend);
    layer.class_of.assign(layer.rows.size(), 0);
  }

  // Rows go to the first class whose `when` is true; rows of no class are not drawn.
  void by_classes() {
    constexpr std::uint32_t kNoClass = 0xFFFFFFFF;
    std::vector<std::uint32_t> class_of_row(table().row_count(), kNoClass);
    for (const project::LayerClass& one : spec.classes) {
      const auto first = static_cast<std::uint32_t>(add_symbol(one.symbol, one.legend));
      const std::vector<Index> rows = rows_where(table(), one.when, context.parameters);
      for (const Index row : rows)
        if (class_of_row[row] == kNoClass) class_of_row[row] = first;
    }
    std::vector<Index> kept;
    for (const Index row : layer.rows)
      if (class_of_row[row] != kNoClass) {
        kept.push_back(row);
        layer.class_of.push_back(class_of_row[row]);
      }
    layer.rows = std::move(kept);
  }

  static std::vector<double> breaks_of(const project::Classification& classification,
                                       const std::vector<double>& values) {
    const project::LocatedText& method = classification.method;
    if (method.value == "manual") return classification.breaks;
    return class_breaks(values, method.value, classification.classes, method.where);
  }

  void by_breaks(const project::Classification& classification) {
    const Column values = evaluate(classification.value, table(), context.parameters);
    if (values.type() == Type::text)
      throw usage_error(classification.value.where,
                        "'" + classification.value.value + "' is text, and classes need a number");
    std::vector<double> selected;
    for (const Index row : layer.rows) selected.push_back(values.number(row));
    report_no_values(spec.name.value, classification.value, table(), layer.rows, selected, context.parameters,
                     context.notes);
    const std::vector<double> breaks = breaks_of(classification, selected);
    const int count = std::max(0, static_cast<int>(breaks.size()) - 1);
    add_break_classes(classification, breaks, selected);
    const bool missing = classification.missing.has_value();
    if (missing) add_missing_class(classification);
    std::vector<Index> kept;
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
      int index = class_of(selected[i], breaks);
      if (index < 0 && missing) index = count;
      if (index < 0) continue;
      kept.push_back(layer.rows[i]);
      layer.class_of.push_back(static_cast<std::uint32_t>(index));
    }
    layer.rows = std::move(kept);
  }

  void add_break_classes(const project::Classification& classification, const std::vector<double>& breaks,
                         const std::vector<double>& values) {
    const std::vector<std::string> ranges = ranges_of(classification, breaks, values);
    const std::vector<Color> colors = class_colors(classification, static_cast<int>(ranges.size()));
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      project::SymbolStyle symbol;
      if (spec.symbol) symbol = context.style.symbol(spec.symbol->value, spec.symbol->where);
      symbol.look.fill = colors[i];
      add_break_class(symbol, classification, ranges[i]);
    }
  }

  // The words the user gives the classes, or what their limits say.
  std::vector<std::string> ranges_of(const project::Classification& classification,
                                     const std::vector<double>& breaks,
                                     const std::vector<double>& values) const {
    std::vector<std::string> ranges =
        range_texts(breaks, values, classification.decimals, classification.unit);
    if (classification.labels.empty()) return ranges;
    if (classification.labels.size() != ranges.size())
      throw usage_error(classification.labels.front().where, std::to_string(classification.labels.size()) +
                                                                 " labels for " +
                                                                 std::to_string(ranges.size()) + " classes");
    for (std::size_t i = 0; i < ranges.size(); ++i)
      ranges[i] = printed(classification.labels[i], context.parameters);
    return ranges;
  }

  std::vector<Color> class_colors(const project::Classification& classification, int count) const {
    const auto own = context.style.palettes.find(classification.palette.value);
    const auto wanted = static_cast<std::size_t>(count);
    std::vector<Color> colors;
    if (own == context.style.palettes.end() || own->second.size() < wanted)
      colors = palette(classification.palette.value, count, classification.palette.where);
    else
      colors.assign(own->second.begin(), own->second.begin() + count);
    if (classification.reversed) std::reverse(colors.begin(), colors.end());
    return colors;
  }

  void add_break_class(const project::SymbolStyle& symbol, const project::Classification& classification,
                       const std::string& range) {
    const project::LegendTemplateText text =
        classification.legend.value_or(project::LegendTemplateText{"{range}", classification.where});
    LegendEntry entry{legend_text(text, context.parameters), range, {symbol.look}};
    layer.classes.push_back({symbol.look, layer.legend.size(), symbol.name});
    layer.legend.push_back(std::move(entry));
  }

  void add_missing_class(const project::Classification& classification) {
    const std::string words = classification.missing_legend
                                  ? printed(*classification.missing_legend, context.parameters)
                                  : "Donnée non disponible";
    add_break_class(context.style.symbol(classification.missing->value, classification.missing->where),
                    classification, words);
  }

  void size_by() {
    if (!spec.size_by) return;
    const Column column = evaluate(spec.size_by->value, table(), context.parameters);
    if (column.type() == Type::text)
      throw usage_error(spec.size_by->value.where,
                        "'" + spec.size_by->value.value + "' is text, and a size needs a number");
    std::vector<double> values;
    for (const Index row : layer.rows) values.push_back(column.number(row));
    report_no_values(spec.name.value, spec.size_by->value, table(), layer.rows, values, context.parameters,
                     context.notes);
    size_rows(layer, *spec.size_by, values);
  }

  // Spreads rows of palette symbols over the palette's classes, by group.
  void color_by() {
    if (!spec.color_by) return;
    const std::vector<std::string> groups = texts_of_all_rows(*spec.color_by, table(), context.parameters);
    std::size_t colors = 0;
    for (const SymbolClass& one : layer.classes) colors += one.legend == 0 ? 1 : 0;
    const std::vector<std::uint32_t> color =
        color_rows(*context.store.neighbours(layer.table), groups, colors);
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
      const Index row = layer.rows[i];
      if (layer.classes[layer.class_of[i]].legend == 0) layer.class_of[i] = color[row];
      layer.groups.push_back(groups[row]);
    }
  }

  std::vector<std::string> rendered(const project::RowTemplateText& text) const {
    const TextTemplate words = row_template(text, Schema::of(table(), context.parameters));
    std::vector<std::string> texts;
    for (const Index row : layer.rows) texts.push_back(words.render(table(), row, context.parameters));
    return texts;
  }

  void add_labels() {
    if (!spec.label) return;
    LabelSource source;
    source.priority = spec.label_priority;
    source.required = spec.label_required;
    source.style = context.style.text(spec.label_style->value, spec.label_style->where);
    if (spec.label_style_beyond)
      source.beyond = context.style.text(spec.label_style_beyond->value, spec.label_style_beyond->where);
    source.texts = rendered(*spec.label);
    if (spec.label_short) source.short_texts = rendered(*spec.label_short);
    std::vector<std::string> keys;
    if (spec.label_key) keys = texts_of_all_rows(*spec.label_key, table(), context.parameters);
    for (const Index row : layer.rows)
      source.keys.push_back(spec.label_key ? keys[row] : table().row_id(row));
    layer.labels = std::move(source);
  }

  // Codes and years are texts for those who read the page's table.
  Column field_of(const project::ExpressionText& value) const {
    Column column = evaluate(value, table(), context.parameters);
    if (column.type() != Type::integer || !gives_codes_or_years(value.value, value.where)) return column;
    Column texts(column.name(), Type::text);
    texts.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row)
      texts.push_back(column.is_valid(row) ? Value(column.text(row)) : Value());
    return texts;
  }

  void add_data() {
    if (!spec.data) return;
    LayerData data;
    data.name = spec.data->name ? printed(*spec.data->name, context.parameters) : spec.name.value;
    data.titles = rendered(spec.data->title);
    for (const project::DataField& field : spec.data->fields) {
      data.fields.push_back(field_of(field.value));
      data.fields.back().rename(field.caption.value);
    }
    for (std::size_t i = 0; i < data.fields.size(); ++i)
      for (const project::LocatedText& filter : spec.data->filters)
        if (filter.value == data.fields[i].name()) data.filters.push_back(i);
    layer.data = std::move(data);
  }
};

void require_kind(const project::Layer& spec, const Table& table, GeometryKind kind, const char* word) {
  if (!table.geometry())
    throw usage_error(spec.table.where, "table '" + table.name() + "' has no geometry to draw");
  if (table.geometry()->shapes.kind() != kind)
    throw usage_error(spec.kind.where, "layer '" + spec.name.value + "' draws " + word + ", but table '" +
                                           table.name() + "' holds other geometry");
}

BorderLayer resolve_borders(Builder& builder) {
  BorderLayer layer;
  builder.select();
  builder.one_symbol();
  add_identity(builder.spec, builder.context, builder.layer);
  static_cast<FeatureLayer&>(layer) = std::move(builder.layer);
  layer.outer = builder.spec.coast;
  layer.group_of.assign(layer.table->row_count(), Coverage::kNoGroup);
  if (!builder.spec.group_by) {
    for (const Index row : layer.rows) layer.group_of[row] = row;
    return layer;
  }
  const std::vector<std::string> groups =
      texts_of_all_rows(*builder.spec.group_by, *layer.table, builder.context.parameters);
  std::map<std::string, Index> numbers;
  for (const Index row : layer.rows)
    layer.group_of[row] = numbers.emplace(groups[row], static_cast<Index>(numbers.size())).first->second;
  return layer;
}

void resolve_symbols(Builder& builder) {
  if (builder.spec.classify)
    builder.by_breaks(*builder.spec.classify);
  else if (!builder.spec.classes.empty())
    builder.by_classes();
  else
    builder.one_symbol();
  builder.color_by();
  builder.size_by();
  builder.add_labels();
  builder.add_data();
}

template <class LayerType>
LayerType resolve_features(Builder& builder) {
  builder.select();
  resolve_symbols(builder);
  LayerType layer;
  add_identity(builder.spec, builder.context, builder.layer);
  static_cast<FeatureLayer&>(layer) = std::move(builder.layer);
  return layer;
}

}  // namespace

TextTemplate legend_text(const project::LegendTemplateText& text, const Parameters& parameters) {
  Parameters known = parameters;
  known["count"] = std::int64_t{0};
  known["groups"] = std::int64_t{0};
  known["range"] = std::string();
  return TextTemplate::compile(text.value, text.where, parameter_schema(known));
}

Layer resolve_layer(const project::Layer& spec, const LayerContext& context) {
  Builder builder{spec, context, {}};
  builder.layer.id = xml_name(spec.name.value);
  builder.layer.label = spec.name.value;
  builder.layer.table = context.tables.at(spec.table.value);
  if (spec.legend_title) builder.layer.legend_title = printed(*spec.legend_title, context.parameters);
  switch (spec.kind.value) {
    case project::LayerKind::polygons:
      require_kind(spec, builder.table(), GeometryKind::polygon, "polygons");
      return resolve_features<PolygonLayer>(builder);
    case project::LayerKind::borders:
      require_kind(spec, builder.table(), GeometryKind::polygon, "borders of polygons");
      return resolve_borders(builder);
    case project::LayerKind::lines:
      require_kind(spec, builder.table(), GeometryKind::line, "lines");
      return resolve_features<LineLayer>(builder);
    case project::LayerKind::points:
      break;
  }
  require_kind(spec, builder.table(), GeometryKind::point, "points");
  return resolve_features<PointLayer>(builder);
}

}  // namespace cartouche::map
