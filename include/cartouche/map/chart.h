#pragma once
// A chart with its numbers: what layout sets and the ledger stores.

#include <string>
#include <vector>

#include "cartouche/map/figures.h"
#include "cartouche/project/chart.h"

namespace cartouche::map {

enum class ChartKind { bars, stacked, donut };

/// One bar or segment.
struct ChartRow {
  std::string id;
  std::string label;
  std::vector<double> values;  ///< by series, 0 or more
  double total() const;
};

struct Chart {
  ChartKind kind = ChartKind::bars;
  std::string item;  ///< the template's item it fills
  std::string title;
  std::vector<std::string> series;  ///< words of the key; one without words for a single series
  std::vector<ChartRow> rows;       ///< in the order they are drawn
  std::string unit;
  int decimals = -1;
  std::vector<Credit> credits;  ///< of its table
  Figures figures;              ///< every number of it, for the ledger: "ITEM.ROW" or "ITEM.ROW.SERIES"
};

/// Reads the chart's rows. Rows without a value are left out and reported ("chart-missing"); a usage error
/// for a value that is no number, a data error for one below 0.
Chart resolve_chart(const std::string& item, const project::Chart& chart, const Table& table,
                    const Parameters& parameters, Diagnostics& diagnostics);

}  // namespace cartouche::map
