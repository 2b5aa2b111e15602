#include "step.h"

namespace cartouche::pipeline {
namespace {

/// derive: a new column by expression; each sees the ones before it. A name the table has is replaced.
class Derive : public Step {
 public:
  explicit Derive(const Node& arguments) {
    for (const auto& [name, expression] : arguments.entries())
      columns_.emplace_back(name, expression.located_text());
  }

  std::vector<LocatedText> needs() const override {
    std::vector<LocatedText> tables;
    for (const auto& [name, text] : columns_)
      for (LocatedText& table : tables_asked_by(text)) tables.push_back(std::move(table));
    return tables;
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
  std::vector<std::pair<LocatedText, LocatedText>> columns_;
};

}  // namespace

StepPtr make_derive(const Node& arguments) {
  return std::make_unique<Derive>(arguments);
}

}  // namespace cartouche::pipeline
