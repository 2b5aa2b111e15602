// Communes dissolved to intercommunalités: our coverage union. Before anything is measured the result is held
// to what it must keep: every polygon valid, the area the same to 1e-9.
//
//   bench_dissolve

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"
#include "layers.h"

namespace cartouche::bench {
namespace {

double whole_area(const GeometryArray& polygons, std::span<const GeometryArray::Index> group) {
  double sum = 0;
  for (std::size_t i = 0; i < polygons.size(); ++i)
    if (group.empty() || group[i] != PointLocator::kNone) sum += area(polygons, i);
  return sum;
}

// The intercommunalité that holds the centroid of each commune.
std::vector<GeometryArray::Index> groups_of(const GeometryArray& communes, const GeometryArray& epci) {
  std::vector<Point> centers;
  for (std::size_t i = 0; i < communes.size(); ++i) centers.push_back(centroid(communes, i));
  return PointLocator(epci).locate(centers);
}

void hold(const GeometryArray& communes, std::span<const GeometryArray::Index> group,
          const GeometryArray& made) {
  const double before = whole_area(communes, group), after = whole_area(made, {});
  const std::size_t invalid = faults(made).size();
  std::cout << "area kept to " << std::abs(after / before - 1) << ", " << invalid << " polygons not valid\n";
  if (std::abs(after / before - 1) > 1e-9 || invalid > 0) std::exit(1);
}

void Dissolve(benchmark::State& state) {
  const GeometryArray &communes = layer("communes-2018"), &epci = layer("epci-2021");
  const std::vector<GeometryArray::Index> group = groups_of(communes, epci);
  hold(communes, group, dissolve(communes, group, epci.size()));
  for (auto _ : state) benchmark::DoNotOptimize(dissolve(communes, group, epci.size()));
  state.counters["polygons"] = static_cast<double>(communes.size());
}
BENCHMARK(Dissolve)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace cartouche::bench
