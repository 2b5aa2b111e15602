#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "../../src/label/callout_search.h"
#include "../../src/label/segments.h"
#include "cartouche/label/label.h"
#include "random_instances.h"

namespace cartouche {
namespace {

using testing_label::too_near;
using testing_label::uniform;

struct Page {
  std::vector<CalloutRequest> requests;
  std::vector<CalloutStrip> strips;
  double gap = 0;
  std::vector<CalloutObstacle> obstacles{};
};

constexpr Box kMap{{100, 100}, {400, 500}};

CalloutStrip strip(CalloutSide side) {
  switch (side) {
    case CalloutSide::left:
      return {side, {{0, 100}, {100, 500}}};
    case CalloutSide::right:
      return {side, {{400, 100}, {500, 500}}};
    case CalloutSide::top:
      return {side, {{100, 0}, {400, 100}}};
    case CalloutSide::bottom:
      break;
  }
  return {side, {{100, 500}, {400, 600}}};
}

// Sites all over the map, some of them at one place; boxes of different sizes that may or may not fit.
Page random_page(std::uint64_t seed, int requests, int strips) {
  std::mt19937_64 random(seed);
  Page page;
  page.gap = uniform(random, 0, 8);
  const auto first = random() % 4;
  for (int i = 0; i < strips; ++i)
    page.strips.push_back(strip(static_cast<CalloutSide>((first + static_cast<std::uint64_t>(i)) % 4)));
  const double size = uniform(random, 0.3, 1.1) * 350 * std::min(strips, 2) / requests;
  for (int i = 0; i < requests; ++i) {
    Point site{uniform(random, 101, 399), uniform(random, 101, 499)};
    if (i > 0 && uniform(random, 0, 1) < 0.1) site = page.requests.front().site;
    page.requests.push_back({std::to_string(i), site, std::min(100.0, size * uniform(random, 0.5, 1)),
                             std::min(100.0, size * uniform(random, 0.5, 1))});
  }
  return page;
}

// Solves a·s + b·t = c by Cramer's rule: another way than the one under test.
bool segments_meet(Point a, Point b, Point c, Point d) {
  const double determinant = (b.x - a.x) * (c.y - d.y) - (c.x - d.x) * (b.y - a.y);
  if (determinant == 0) return false;  // parallel: has no part in random pages
  const double s = ((c.x - a.x) * (c.y - d.y) - (c.x - d.x) * (c.y - a.y)) / determinant;
  const double t = ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / determinant;
  return s >= 0 && s <= 1 && t >= 0 && t <= 1;
}

bool crosses_box(const std::vector<Point>& leader, const Box& box) {
  const Point corners[] = {box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}};
  for (std::size_t i = 0; i < 4; ++i)
    if (segments_meet(leader[0], leader[1], corners[i], corners[(i + 1) % 4])) return true;
  return box.contains(leader[1]);
}

std::string first_fault(const Page& page, const CalloutLayout& layout) {
  constexpr double kRounding = 1e-6;
  if (layout.places.size() + layout.unplaced.size() != page.requests.size()) return "a request is lost";
  for (const CalloutPlace& place : layout.places) {
    const CalloutRequest& request = page.requests[static_cast<std::size_t>(place.request)];
    const std::string name = "request " + request.id;
    if (!page.strips[static_cast<std::size_t>(place.strip)].box.expanded(kRounding).contains(place.box))
      return name + " leaves its strip";
    if (std::abs(place.box.width() - request.width) > kRounding ||
        std::abs(place.box.height() - request.height) > kRounding)
      return name + " has another size";
    if (place.leader.size() != 2 || place.leader[1] != request.site) return name + " is not tied to its site";
    if (!place.box.expanded(kRounding).contains(place.leader[0])) return name + " has a loose leader";
    for (const auto& [obstacle, stops_leaders] : page.obstacles) {
      if (too_near(place.box, obstacle, -kRounding)) return name + " covers an obstacle";
      if (stops_leaders && !obstacle.contains(request.site) && crosses_box(place.leader, obstacle))
        return name + ": leader over an obstacle";
    }
    for (const CalloutRequest& other : page.requests)
      if (place.box.contains(other.site)) return name + " covers site " + other.id;
    for (const CalloutPlace& other : layout.places) {
      if (other.request == place.request) continue;
      const std::string both = name + " and " + std::to_string(other.request);
      if (too_near(place.box, other.box, page.gap - kRounding)) return both + " are too near";
      if (crosses_box(place.leader, other.box)) return both + ": leader over box";
      if (other.leader[1] != place.leader[1] &&
          segments_meet(place.leader[0], place.leader[1], other.leader[0], other.leader[1]))
        return both + ": leaders cross";
    }
  }
  return "";
}

TEST(Callouts, NeverOverlapNorCrossNorLeaveTheirStripOnRandomPages) {
  int placed = 0, wanted = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const int requests = 1 + static_cast<int>(seed % 7), strips = 1 + static_cast<int>(seed / 7 % 4);
    const Page page = random_page(seed, requests, strips);
    const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
    ASSERT_EQ(first_fault(page, layout), "") << "seed " << seed;
    placed += static_cast<int>(layout.places.size());
    wanted += requests;
  }
  EXPECT_GT(placed, 0.9 * wanted) << "the pages are no test when little is placed";
}

