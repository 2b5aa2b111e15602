#include "reduce.h"

#include <algorithm>
#include <numeric>

namespace cartouche::label {
namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

class Reducer {
 public:
  explicit Reducer(const ConflictGraph& graph)
      : graph_(graph),
        keep_(at(graph.places()), 1),
        mark_(at(graph.places()), -1),
        waiting_(at(graph.labels()), 1) {}

  std::vector<char> run() {
    std::vector<int> todo(waiting_.size());
    std::iota(todo.begin(), todo.end(), 0);
    while (!todo.empty()) {
      std::vector<int> next;
      for (const int label : todo) {
        waiting_[at(label)] = 0;
        thin_out(label, next);
      }
      std::sort(next.begin(), next.end());
      todo = std::move(next);
    }
    return std::move(keep_);
  }

 private:
  // Drops every place of a label that a better one of the same label dominates.
  void thin_out(int label, std::vector<int>& next) {
    for (int worse = graph_.first[at(label) + 1] - 1; worse > graph_.first[at(label)]; --worse) {
      if (!keep_[at(worse)]) continue;
      for (const int other : conflicts(graph_, worse)) mark_[at(other)] = worse;
      // Places stand in descending gain, so all before this one gain at least as much.
      for (int better = graph_.first[at(label)]; better < worse; ++better)
        if (keep_[at(better)] && excludes_no_more(better, worse)) {
          drop(worse, next);
          break;
        }
    }
  }

  bool excludes_no_more(int better, int worse) const {
    for (const int other : conflicts(graph_, better))
      if (keep_[at(other)] && mark_[at(other)] != worse) return false;
    return true;
  }

  // What a place excluded may now be dominant: look at those labels again.
  void drop(int place, std::vector<int>& next) {
    keep_[at(place)] = 0;
    for (const int other : conflicts(graph_, place)) {
      const int label = graph_.label_of[at(other)];
      if (!keep_[at(other)] || waiting_[at(label)]) continue;
      waiting_[at(label)] = 1;
      next.push_back(label);
    }
  }

  const ConflictGraph& graph_;
  std::vector<char> keep_;
  std::vector<int> mark_;      // by place: the place whose conflicts were marked last
  std::vector<char> waiting_;  // by label: it stands in a list of work
};

// Labels joined by a conflict, numbered by component in the order of their first label; -1 without a place.
std::vector<int> component_of(const ConflictGraph& graph, const std::vector<char>& keep, int& count) {
  std::vector<int> component(at(graph.labels()), -1);
  const auto has_place = [&](int label) {
    return std::any_of(keep.begin() + graph.first[at(label)], keep.begin() + graph.first[at(label) + 1],
                       [](char k) { return k != 0; });
  };
  std::vector<int> stack;
  count = 0;
  for (int start = 0; start < graph.labels(); ++start) {
    if (component[at(start)] != -1 || !has_place(start)) continue;
    component[at(start)] = count;
    stack.push_back(start);
    while (!stack.empty()) {
      const int label = stack.back();
      stack.pop_back();
      for (int place = graph.first[at(label)]; place < graph.first[at(label) + 1]; ++place) {
        if (!keep[at(place)]) continue;
        for (const int other : conflicts(graph, place)) {
          const int neighbour = graph.label_of[at(other)];
          if (!keep[at(other)] || component[at(neighbour)] != -1) continue;
          component[at(neighbour)] = count;
          stack.push_back(neighbour);
        }
      }
    }
    ++count;
  }
  return component;
}

}  // namespace

std::vector<char> undominated(const ConflictGraph& graph) {
  return Reducer(graph).run();
}

std::vector<ConflictGraph> components(const ConflictGraph& graph, const std::vector<char>& keep) {
  int count = 0;
  const std::vector<int> component = component_of(graph, keep, count);
  std::vector<ConflictGraph> parts(at(count));
  for (ConflictGraph& part : parts) part.first.push_back(0);
  std::vector<int> number(at(graph.places()), ConflictGraph::kNone);
  for (int label = 0; label < graph.labels(); ++label) {
    if (component[at(label)] == -1) continue;
    ConflictGraph& part = parts[at(component[at(label)])];
    for (int place = graph.first[at(label)]; place < graph.first[at(label) + 1]; ++place) {
      if (!keep[at(place)]) continue;
      number[at(place)] = part.places();
      part.label_of.push_back(part.labels());
      part.source.push_back(place);
      part.gain.push_back(graph.gain[at(place)]);
    }
    part.first.push_back(part.places());
  }
  for (ConflictGraph& part : parts) {
    part.edge_begin.push_back(0);
    for (const int place : part.source) {
      for (const int other : conflicts(graph, place))
        if (keep[at(other)]) part.edges.push_back(number[at(other)]);
      part.edge_begin.push_back(static_cast<int>(part.edges.size()));
    }
  }
  return parts;
}

}  // namespace cartouche::label
