#include "callout_search.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <tuple>

#include "callout_bounds.h"

namespace cartouche::label {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
// Two costs nearer than this are equal, so that rounding does not keep the search going.
constexpr double kEqual = 1e-9;

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}
Mask bit(int request) {
  return Mask{1} << static_cast<unsigned>(request);
}

class Search {
 public:
  Search(const std::vector<CalloutRequest>& requests, const std::vector<CalloutStrip>& strips,
         const CalloutSearchOptions& options)
      : requests_(requests), options_(options), nodes_left_(options.nodes) {
    for (const CalloutStrip& strip : strips)
      axes_.emplace_back(strip, requests, options.gap, options.steps, options_.obstacles);
    const int count = static_cast<int>(requests.size());
    for (const StripAxis& axis : axes_) costs_.push_back(stacking_costs(axis, count, options.steps));
    find_rest_costs();
  }

  CalloutSolution run() {
    std::vector<Mask> sets(costs_of_rest_.front().size());
    std::iota(sets.begin(), sets.end(), Mask{0});
    const std::vector<double>& cost = costs_of_rest_.front();
    std::erase_if(sets, [&](Mask set) { return set == 0 || cost[set] == kInfinite; });
    std::sort(sets.begin(), sets.end(), [&](Mask a, Mask b) {
      return std::tuple(-std::popcount(a), cost[a], a) < std::tuple(-std::popcount(b), cost[b], b);
    });
    int placed = 0;
    best_.cost = kInfinite;
    for (const Mask set : sets) {
      if (std::popcount(set) < placed || nodes_left_ <= 0) break;
      visit_strip(0, set, 0);
      placed = static_cast<int>(best_.boxes.size());
    }
    return best_;
  }

 private:
  // From the last strip backwards: the least cost of a set over this strip and the ones after it.
  void find_rest_costs() {
    const std::size_t sets = std::size_t{1} << requests_.size();
    costs_of_rest_.assign(axes_.size() + 1, std::vector<double>(sets, kInfinite));
    costs_of_rest_.back()[0] = 0;
    for (std::size_t strip = axes_.size(); strip-- > 0;)
      for (Mask set = 0; set < sets; ++set)
        for (Mask part = set;; part = (part - 1) & set) {
          costs_of_rest_[strip][set] = std::min(costs_of_rest_[strip][set],
                                                costs_[strip][part] + costs_of_rest_[strip + 1][set & ~part]);
          if (part == 0) break;
        }
  }

  bool hopeless(double cost) const { return !(cost < best_.cost - kEqual) || nodes_left_ <= 0; }

  // Shares `rest` out over the strips from `strip` on; those before it are filled, at `cost`.
  void visit_strip(std::size_t strip, Mask rest, double cost) {
    if (hopeless(cost + costs_of_rest_[strip][rest])) return;
    if (strip == axes_.size()) {
      finish(cost);
      return;
    }
    std::vector<std::pair<double, Mask>> parts;
    for (Mask part = rest;; part = (part - 1) & rest) {
      const double least = costs_[strip][part] + costs_of_rest_[strip + 1][rest & ~part];
      if (!hopeless(cost + least)) parts.emplace_back(least, part);
      if (part == 0) break;
    }
    std::sort(parts.begin(), parts.end());
    for (const auto& [least, part] : parts) {
      if (hopeless(cost + least)) return;
      if (part == 0) {
        visit_strip(strip + 1, rest, cost);
        continue;
      }
      const Completion completion(axes_[strip], part, static_cast<int>(requests_.size()), options_.steps);
      Stack stack{strip, part, rest & ~part, cost, completion, {}, {}};
      visit_order(stack, part);
    }
  }

  // The order being built in one strip.
  struct Stack {
    std::size_t strip;
    Mask set;
    Mask later;   // for the strips after this one
    double cost;  // of the strips before this one
    const Completion& completion;
    std::vector<int> order;
    // By box and step: the least cost of the boxes up to it, it standing at the step.
    std::vector<std::vector<double>> rows;
  };