TEST(Callouts, InTwoColumnsOfBothSidesLeadPastTheInnerOnesOnRandomPages) {
  int placed = 0, wanted = 0, outer = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    Page page = random_page(seed, 1 + static_cast<int>(seed % 8), 1);
    const double width = 60;
    page.strips.clear();
    for (const double left : {-20.0 - page.gap, 40.0})
      page.strips.push_back({CalloutSide::left, {{left, 100}, {left + width, 500}}});
    for (const double left : {400.0, 460.0 + page.gap})
      page.strips.push_back({CalloutSide::right, {{left, 100}, {left + width, 500}}});
    for (CalloutRequest& request : page.requests) request.width = width;
    const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
    ASSERT_EQ(first_fault(page, layout), "") << "seed " << seed;
    for (const CalloutPlace& place : layout.places) outer += place.strip == 0 || place.strip == 3;
    placed += static_cast<int>(layout.places.size());
    wanted += static_cast<int>(page.requests.size());
  }
  EXPECT_GT(placed, 0.95 * wanted) << "the pages are no test when little is placed";
  EXPECT_GT(outer, 0) << "nor when nothing stands in an outer column";
}

TEST(Callouts, KeepTheirBoxesAndLeadersOffObstaclesOnRandomPages) {
  int placed = 0, wanted = 0, would_hit = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const int requests = 1 + static_cast<int>(seed % 6), strips = 1 + static_cast<int>(seed / 6 % 4);
    Page page = random_page(seed, requests, strips);
    const CalloutLayout free = place_callouts(page.requests, page.strips, page.gap);
    std::mt19937_64 random(seed + 1);
    for (int i = 0; i < 3; ++i) {
      const Point corner{uniform(random, 0, 450), uniform(random, 0, 550)};
      page.obstacles.push_back(
          {{corner, {corner.x + uniform(random, 10, 70), corner.y + uniform(random, 10, 70)}}, i < 2});
    }
    if (!first_fault(page, free).empty()) ++would_hit;
    const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap, page.obstacles);
    ASSERT_EQ(first_fault(page, layout), "") << "seed " << seed;
    placed += static_cast<int>(layout.places.size());
    wanted += requests;
  }
  EXPECT_GT(placed, 0.7 * wanted) << "the pages are no test when little is placed";
  EXPECT_GT(would_hit, 300) << "nor when nothing stands in the way";
}

TEST(Callouts, StayValidOnPagesTooLargeForTheSearch) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Page page = random_page(seed, 13 + static_cast<int>(seed % 8), 2);
    ASSERT_EQ(first_fault(page, place_callouts(page.requests, page.strips, page.gap)), "") << "seed " << seed;
  }
}

