#pragma once
// What users write as code: expressions, and texts with expressions in braces. Each kind is a type, which
// says what its names may be, so that code is never read as a plain word and one walk (walk.h) finds all of
// it. What the language is: docs/expressions.md.

#include <string>

#include "cartouche/base/error.h"

namespace cartouche::project {

/// Of layers and pages, every kind sees the parameters (param.*), the columns of the page's row (page.*) and
/// the figures: a figure's name is its printed text, name.value its number. Figures see the first two, tables
/// and questions the parameters alone.
enum class CodeKind {
  expression,   ///< and the columns of a row: of the table named beside it
  value,        ///< an expression without a row
  query,        ///< arithmetic over aggregates, which name their tables
  total,        ///< aggregates over the rows of a question: "count, sum(emplois) as emplois"
  text,         ///< a text without a row
  row_text,     ///< a text over a row
  legend_text,  ///< a text of the legend: also count, groups and range
};

/// Code as the user wrote it, with its place.
template <CodeKind kind_of>
struct Code {
  static constexpr CodeKind kind = kind_of;
  std::string value;
  Location where;
};

using ExpressionText = Code<CodeKind::expression>;
using ValueText = Code<CodeKind::value>;
using QueryText = Code<CodeKind::query>;
using TotalText = Code<CodeKind::total>;
using TemplateText = Code<CodeKind::text>;
using RowTemplateText = Code<CodeKind::row_text>;
using LegendTemplateText = Code<CodeKind::legend_text>;

}  // namespace cartouche::project
