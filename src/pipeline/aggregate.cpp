// aggregate: one row a group, with figures over the group's rows; no geometry.

#include "aggregates.h"
#include "columns.h"

namespace cartouche::pipeline {
namespace {

class AggregateStep : public Step {
 public:
  explicit AggregateStep(const Node& arguments) {
    Reader in(arguments, "aggregate");
    if (const Node* by = in.optional("by")) by_ = by->texts();
    for (const auto& [name, node] : in.required("columns").entries())
      columns_.push_back({name, node.located_text(), parse_aggregate(node.located_text())});
    in.finish();
  }

  std::vector<ExpressionText> code() const override {
    std::vector<ExpressionText> all;
    for (const Figure& figure : columns_)
      for (const auto& part : {figure.aggregate.value, figure.aggregate.condition})
        if (part) all.push_back(*part);
    return all;
  }

  Table run(Table table, StepContext& context) const override {
    const Groups groups = group_rows(table, by_);
    Table result = group_table(table, by_, groups);
    for (const Figure& figure : columns_) {
      Column column = evaluate_aggregate(figure.aggregate, figure.text, table, groups, context.parameters,
                                         figure.name.value);
      add_new_column(result, std::move(column), figure.name.where);
    }
    return result;
  }

 private:
  struct Figure {
    LocatedText name;
    LocatedText text;
    Aggregate aggregate;
  };
  std::vector<LocatedText> by_;
  std::vector<Figure> columns_;
};

}  // namespace

StepPtr make_aggregate(const Node& arguments) {
  return std::make_unique<AggregateStep>(arguments);
}

}  // namespace cartouche::pipeline