TEST(Callouts, AlwaysFindPlacesOnOneSideWhenTheBoxesFit) {
  for (std::uint64_t seed = 0; seed < 140; ++seed) {
    std::mt19937_64 random(seed);
    const int count = 2 + static_cast<int>(seed % 7);
    Page page{{}, {strip(CalloutSide::right)}, 4};
    // Heights from 1 to 8 parts, which fill the strip to the last bit of room.
    std::vector<double> parts;
    for (int i = 0; i < count; ++i) parts.push_back(uniform(random, 1, 8));
    const double all = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (int i = 0; i < count; ++i)
      page.requests.push_back({std::to_string(i),
                               {uniform(random, 101, 399), uniform(random, 101, 499)},
                               100,
                               parts[static_cast<std::size_t>(i)] / all * (400 - page.gap * (count - 1))});
    const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
    ASSERT_EQ(first_fault(page, layout), "") << "seed " << seed;
    ASSERT_TRUE(layout.unplaced.empty()) << "seed " << seed;
  }
}

// All orders over all strips, all steps, all ports, with no bound and no table.
class BruteForce {
 public:
  BruteForce(const Page& page, const label::CalloutSearchOptions& options) : page_(page), options_(options) {
    for (const CalloutStrip& one : page.strips)
      axes_.emplace_back(one, page.requests, page.gap, options.steps, page.obstacles);
  }

  std::optional<double> run() {
    std::vector<int> requests(page_.requests.size());
    std::iota(requests.begin(), requests.end(), 0);
    do share_out(requests, 0, 0, {});
    while (std::next_permutation(requests.begin(), requests.end()));
    return best_;
  }

 private:
  // The requests from `from` on go to strip `strip` and the later ones, in this order.
  void share_out(const std::vector<int>& requests, std::size_t from, std::size_t strip,
                 const std::vector<label::PlacedBox>& boxes, double beside = 0) {
    if (strip == axes_.size()) {
      if (from == requests.size()) draw(boxes, beside);
      return;
    }
    for (std::size_t to = from; to <= requests.size(); ++to) {
      least_ = INFINITY;
      stack(requests, from, to, strip, 0, 0, 0, {});
      if (!(least_ < INFINITY)) continue;
      std::vector<label::PlacedBox> more = boxes;
      more.insert(more.end(), stacked_.begin(), stacked_.end());
      double nearest = 0;
      for (const label::PlacedBox& box : stacked_)
        nearest += std::hypot(box.ports[0].x - box.site.x, box.ports[0].y - box.site.y);
      share_out(requests, to, strip + 1, more, beside + least_ - nearest);
    }
  }

  void stack(const std::vector<int>& requests, std::size_t from, std::size_t to, std::size_t strip,
             double pitch, int first_step, double cost, const std::vector<label::PlacedBox>& boxes) {
    const label::StripAxis& axis = axes_[strip];
    if (from == to) {
      if (cost < least_) {
        least_ = cost;
        stacked_ = boxes;
      }
      return;
    }
    const int request = requests[from];
    if (!axis.takes(request)) return;
    double all = pitch;
    for (std::size_t i = from; i < to; ++i) all += axis.pitch(requests[i]);
    for (int step = first_step; step <= axis.last_step(all); ++step) {
      const double position = axis.position(pitch, step);
      std::vector<label::PlacedBox> more = boxes;
      more.push_back({request, static_cast<int>(strip),
                      page_.requests[static_cast<std::size_t>(request)].site, axis.box(request, position),
                      axis.ports(request, position)});
      stack(requests, from + 1, to, strip, pitch + axis.pitch(request), step,
            cost + axis.cost(request, position), more);
    }
  }

