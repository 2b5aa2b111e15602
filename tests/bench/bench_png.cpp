// Encoding an image as PNG: our encoder beside Cairo's own writer. CARTOUCHE_BENCH_PNG=FILE takes the pixels
// of a page that was drawn; without it they are an A4 page at 300 dpi of overlapping polygons. `bytes` is the
// file's size.

#include <benchmark/benchmark.h>
#include <cairo.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <vector>

#include "../../src/backend/png_encoder.h"

namespace cartouche::bench {
namespace {

using benchmark::State;

struct Destroy {
  void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
  void operator()(cairo_t* one) const { cairo_destroy(one); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

/// Polygons of `colour_count` colours; without antialiasing no others arise.
Surface drawn(std::uint32_t colour_count, cairo_antialias_t antialias) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2480, 3508));
  const std::unique_ptr<cairo_t, Destroy> context(cairo_create(surface.get()));
  cairo_set_antialias(context.get(), antialias);
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  std::uint32_t state = 7;
  const auto random = [&](std::uint32_t below) {
    return ((state = state * 1664525 + 1013904223) >> 8) % below;
  };
  for (int i = 0; i < 1500; ++i) {
    const double shade = random(colour_count) / static_cast<double>(colour_count);
    cairo_set_source_rgb(context.get(), shade, 1 - shade, 0.5);
    const double x = random(2480), y = random(3508), radius = 20 + random(120);
    for (int k = 0; k < 40; ++k) {
      const double angle = k * M_PI / 20, reach = radius * (0.7 + 0.3 * random(100) / 100);
      cairo_line_to(context.get(), x + reach * std::cos(angle), y + reach * std::sin(angle));
    }
    cairo_close_path(context.get());
    cairo_fill_preserve(context.get());
    cairo_set_source_rgb(context.get(), 0, 0, 0.3);
    cairo_stroke(context.get());
  }
  cairo_surface_flush(surface.get());
  return surface;
}

Surface image(const State& state) {
  if (const char* file = std::getenv("CARTOUCHE_BENCH_PNG"); file != nullptr)
    return Surface(cairo_image_surface_create_from_png(file));
  return state.range(0) == 0 ? drawn(1000, CAIRO_ANTIALIAS_DEFAULT) : drawn(8, CAIRO_ANTIALIAS_NONE);
}

cairo_status_t count(void* size, const unsigned char*, unsigned length) {
  *static_cast<std::size_t*>(size) += length;
  return CAIRO_STATUS_SUCCESS;
}

void Ours(State& state) {
  const Surface surface = image(state);
  const int stride = cairo_image_surface_get_stride(surface.get());
  const int height = cairo_image_surface_get_height(surface.get());
  const std::uint8_t* pixels = cairo_image_surface_get_data(surface.get());
  std::size_t size = 0;
  for (auto _ : state) {
    // The encoder overwrites its pixels: copying them back is part of the time.
    std::vector<std::uint8_t> copy(pixels, pixels + static_cast<std::ptrdiff_t>(stride) * height);
    size =
        backend::encode_png({copy.data(), cairo_image_surface_get_width(surface.get()), height, stride}, 300)
            .size();
  }
  state.counters["bytes"] = static_cast<double>(size);
}

void Cairos(State& state) {
  const Surface surface = image(state);
  std::size_t size = 0;
  for (auto _ : state) {
    size = 0;
    cairo_surface_write_to_png_stream(surface.get(), count, &size);
  }
  state.counters["bytes"] = static_cast<double>(size);
}

// 0: antialiased, thousands of colours; 1: nine colours.
BENCHMARK(Ours)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(Cairos)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cartouche::bench
