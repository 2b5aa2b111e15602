#include "callout_leaders.h"

#include <algorithm>
#include <limits>

#include "box_grid.h"
#include "segments.h"

namespace cartouche::label {
namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

Segment leader(const PlacedBox& box, int port) {
  return {box.ports[at(port)], box.site};
}

bool leaders_meet(const PlacedBox& a, int a_port, const PlacedBox& b, int b_port) {
  const Segment first = leader(a, a_port), second = leader(b, b_port);
  if (a.site != b.site) return meet(first, second);
  // Both end there: they must not run over each other as well.
  const Segment to_a{first.from, first.from}, to_b{second.from, second.from};
  return meet(to_a, second) || meet(to_b, first);
}

class PortSearch {
 public:
  PortSearch(const std::vector<PlacedBox>& boxes, double gap, const std::vector<CalloutObstacle>& obstacles)
      : boxes_(boxes), gap_(gap), obstacles_(obstacles) {}

  std::optional<Leaders> run() {
    if (!apart()) return std::nullopt;
    find_free_ports();
    best_.length = std::numeric_limits<double>::infinity();
    visit(0, 0);
    if (best_.port.size() != boxes_.size()) return std::nullopt;
    return best_;
  }

 private:
  bool apart() const {
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        // Boxes of one strip are stacked with their gaps, which rounding must not turn into a fault.
        if (overlap(boxes_[i].box, boxes_[j].box, boxes_[i].strip == boxes_[j].strip ? -1e-6 : gap_))
          return false;
    return true;
  }

  // The ports whose leader meets no other box and no obstacle, shortest leader first.
  void find_free_ports() {
    free_.resize(boxes_.size());
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      for (int port = 0; port < StripAxis::kPorts; ++port) {
        const bool blocked = std::any_of(boxes_.begin(), boxes_.end(), [&](const PlacedBox& other) {
          return other.request != boxes_[i].request && meet(leader(boxes_[i], port), other.box);
        });
        if (!blocked && !meets_obstacle(boxes_[i].ports[at(port)], boxes_[i].site, obstacles_))
          free_[i].push_back(port);
      }
      std::stable_sort(free_[i].begin(), free_[i].end(),
                       [&](int a, int b) { return length(i, a) < length(i, b); });
    }
    rest_.assign(boxes_.size() + 1, 0);
    for (std::size_t i = boxes_.size(); i-- > 0;)
      rest_[i] = rest_[i + 1] +
                 (free_[i].empty() ? std::numeric_limits<double>::infinity() : length(i, free_[i].front()));
  }

  double length(std::size_t box, int port) const {
    return distance(boxes_[box].ports[at(port)], boxes_[box].site);
  }

  void visit(std::size_t box, double so_far) {
    if (!(so_far + rest_[box] < best_.length) || visits_left_-- <= 0) return;
    if (box == boxes_.size()) {
      best_ = {port_, so_far};
      return;
    }
    for (const int port : free_[box]) {
      bool crossed = false;
      for (std::size_t other = 0; other < box && !crossed; ++other)
        crossed = leaders_meet(boxes_[box], port, boxes_[other], port_[other]);
      if (crossed) continue;
      port_.push_back(port);
      visit(box + 1, so_far + length(box, port));
      port_.pop_back();
    }
  }

  const std::vector<PlacedBox>& boxes_;
  double gap_;
  const std::vector<CalloutObstacle>& obstacles_;
  std::vector<std::vector<int>> free_;  // by box
  std::vector<double> rest_;            // by box: the least that this one and the later ones measure
  std::vector<int> port_;
  Leaders best_;
  int visits_left_ = 5000;  // a page of many boxes could take forever to be found impossible
};

}  // namespace

std::optional<Leaders> lead(const std::vector<PlacedBox>& boxes, double gap,
                            const std::vector<CalloutObstacle>& obstacles) {
  return PortSearch(boxes, gap, obstacles).run();
}

}  // namespace cartouche::label
