// Every step by its name. A new step is its own file and one line here.

#include <array>
#include <utility>

#include "cartouche/base/words.h"
#include "step.h"

namespace cartouche::pipeline {
namespace {

constexpr std::array<std::pair<std::string_view, MakeStep>, 15> kSteps{{
    {"from", make_from},
    {"append", make_append},
    {"filter", make_filter},
    {"derive", make_derive},
    {"select", make_select},
    {"rename", make_rename},
    {"drop", make_drop},
    {"sort", make_sort},
    {"join", make_join},
    {"place", make_place},
    {"spatial_join", make_spatial_join},
    {"dissolve", make_dissolve},
    {"clip", make_clip},
    {"aggregate", make_aggregate},
    {"anchor", make_anchor},
}};

}  // namespace

std::vector<LocatedText> Step::needs() const {
  std::vector<LocatedText> all = tables();
  for (const ExpressionText& one : code())
    for (std::string& name : Expression::tables_of(one.value, one.where))
      all.push_back({std::move(name), one.where});
  return all;
}

StepPtr make_step(const project::Step& step) {
  std::vector<std::string> names;
  for (const auto& [name, make] : kSteps) {
    if (step.kind.value == name) return make(step.arguments);
    names.emplace_back(name);
  }
  throw usage_error(step.kind.where, "no step '" + step.kind.value + "'", suggestion(step.kind.value, names));
}

}  // namespace cartouche::pipeline
