#include "step.h"

namespace cartouche::pipeline {
namespace {

/// derive: a new column by expression; each sees the ones before it. A name the table has is replaced.
class Derive : public Step {
 public:
  explicit Derive(const Node& arguments) {
    for (const auto& [name, expression] : arguments.entries())
      columns_.emplace_back(name, project::as<ExpressionText>(expression.located_text()));
  }

  std::vector<ExpressionText> code() const override {
    std::vector<ExpressionText> all;
    for (const auto& [name, expression] : columns_) all.push_back(expression);
    return all;
  }

  Table run(Table table, StepContext& context) const override {
    for (const auto& [name, text] : columns_) {
      const Expression expression =
          Expression::compile(text.value, text.where, Schema::of(table, context.parameters));
      Column column = expression.evaluate(table, context.parameters);
      column.rename(name.value);
      table.set_column(std::move(column));
    }
    return table;
  }

 private:
  std::vector<std::pair<LocatedText, ExpressionText>> columns_;
};

}  // namespace

StepPtr make_derive(const Node& arguments) {
  return std::make_unique<Derive>(arguments);
}

}  // namespace cartouche::pipeline
