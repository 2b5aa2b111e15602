// Which polygon holds each point: building the index, asking it, and GEOS beside it. The answers are compared
// with GEOS's before anything is measured.
//
//   bench_point_locator --benchmark_filter=Join

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <map>

#include "cartouche/geometry/point_locator.h"
#include "geos_join.h"
#include "layers.h"

namespace cartouche::bench {
namespace {

using benchmark::State;

constexpr std::array kLayers = {"regions-2018", "departements-2018", "epci-2021", "communes-2018"};

const GeometryArray& layer_of(const State& state) {
  return layer(kLayers[static_cast<std::size_t>(state.range(0))]);
}

void count(State& state, std::size_t points) {
  state.SetLabel(kLayers[static_cast<std::size_t>(state.range(0))]);
  state.counters["vertices"] = static_cast<double>(layer_of(state).points().size());
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * static_cast<std::int64_t>(state.iterations()));
}

/// Index and answers of 1 000 000 points: layer, threads, box (0 = of all polygons, 1 = Métropole).
void Join(State& state) {
  const auto& polygons = layer_of(state);
  const auto threads = static_cast<unsigned>(state.range(1));
  const std::vector<Point> points =
      uniform_points(state.range(2) == 0 ? polygons.box() : kMetropole, 1'000'000);
  for (auto _ : state) {
    const PointLocator locator(polygons, threads);
    benchmark::DoNotOptimize(locator.locate(points, threads));
  }
  count(state, points.size());
}
BENCHMARK(Join)
    ->ArgNames({"layer", "threads", "metropole"})
    ->ArgsProduct({{0, 1, 2, 3}, {1, 2}, {0, 1}})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

void Build(State& state) {
  const auto threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) benchmark::DoNotOptimize(PointLocator(layer_of(state), threads));
  count(state, 0);
}
BENCHMARK(Build)
    ->ArgNames({"layer", "threads"})
    ->ArgsProduct({{0, 1, 2, 3}, {1, 2}})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

/// Over Métropole: layer, threads, points.
void Locate(State& state) {
  static std::map<std::int64_t, PointLocator> locators;
  const auto& locator = locators.try_emplace(state.range(0), layer_of(state), 2).first->second;
  const auto threads = static_cast<unsigned>(state.range(1));
  const std::vector<Point> points = uniform_points(kMetropole, static_cast<std::size_t>(state.range(2)));
  for (auto _ : state) benchmark::DoNotOptimize(locator.locate(points, threads));
  count(state, points.size());
}
BENCHMARK(Locate)
    ->ArgNames({"layer", "threads", "points"})
    ->ArgsProduct({{0, 1, 2, 3}, {1, 2}, {1'000, 10'000, 100'000, 1'000'000, 10'000'000}})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

/// Vertices, rounded middles of edges and points spread over Métropole.
std::vector<Point> points_to_compare(const GeometryArray& polygons) {
  std::vector<Point> points = uniform_points(kMetropole, 100'000);
  for (std::size_t ring = 0; ring < polygons.ring_count(); ++ring) {
    const auto vertices = polygons.ring(static_cast<GeometryArray::Index>(ring));
    for (std::size_t i = 1; i < vertices.size(); i += 7) {
      const Point a = vertices[i - 1], b = vertices[i];
      points.push_back(a);
      points.push_back({(a.x + b.x) / 2, (a.y + b.y) / 2});
    }
  }
  return points;
}

/// GEOS over Métropole, with 100 000 points since it takes long.
void Geos(State& state) {
  const auto& polygons = layer_of(state);
  const GeosJoin join(polygons);
  const std::vector<Point> points = points_to_compare(polygons);
  if (PointLocator(polygons).locate(points) != join.locate(points)) {
    state.SkipWithError("answers differ from those of GEOS");
    return;
  }
  const std::vector<Point> timed = uniform_points(kMetropole, 100'000);
  for (auto _ : state) benchmark::DoNotOptimize(join.locate(timed));
  count(state, timed.size());
}
BENCHMARK(Geos)->ArgName("layer")->DenseRange(0, 3)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cartouche::bench
