#include "symbol_sizes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cartouche/base/number_format.h"
#include "cartouche/classify/classify.h"
#include "range_texts.h"

namespace cartouche::map {
namespace {

constexpr double kFlannery = 0.5716;
// A circle of the legend smaller than this (points) says nothing.
constexpr double kSmallestExample = 2;

// The greatest of 1, 2, 5 times a power of ten that is not above `value`.
double round_down(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  const double mantissa = value / power * (1 + 1e-9);
  return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
}

std::vector<double> example_values(const project::SizeBy& by, double at) {
  if (!by.examples.empty()) return by.examples;
  std::vector<double> values;
  if (!(at > 0)) return values;
  const double top = round_down(at);
  for (const double part : {20.0, 4.0, 1.0}) {
    const double value = part == 1 ? top : round_down(top / part);
    if (values.empty() || value > values.back()) values.push_back(value);
  }
  return values;
}

std::string text_of(const project::SizeBy& by, double value) {
  std::string text = format_french(value, by.decimals);
  if (!by.unit.empty()) text.append(kNarrowNoBreakSpace).append(by.unit);
  return text;
}

}  // namespace

double symbol_size(const project::SizeBy& by, double value, double at) {
  if (!std::isfinite(value)) return 0;
  if (by.method.value == "classes") {
    const int index = class_of(value, by.breaks);
    return index < 0 ? 0 : by.sizes[static_cast<std::size_t>(index)];
  }
  if (value <= 0 || at <= 0) return 0;
  const double share = value / at;
  const double size = by.method.value == "linear"     ? by.size * share
                      : by.method.value == "flannery" ? by.size * std::pow(share, kFlannery)
                                                      : by.size * std::sqrt(share);
  return std::max(size, by.smallest);
}

std::vector<SizeExample> size_examples(const project::SizeBy& by, std::span<const double> values, double at) {
  std::vector<SizeExample> examples;
  if (by.method.value == "classes") {
    const std::vector<std::string> texts = range_texts(by.breaks, values, by.decimals, by.unit);
    for (std::size_t i = 0; i < texts.size(); ++i) examples.push_back({by.sizes[i], texts[i]});
    return examples;
  }
  for (const double value : example_values(by, at)) {
    const double size = symbol_size(by, value, at);
    if (size >= kSmallestExample) examples.push_back({size, text_of(by, value)});
  }
  return examples;
}

void size_rows(FeatureLayer& layer, const project::SizeBy& by, std::span<const double> values) {
  double at = by.at.value_or(0);
  if (!by.at)
    for (const double value : values)
      if (std::isfinite(value)) at = std::max(at, value);
  std::vector<std::size_t> order;
  std::vector<double> sizes;
  for (std::size_t i = 0; i < layer.rows.size(); ++i) {
    if (values[i] < 0)
      throw data_error(by.value.where, "row '" + layer.table->row_id(layer.rows[i]) + "' has " +
                                           format_french(values[i], -1) +
                                           ", and no symbol has a size below 0");
    sizes.push_back(symbol_size(by, values[i], at));
    if (sizes.back() > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  FeatureLayer sorted = layer;
  sorted.rows.clear();
  sorted.class_of.clear();
  sorted.groups.clear();
  for (const std::size_t i : order) {
    sorted.rows.push_back(layer.rows[i]);
    sorted.class_of.push_back(layer.class_of[i]);
    if (!layer.groups.empty()) sorted.groups.push_back(layer.groups[i]);
    sorted.sizes.push_back(sizes[i]);
  }
  sorted.examples = size_examples(by, values, at);
  layer = std::move(sorted);
}

}  // namespace cartouche::map
