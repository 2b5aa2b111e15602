#pragma once
// Rows by key. Keys compare as text, so that a code read as a number still meets its text.

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "step.h"

namespace cartouche::pipeline {

/// The values of some columns as one text; none where a value is missing or empty.
class KeyColumns {
 public:
  KeyColumns(const Table& table, const std::vector<LocatedText>& names);
  std::optional<std::string> key(std::size_t row) const;
  /// The same for people: "01004", "01004, 2021".
  std::string shown(std::size_t row) const;

 private:
  std::vector<const Column*> columns_;
};

/// First row of each key.
class KeyIndex {
 public:
  KeyIndex(const Table& table, const std::vector<LocatedText>& names);
  /// The first row with this key, or Column::kNoRow.
  Index find(const std::string& key) const;
  /// True where rows after this one have its key.
  bool is_repeated(Index row) const { return repeated_.contains(row); }

 private:
  std::unordered_map<std::string, Index> first_;
  std::unordered_set<Index> repeated_;
};

/// `through: { table, from, to }`: a table that says what a code of another year has become.
struct ThroughTable {
  LocatedText table, from, to;
};
std::optional<ThroughTable> read_through(const Node* node);

/// A through table ready to be asked.
class KeyMerge {
 public:
  KeyMerge(const Table& table, const ThroughTable& through);
  /// What the key has become, or none.
  std::optional<std::string> find(const std::string& key) const;

 private:
  KeyIndex from_;
  KeyColumns to_;
};

}  // namespace cartouche::pipeline
