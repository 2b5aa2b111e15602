#include "branch_and_bound.h"

#include <limits>

namespace cartouche::label {
namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

class Search {
 public:
  Search(const ConflictGraph& graph, int nodes, Choice& best)
      : graph_(graph),
        nodes_left_(nodes),
        best_(best),
        best_gain_(total_gain(graph, best)),
        blocked_(at(graph.places()), 0),
        open_(at(graph.labels()), 1),
        choice_(at(graph.labels()), ConflictGraph::kNone) {}

  bool run() {
    visit(0);
    return nodes_left_ > 0;
  }

 private:
  struct Branch {
    int label = ConflictGraph::kNone;  // kNone: nothing open has a free place
    Gain hope = 0;                     // of all open labels together
  };

  Branch choose() const {
    Branch branch;
    int fewest = std::numeric_limits<int>::max();
    for (int label = 0; label < graph_.labels(); ++label) {
      if (!open_[at(label)]) continue;
      int free = 0;
      for (int place = graph_.first[at(label)]; place < graph_.first[at(label) + 1]; ++place)
        // The first free place is the label's best.
        if (!blocked_[at(place)] && free++ == 0) branch.hope += graph_.gain[at(place)];
      if (free == 0 || free >= fewest) continue;
      fewest = free;
      branch.label = label;
    }
    return branch;
  }

  void visit(Gain gained) {
    if (nodes_left_ <= 0 || --nodes_left_ == 0) return;
    const Branch branch = choose();
    if (gained + branch.hope <= best_gain_) return;
    if (branch.label == ConflictGraph::kNone) {
      best_ = choice_;
      best_gain_ = gained;
      return;
    }
    open_[at(branch.label)] = 0;
    for (int place = graph_.first[at(branch.label)]; place < graph_.first[at(branch.label) + 1]; ++place) {
      if (blocked_[at(place)]) continue;
      block(place, 1);
      choice_[at(branch.label)] = place;
      visit(gained + graph_.gain[at(place)]);
      block(place, -1);
    }
    choice_[at(branch.label)] = ConflictGraph::kNone;
    visit(gained);
    open_[at(branch.label)] = 1;
  }

  void block(int place, int by) {
    for (const int other : conflicts(graph_, place)) blocked_[at(other)] += by;
  }

  const ConflictGraph& graph_;
  int nodes_left_;
  Choice& best_;
  Gain best_gain_;
  std::vector<int> blocked_;  // by place: how many chosen places exclude it
  std::vector<char> open_;    // by label
  Choice choice_;
};

}  // namespace

bool solve_exactly(const ConflictGraph& graph, int nodes, Choice& choice) {
  return Search(graph, nodes, choice).run();
}

}  // namespace cartouche::label
