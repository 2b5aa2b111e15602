#pragma once
// Context for placing: the rows of a gazetteer that lie in a named territory.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "step.h"

namespace cartouche::pipeline {

/// `context: { column: territoire, table: membres, name: lib_ti, … }`: the column names a territory of that
/// table. Its places are those that carry the territory's codes (`code: siren, gazetteer_code: [epci, ept]`),
/// or without these, those that lie in its polygons. Without a table, the column itself holds the code.
struct PlaceContext {
  LocatedText column;
  std::optional<LocatedText> table, name, code;
  std::vector<LocatedText> gazetteer_code;
};
std::optional<PlaceContext> read_place_context(const Node* node);

class TerritoryMembers {
 public:
  TerritoryMembers(const PlaceContext& spec, const Table& gazetteer, const StepContext& context);
  /// Rows of the gazetteer in the territory; null where the name is empty or that of no territory. A
  /// territory is found by its name but for accents and case, else as the only one whose name begins with
  /// these words.
  const std::set<Index>* find(const std::string& territory) const;

 private:
  void add_by_code(const PlaceContext& spec, const Table& gazetteer, const Table& territories);
  void add_by_geometry(const PlaceContext& spec, const Table& gazetteer, const Table& territories,
                       unsigned threads);

  std::map<std::string, std::set<Index>> rows_;  // by folded name of the territory, or by code
  bool by_name_ = false;
};

}  // namespace cartouche::pipeline
