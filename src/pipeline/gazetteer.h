#pragma once
// Places found by their name, as people write it.
//
// In this order: the same name but for accents, hyphens and case; then the fewest typing mistakes, at most
// one in 4 to 6 letters and two in longer names. Regions say where to look; among places that fit equally
// well, the preferred ones (a territory's members) win. What then is still not one place is not guessed.

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "step.h"

namespace cartouche::pipeline {

struct PlaceQuestion {
  std::string name;
  std::set<std::string> regions;               ///< empty = everywhere
  const std::set<Index>* preferred = nullptr;  ///< rows of the gazetteer
};

struct PlaceAnswer {
  Index row = Column::kNoRow;
  bool ambiguous = false;
  std::vector<Index> nearest;  ///< where there is no row: the places that fit equally, or the nearest few
};

class Gazetteer {
 public:
  /// `region` may be null.
  Gazetteer(const Column& name, const Column* region);
  PlaceAnswer find(const PlaceQuestion& question) const;

 private:
  bool is_allowed(Index row, const PlaceQuestion& question) const;
  std::vector<Index> same_name(const std::string& folded, const PlaceQuestion& question) const;
  std::vector<Index> nearest_names(const std::string& folded, int limit, const PlaceQuestion& question) const;
  std::vector<Index> suggestions(const std::string& folded, const PlaceQuestion& question) const;

  const Column* region_;
  std::vector<std::string> folded_;
  std::unordered_map<std::string, std::vector<Index>> rows_of_;
};

/// Folded, with "st" and "ste" written out.
std::string fold_place(const std::string& name);

}  // namespace cartouche::pipeline
