#include "keys.h"

namespace cartouche::pipeline {
namespace {

// ASCII unit separator: stands in no code.
constexpr char kSeparator = '\x1f';

}  // namespace

KeyColumns::KeyColumns(const Table& table, const std::vector<LocatedText>& names) {
  for (const LocatedText& name : names) columns_.push_back(&table.column(name.value, name.where));
}

std::optional<std::string> KeyColumns::key(std::size_t row) const {
  std::string key;
  for (const Column* column : columns_) {
    const std::string part = column->text(row);
    if (part.empty()) return std::nullopt;
    if (!key.empty()) key += kSeparator;
    key += part;
  }
  return key;
}

std::string KeyColumns::shown(std::size_t row) const {
  std::string text;
  for (const Column* column : columns_) text += (text.empty() ? "" : ", ") + column->text(row);
  return text;
}

KeyIndex::KeyIndex(const Table& table, const std::vector<LocatedText>& names) {
  const KeyColumns keys(table, names);
  first_.reserve(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    auto key = keys.key(row);
    if (!key) continue;
    const auto [entry, is_new] = first_.emplace(std::move(*key), static_cast<Index>(row));
    if (!is_new) repeated_.insert(entry->second);
  }
}

Index KeyIndex::find(const std::string& key) const {
  const auto found = first_.find(key);
  return found == first_.end() ? Column::kNoRow : found->second;
}

std::optional<ThroughTable> read_through(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "through");
  ThroughTable through{in.text("table"), in.text("from"), in.text("to")};
  in.finish();
  return through;
}

KeyMerge::KeyMerge(const Table& table, const ThroughTable& through)
    : from_(table, {through.from}), to_(table, {through.to}) {}

std::optional<std::string> KeyMerge::find(const std::string& key) const {
  const Index row = from_.find(key);
  return row == Column::kNoRow ? std::nullopt : to_.key(row);
}

}  // namespace cartouche::pipeline
