#include "gazetteer.h"

#include <algorithm>
#include <cstdlib>

#include "cartouche/base/words.h"

namespace cartouche::pipeline {
namespace {

// Typing mistakes allowed in a name of so many letters. Short names are too near to each other for any.
int allowed_mistakes(std::size_t length) {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

int length_difference(const std::string& a, const std::string& b) {
  return std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size()));
}

std::vector<Index> preferred_of(const std::vector<Index>& rows, const std::set<Index>* preferred) {
  std::vector<Index> kept;
  if (preferred)
    for (const Index row : rows)
      if (preferred->contains(row)) kept.push_back(row);
  return kept.empty() ? rows : kept;
}

}  // namespace

std::string fold_place(const std::string& name) {
  const std::string folded = fold(name);
  std::string result;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    if (!result.empty()) result += ' ';
    result += word == "st" ? "saint" : (word == "ste" ? "sainte" : word);
    begin = end + 1;
  }
  return result;
}

Gazetteer::Gazetteer(const Column& name, const Column* region) : region_(region) {
  folded_.reserve(name.size());
  for (std::size_t row = 0; row < name.size(); ++row) {
    folded_.push_back(fold_place(name.text(row)));
    rows_of_[folded_.back()].push_back(static_cast<Index>(row));
  }
}

bool Gazetteer::is_allowed(Index row, const PlaceQuestion& question) const {
  return !region_ || question.regions.empty() || question.regions.contains(region_->text(row));
}

std::vector<Index> Gazetteer::same_name(const std::string& folded, const PlaceQuestion& question) const {
  std::vector<Index> rows;
  const auto found = rows_of_.find(folded);
  if (found == rows_of_.end()) return rows;
  for (const Index row : found->second)
    if (is_allowed(row, question)) rows.push_back(row);
  return rows;
}

std::vector<Index> Gazetteer::nearest_names(const std::string& folded, int limit,
                                            const PlaceQuestion& question) const {
  std::vector<Index> best;
  int best_distance = limit;
  for (Index row = 0; row < folded_.size(); ++row) {
    if (length_difference(folded_[row], folded) > best_distance || !is_allowed(row, question)) continue;
    const int distance = edit_distance(folded_[row], folded);
    if (distance > best_distance) continue;
    if (distance < best_distance) best.clear();
    best_distance = distance;
    best.push_back(row);
  }
  return best;
}

std::vector<Index> Gazetteer::suggestions(const std::string& folded, const PlaceQuestion& question) const {
  constexpr std::size_t kFew = 5;
  std::vector<std::pair<int, Index>> ranked;
  for (Index row = 0; row < folded_.size(); ++row)
    if (is_allowed(row, question)) ranked.emplace_back(edit_distance(folded_[row], folded), row);
  const std::size_t count = std::min(kFew, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end());
  std::vector<Index> rows;
  for (std::size_t i = 0; i < count; ++i) rows.push_back(ranked[i].second);
  return rows;
}

PlaceAnswer Gazetteer::find(const PlaceQuestion& question) const {
  const std::string folded = fold_place(question.name);
  std::vector<Index> rows = same_name(folded, question);
  if (rows.empty() && !folded.empty())
    rows = nearest_names(folded, allowed_mistakes(folded.size()), question);
  if (rows.empty()) return {Column::kNoRow, false, suggestions(folded, question)};
  rows = preferred_of(rows, question.preferred);
  if (rows.size() == 1) return {rows.front(), false, {}};
  return {Column::kNoRow, true, std::move(rows)};
}

}  // namespace cartouche::pipeline
