// select, drop, rename: which columns there are, and what they are called. Geometry stays.

#include <set>

#include "columns.h"
#include "step.h"

namespace cartouche::pipeline {
namespace {

// The same table with other columns. `name_of` gives a column's new name, "" = it goes.
template <class NameOf>
Table with_columns(const Table& table, const std::vector<std::string>& order, const NameOf& name_of) {
  Table result(table.name());
  if (table.geometry()) result.set_geometry(*table.geometry());
  for (const std::string& old_name : order) {
    const std::string name = name_of(old_name);
    if (name.empty()) continue;
    Column column = *table.find(old_name);
    column.rename(name);
    result.set_column(std::move(column));
    if (old_name == table.id_column()) result.set_id_column(name);
  }
  result.add_credits(table.credits());
  return result;
}

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

class Select : public Step {
 public:
  explicit Select(const Node& arguments) : columns_(arguments.texts()) {}

  Table run(Table table, StepContext&) const override {
    require_columns(table, columns_);
    std::vector<std::string> order;
    for (const LocatedText& column : columns_) order.push_back(column.value);
    return with_columns(table, order, [](const std::string& name) { return name; });
  }

 private:
  std::vector<LocatedText> columns_;
};

class Drop : public Step {
 public:
  explicit Drop(const Node& arguments) : columns_(arguments.texts()) {}

  Table run(Table table, StepContext&) const override {
    require_columns(table, columns_);
    std::set<std::string> dropped;
    for (const LocatedText& column : columns_) dropped.insert(column.value);
    return with_columns(table, column_names(table), [&](const std::string& name) {
      return dropped.contains(name) ? std::string() : name;
    });
  }

 private:
  std::vector<LocatedText> columns_;
};

class Rename : public Step {
 public:
  explicit Rename(const Node& arguments) {
    for (const auto& [old_name, new_name] : arguments.entries())
      names_.emplace_back(old_name, new_name.located_text());
  }

  Table run(Table table, StepContext&) const override {
    std::map<std::string, std::string> renamed;
    for (const auto& [old_name, new_name] : names_) {
      table.column(old_name.value, old_name.where);
      renamed.emplace(old_name.value, new_name.value);
    }
    const auto name_of = [&](const std::string& name) {
      const auto found = renamed.find(name);
      return found == renamed.end() ? name : found->second;
    };
    std::set<std::string> names;
    for (const Column& column : table.columns())
      if (!names.insert(name_of(column.name())).second)
        throw usage_error(names_.front().first.where,
                          "two columns would be called '" + name_of(column.name()) + "'");
    return with_columns(table, column_names(table), name_of);
  }

 private:
  std::vector<std::pair<LocatedText, LocatedText>> names_;
};

}  // namespace

StepPtr make_select(const Node& arguments) {
  return std::make_unique<Select>(arguments);
}

StepPtr make_drop(const Node& arguments) {
  return std::make_unique<Drop>(arguments);
}

StepPtr make_rename(const Node& arguments) {
  return std::make_unique<Rename>(arguments);
}

}  // namespace cartouche::pipeline
