#include "step.h"

namespace cartouche::pipeline {
namespace {

/// filter: keeps the rows for which the expression is true.
class Filter : public Step {
 public:
  explicit Filter(const Node& arguments)
      : condition_(project::as<ExpressionText>(arguments.located_text())) {}

  std::vector<ExpressionText> code() const override { return {condition_}; }

  Table run(Table table, StepContext& context) const override {
    const Expression condition =
        Expression::compile(condition_.value, condition_.where, Schema::of(table, context.parameters));
    const std::vector<Index> rows = condition.select(table, context.parameters);
    return rows.size() == table.row_count() ? table : table.take(rows);
  }

 private:
  ExpressionText condition_;
};

}  // namespace

StepPtr make_filter(const Node& arguments) {
  return std::make_unique<Filter>(arguments);
}

}  // namespace cartouche::pipeline