  void draw(const std::vector<label::PlacedBox>& boxes, double beside) {
    const auto combinations = static_cast<std::size_t>(std::pow(3, boxes.size()) + 0.5);
    for (std::size_t number = 0; number < combinations; ++number) {
      CalloutLayout layout;
      double length = beside;
      std::size_t digits = number;
      for (const label::PlacedBox& box : boxes) {
        const Point port = box.ports[digits % 3];
        digits /= 3;
        length += std::hypot(port.x - box.site.x, port.y - box.site.y);
        layout.places.push_back({box.request, box.strip, box.box, {port, box.site}});
      }
      if ((!best_ || length < *best_) && first_fault(page_, layout).empty()) best_ = length;
    }
  }

  const Page& page_;
  label::CalloutSearchOptions options_;
  std::vector<label::StripAxis> axes_;
  double least_ = INFINITY;
  std::vector<label::PlacedBox> stacked_;
  std::optional<double> best_;
};

void expect_minimal(int requests, int strips, std::uint64_t seeds) {
  int solved = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Page page = random_page(seed, requests, strips);
    label::CalloutSearchOptions options;
    options.gap = page.gap;
    options.steps = 5;
    const label::CalloutSolution solution = label::search_callouts(page.requests, page.strips, options);
    const std::optional<double> best = BruteForce(page, options).run();
    if (!best) {
      EXPECT_LT(solution.boxes.size(), page.requests.size()) << "seed " << seed;
      continue;
    }
    ++solved;
    ASSERT_EQ(solution.boxes.size(), page.requests.size()) << "seed " << seed;
    ASSERT_NEAR(solution.cost, *best, 1e-6) << "seed " << seed;
  }
  EXPECT_GT(solved, static_cast<int>(seeds) / 2);
}

TEST(Callouts, AreAsShortAsTheBestOfAllOrdersOnOneSide) {
  expect_minimal(3, 1, 60);
  expect_minimal(4, 1, 40);
  expect_minimal(5, 1, 15);
}

TEST(Callouts, AreAsShortAsTheBestOfAllOrdersOverTwoAndThreeSides) {
  expect_minimal(3, 2, 40);
  expect_minimal(4, 2, 15);
  expect_minimal(3, 3, 20);
}

TEST(Callouts, StandBesideTheirSiteWhenThereIsRoom) {
  const CalloutLayout layout =
      place_callouts({{"a", {300, 300}, 80, 40}}, {strip(CalloutSide::left), strip(CalloutSide::right)}, 4);
  ASSERT_EQ(layout.places.size(), 1U);
  EXPECT_EQ(layout.places[0].strip, 1) << "the nearer side";
  EXPECT_EQ(layout.places[0].leader, (std::vector<Point>{{400, 300}, {300, 300}}));
  EXPECT_EQ(layout.places[0].box.min.x, 400) << "flush with the map";
  EXPECT_NEAR(layout.places[0].box.center().y, 300, 400.0 / 48);
}

TEST(Callouts, FaceTheMapOnAllFourSides) {
  for (const auto side : {CalloutSide::left, CalloutSide::right, CalloutSide::top, CalloutSide::bottom}) {
    const Page page{{{"a", {220, 310}, 60, 40}}, {strip(side)}, 4};
    const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
    ASSERT_EQ(first_fault(page, layout), "");
    ASSERT_EQ(layout.places.size(), 1U);
    EXPECT_TRUE(kMap.contains(layout.places[0].leader[0])) << "starts at the map's edge";
    EXPECT_EQ(std::hypot(layout.places[0].leader[0].x - 220, layout.places[0].leader[0].y - 310),
              side == CalloutSide::left    ? 120
              : side == CalloutSide::right ? 180
              : side == CalloutSide::top   ? 210
                                           : 190);
  }
}

