// join: columns, and on request the geometry, of the row that has the same key in another table, or in the
// first of several (levels).

#include <algorithm>

#include "join_columns.h"

namespace cartouche::pipeline {
namespace {

void read_on(Reader& in, JoinLevel& level) {
  const Node& on = in.required("on");
  for (const auto& [left, right] : on.entries()) {
    level.left.push_back(left);
    level.right.push_back(right.located_text());
  }
  if (level.left.empty()) throw usage_error(on.where(), "'on' says which column of the table meets which");
  level.through = read_through(in.optional("through"));
  if (level.through && level.left.size() != 1)
    throw usage_error(level.through->table.where, "'through' goes with a key of one column");
}

JoinLevel read_level(const Node& node) {
  Reader in(node, "level");
  JoinLevel level;
  level.name = in.text("name").value;
  level.table = in.text("table");
  read_on(in, level);
  in.finish();
  return level;
}

class Join : public Step {
 public:
  explicit Join(const Node& arguments) {
    Reader in(arguments, "join");
    if (const Node* levels = in.optional("levels")) {
      for (const Node& level : levels->items()) levels_.push_back(read_level(level));
      if (levels_.empty()) throw usage_error(levels->where(), "'levels' is empty");
      level_column_ = in.optional_text("level_column").value_or(LocatedText{"niveau", levels->where()});
    } else {
      JoinLevel level;
      level.table = in.text("table");
      read_on(in, level);
      levels_.push_back(std::move(level));
    }
    prefix_ = in.text_or("prefix", "");
    if (const Node* take = in.optional("take")) take_ = read_take(*take, prefix_);
    geometry_ = in.boolean_or("geometry", false);
    unmatched_ = read_unmatched(in, Unmatched::report);
    in.finish();
  }

  std::vector<LocatedText> tables() const override {
    std::vector<LocatedText> names;
    for (const JoinLevel& level : levels_) {
      names.push_back(level.table);
      if (level.through) names.push_back(level.through->table);
    }
    return names;
  }

  Table run(Table table, StepContext& context) const override {
    const JoinMatches matches = match_levels(table, levels_, context);
    report_matches(table, levels_, matches, unmatched_, context);
    take_columns(table, levels_, matches, take_ ? *take_ : all_but_keys(context), context);
    if (level_column_) add_new_column(table, level_names(matches), level_column_->where);
    if (geometry_) table.set_geometry(joined_geometry(levels_, matches, context));
    for (const JoinLevel& level : levels_) table.add_credits(context.get(level.table).credits());
    return unmatched_ == Unmatched::drop ? without_rows(table, matches.unmatched) : table;
  }

 private:
  std::vector<TakenColumn> all_but_keys(const StepContext& context) const {
    std::vector<TakenColumn> take;
    const JoinLevel& level = levels_.front();
    for (const Column& column : context.get(level.table).columns()) {
      const auto is_it = [&](const LocatedText& key) { return key.value == column.name(); };
      if (std::any_of(level.right.begin(), level.right.end(), is_it)) continue;
      take.push_back({{column.name(), level.table.where}, prefix_ + column.name()});
    }
    return take;
  }

  Column level_names(const JoinMatches& matches) const {
    Column column(level_column_->value, Type::text);
    column.reserve(matches.level.size());
    for (const Index level : matches.level) {
      if (level == Column::kNoRow)
        column.push_missing();
      else
        column.push_back(levels_[level].name);
    }
    return column;
  }

  std::vector<JoinLevel> levels_;
  std::optional<LocatedText> level_column_;
  std::string prefix_;
  std::optional<std::vector<TakenColumn>> take_;
  bool geometry_ = false;
  Unmatched unmatched_ = Unmatched::report;
};

}  // namespace

StepPtr make_join(const Node& arguments) {
  return std::make_unique<Join>(arguments);
}

}  // namespace cartouche::pipeline
