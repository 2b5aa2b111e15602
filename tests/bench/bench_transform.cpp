// Coordinates between systems: making a transform, and applying it to whole arrays.

#include <benchmark/benchmark.h>

#include "cartouche/crs/crs.h"
#include "layers.h"

namespace cartouche::bench {
namespace {

using benchmark::State;

void MakeTransform(State& state) {
  const Crs from = Crs::from_text("EPSG:4326"), to = Crs::from_text("EPSG:2154");
  for (auto _ : state) benchmark::DoNotOptimize(Transform(from, to));
}
BENCHMARK(MakeTransform)->Unit(benchmark::kMillisecond);

void ReadCode(State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Crs::from_text("EPSG:2154"));
}
BENCHMARK(ReadCode)->Unit(benchmark::kMillisecond);

void ToLambert93(State& state) {
  const Transform transform(Crs::from_text("EPSG:4326"), Crs::from_text("EPSG:2154"));
  const std::vector<Point> points = uniform_points(kMetropole, 1'000'000);
  for (auto _ : state) {
    std::vector<Point> there = points;
    transform.apply(there);
    benchmark::DoNotOptimize(there.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points.size() * state.iterations()));
}
BENCHMARK(ToLambert93)->Unit(benchmark::kMillisecond);

void TransformedEpci(State& state) {
  const Crs from = Crs::from_text("EPSG:4326"), to = Crs::from_text("EPSG:2154");
  const GeometryArray& epci = layer("epci-2021");
  for (auto _ : state) benchmark::DoNotOptimize(transformed(epci, from, to));
  state.SetItemsProcessed(static_cast<std::int64_t>(epci.points().size() * state.iterations()));
}
BENCHMARK(TransformedEpci)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cartouche::bench