  void visit_order(Stack& stack, Mask rest) {
    if (nodes_left_ <= 0) return;
    --nodes_left_;
    if (rest == 0) {
      fill_strip(stack);
      return;
    }
    const double others = stack.cost + costs_of_rest_[stack.strip + 1][stack.later];
    std::vector<std::tuple<double, int, std::vector<double>>> children;
    for (Mask left = rest; left != 0; left &= left - 1) {
      const int request = std::countr_zero(left);
      std::vector<double> row = next_row(stack, rest, request);
      double least = kInfinite;
      for (std::size_t step = 0; step < row.size(); ++step)
        least =
            std::min(least, row[step] + stack.completion.cost(rest & ~bit(request), static_cast<int>(step)));
      if (!hopeless(others + least)) children.emplace_back(least, request, std::move(row));
    }
    std::sort(children.begin(), children.end());
    for (auto& [least, request, row] : children) {
      if (hopeless(others + least)) return;
      stack.order.push_back(request);
      stack.rows.push_back(std::move(row));
      visit_order(stack, rest & ~bit(request));
      stack.order.pop_back();
      stack.rows.pop_back();
    }
  }

  std::vector<double> next_row(const Stack& stack, Mask rest, int request) const {
    const StripAxis& axis = axes_[stack.strip];
    const double pitch = pitch_of(axis, stack.set & ~rest);
    std::vector<double> row(at(stack.completion.last_step()) + 1);
    double before = stack.rows.empty() ? 0 : kInfinite;
    for (std::size_t step = 0; step < row.size(); ++step) {
      if (!stack.rows.empty()) before = std::min(before, stack.rows.back()[step]);
      row[step] = before + axis.cost(request, axis.position(pitch, static_cast<int>(step)));
    }
    return row;
  }

  // The whole order is known: boxes take their best steps, and the next strip follows if leaders can be
  // drawn.
  void fill_strip(const Stack& stack) {
    const std::size_t filled = boxes_.size();
    const std::vector<int> steps = best_steps(stack);
    const double cost = stack.cost + *std::min_element(stack.rows.back().begin(), stack.rows.back().end());
    double pitch = 0;
    for (std::size_t i = 0; i < stack.order.size(); ++i) {
      const StripAxis& axis = axes_[stack.strip];
      const int request = stack.order[i];
      const double position = axis.position(pitch, steps[i]);
      boxes_.push_back({request, static_cast<int>(stack.strip), requests_[at(request)].site,
                        axis.box(request, position), axis.ports(request, position)});
      pitch += axis.pitch(request);
    }
    if (lead(boxes_, options_.gap, options_.obstacles)) visit_strip(stack.strip + 1, stack.later, cost);
    boxes_.resize(filled);
  }

  static std::vector<int> best_steps(const Stack& stack) {
    std::vector<int> steps(stack.order.size());
    std::ptrdiff_t last = static_cast<std::ptrdiff_t>(stack.rows.back().size()) - 1;
    for (std::size_t i = stack.rows.size(); i-- > 0;) {
      const auto row = stack.rows[i].begin();
      last = std::min_element(row, row + last + 1) - row;
      steps[i] = static_cast<int>(last);
    }
    return steps;
  }

  // Every request of the set has its box: draw the leaders for good. `cost` is that of the nearest ports.
  void finish(double cost) {
    const std::optional<Leaders> leaders = lead(boxes_, options_.gap, options_.obstacles);
    if (!leaders) return;
    double nearest = 0;
    for (const PlacedBox& box : boxes_) nearest += distance(box.ports[0], box.site);
    const double total = cost - nearest + leaders->length;
    if (total < best_.cost - kEqual) best_ = {boxes_, leaders->port, total};
  }

  const std::vector<CalloutRequest>& requests_;
  CalloutSearchOptions options_;
  int nodes_left_;
  std::vector<StripAxis> axes_;
  std::vector<std::vector<double>> costs_;          // by strip and set
  std::vector<std::vector<double>> costs_of_rest_;  // by strip and set: in this strip and those after it
  std::vector<PlacedBox> boxes_;
  CalloutSolution best_;
};

}  // namespace

CalloutSolution search_callouts(const std::vector<CalloutRequest>& requests,
                                const std::vector<CalloutStrip>& strips,
                                const CalloutSearchOptions& options) {
  if (requests.empty() || strips.empty()) return {};
  return Search(requests, strips, options).run();
}

}  // namespace cartouche::label