TEST(Callouts, ReportWhatDoesNotFitAndPlaceTheRest) {
  const std::vector<CalloutStrip> one{strip(CalloutSide::left)};
  EXPECT_EQ(place_callouts({{"wide", {200, 200}, 101, 10}, {"fits", {200, 300}, 100, 10}}, one, 0).unplaced,
            (std::vector{0}));
  EXPECT_EQ(place_callouts(
                {{"a", {200, 200}, 50, 201}, {"b", {200, 300}, 50, 150}, {"c", {200, 350}, 50, 201}}, one, 0)
                .places.size(),
            2U);
  EXPECT_EQ(place_callouts({{"behind", {50, 200}, 50, 20}}, one, 0).unplaced, (std::vector{0}));
  EXPECT_EQ(place_callouts({{"nowhere", {NAN, NAN}, 50, 20}}, one, 0).unplaced, (std::vector{0}));
  EXPECT_EQ(place_callouts({{"a", {200, 200}, 50, 20}}, {}, 0).unplaced, (std::vector{0}));
  EXPECT_TRUE(place_callouts({}, one, 0).places.empty());
}

TEST(Callouts, FillAStripWithNoRoomToSpare) {
  const Page page{{{"a", {380, 110}, 100, 30}, {"b", {120, 110}, 100, 30}, {"c", {250, 300}, 92, 30}},
                  {strip(CalloutSide::bottom)},
                  4};
  const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
  ASSERT_EQ(first_fault(page, layout), "");
  ASSERT_TRUE(layout.unplaced.empty());
  EXPECT_LT(layout.places[1].box.min.x, layout.places[2].box.min.x);
  EXPECT_LT(layout.places[2].box.min.x, layout.places[0].box.min.x);
}

TEST(Callouts, OfOneSiteMayShareIt) {
  const Page page{{{"a", {200, 300}, 80, 40}, {"b", {200, 300}, 80, 40}, {"c", {200, 300}, 80, 40}},
                  {strip(CalloutSide::left)},
                  4};
  const CalloutLayout layout = place_callouts(page.requests, page.strips, page.gap);
  EXPECT_TRUE(layout.unplaced.empty());
  EXPECT_EQ(first_fault(page, layout), "");
}

struct SegmentCase {
  Point a, b, c, d;
  bool meet;
};
class Segments : public ::testing::TestWithParam<SegmentCase> {};
TEST_P(Segments, MeetWhenTheyCrossOrTouch) {
  const auto& [a, b, c, d, expected] = GetParam();
  EXPECT_EQ(label::meet(label::Segment{a, b}, label::Segment{c, d}), expected);
  EXPECT_EQ(label::meet(label::Segment{d, c}, label::Segment{a, b}), expected);
}
INSTANTIATE_TEST_SUITE_P(Cases, Segments,
                         ::testing::Values(SegmentCase{{0, 0}, {4, 4}, {0, 4}, {4, 0}, true},
                                           SegmentCase{{0, 0}, {4, 4}, {5, 4}, {9, 0}, false},
                                           SegmentCase{{0, 0}, {4, 0}, {2, 0}, {2, 5}, true},
                                           SegmentCase{{0, 0}, {4, 0}, {4, 0}, {5, 5}, true},
                                           SegmentCase{{0, 0}, {4, 0}, {2, 0}, {6, 0}, true},
                                           SegmentCase{{0, 0}, {4, 0}, {5, 0}, {6, 0}, false},
                                           SegmentCase{{0, 0}, {4, 0}, {0, 1}, {4, 1}, false}));

TEST(SegmentAndBox, MeetFromWithinAcrossAndAtTheEdge) {
  const Box box{{0, 0}, {4, 2}};
  EXPECT_TRUE(label::meet(label::Segment{{1, 1}, {9, 9}}, box));
  EXPECT_TRUE(label::meet(label::Segment{{-1, 1}, {9, 1}}, box));
  EXPECT_TRUE(label::meet(label::Segment{{-1, 1}, {1, 3}}, box)) << "the corner";
  EXPECT_TRUE(label::meet(label::Segment{{4, -5}, {4, 5}}, box));
  EXPECT_FALSE(label::meet(label::Segment{{-1, 1.5}, {1, 3.5}}, box));
  EXPECT_FALSE(label::meet(label::Segment{{5, -5}, {5, 5}}, box));
}

}  // namespace
}  // namespace cartouche
