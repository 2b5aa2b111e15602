#include "step.h"

namespace cartouche::pipeline {
namespace {

class From : public Step {
 public:
  explicit From(const Node& arguments) : table_(arguments.located_text()) {}

  std::vector<LocatedText> tables() const override { return {table_}; }

  Table run(Table, StepContext& context) const override { return context.get(table_); }

 private:
  LocatedText table_;
};

}  // namespace

StepPtr make_from(const Node& arguments) {
  return std::make_unique<From>(arguments);
}

}  // namespace cartouche::pipeline
