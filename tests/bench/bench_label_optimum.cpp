// How near to the optimum names are placed: random instances of the benchmark of Christensen, Marks and
// Shieber (ACM Transactions on Graphics 14(3), 1995: a page of 792 × 612 units, labels of 30 × 7, four
// positions a point), placed by label::place and solved exactly as an integer program by CBC (Debian:
// coinor-cbc).
//
//   bench_label_optimum [POINTS …]            default: 100 250 500 750 1000, five instances each
//
// The program has a variable a candidate, at most one candidate a point, and at most one of the candidates
// that cover a common place of the page. Where CBC does not prove its optimum within its time, its bound
// stands for it, so that the share can only be too low.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/label/label.h"

namespace {

using cartouche::Box;
using cartouche::LabelRequest;
using cartouche::Point;

constexpr double kWidth = 792, kHeight = 612, kLabelWidth = 30, kLabelHeight = 7;
constexpr int kInstances = 5;
constexpr int kSeconds = 120;  // of CBC, an instance

// The first bits of the generator as a fraction: the library's distributions differ between systems.
double uniform(std::mt19937_64& random, double below) {
  return static_cast<double>(random() >> 11U) * 0x1p-53 * below;
}

std::vector<LabelRequest> instance(int points, int seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(points) * 1000 + static_cast<std::uint64_t>(seed));
  std::vector<LabelRequest> requests;
  for (int i = 0; i < points; ++i) {
    const double x = uniform(random, kWidth), y = uniform(random, kHeight);
    LabelRequest request{std::to_string(i), 1, {}};
    for (const double left : {x, x - kLabelWidth})
      for (const double top : {y - kLabelHeight, y})
        request.candidates.push_back({{{left, top}, {left + kLabelWidth, top + kLabelHeight}}, 0});
    requests.push_back(std::move(request));
  }
  return requests;
}

std::vector<Box> boxes_of(const std::vector<LabelRequest>& requests) {
  std::vector<Box> boxes;
  for (const LabelRequest& request : requests)
    for (const auto& candidate : request.candidates) boxes.push_back(candidate.box);
  return boxes;
}

// Boxes that meet in pairs have a common place, and a largest such set one at the left edge of one of its
// boxes and the top edge of another.
std::set<std::vector<std::size_t>> cliques(const std::vector<Box>& boxes) {
  std::set<std::vector<std::size_t>> found;
  for (const Box& box : boxes) {
    std::vector<std::size_t> crossing;  // boxes that the left edge of `box` crosses
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (boxes[i].min.x <= box.min.x && box.min.x < boxes[i].max.x && boxes[i].min.y < box.max.y &&
          box.min.y < boxes[i].max.y)
        crossing.push_back(i);
    for (const std::size_t top : crossing) {
      const double y = boxes[top].min.y;
      std::vector<std::size_t> clique;
      for (const std::size_t i : crossing)
        if (boxes[i].min.y <= y && y < boxes[i].max.y) clique.push_back(i);
      if (clique.size() > 1) found.insert(std::move(clique));
    }
  }
  return found;
}

void write_row(std::ofstream& out, const std::vector<std::size_t>& variables) {
  for (std::size_t i = 0; i < variables.size(); ++i) out << (i > 0 ? " + x" : " x") << variables[i];
  out << " <= 1\n";
}

void write_program(const std::vector<LabelRequest>& requests, const std::filesystem::path& file) {
  const std::vector<Box> boxes = boxes_of(requests);
  std::ofstream out(file);
  out << "Minimize\n obj:";
  for (std::size_t i = 0; i < boxes.size(); ++i) out << " - x" << i << (i % 16 == 15 ? "\n" : "");
  out << "\nSubject To\n";
  std::size_t variable = 0;
  for (const LabelRequest& request : requests) {
    std::vector<std::size_t> row;
    for (std::size_t i = 0; i < request.candidates.size(); ++i) row.push_back(variable++);
    write_row(out, row);
  }
  for (const auto& clique : cliques(boxes)) write_row(out, clique);
  out << "Binary\n";
  for (std::size_t i = 0; i < boxes.size(); ++i) out << " x" << i << "\n";
  out << "End\n";
}

struct Optimum {
  double labels = 0;
  bool proven = false;
};

double number_after(const std::string& report, std::string_view words) {
  const std::size_t at = report.rfind(words);
  return at == std::string::npos ? 0 : std::stod(report.substr(at + words.size()));
}

Optimum solve(const std::filesystem::path& program) {
  const std::string command = "cbc " + program.string() + " sec " + std::to_string(kSeconds) + " solve 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string report;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) report += static_cast<char>(c);
  if (pclose(pipe) != 0) return {};
  const bool proven = report.find("Result - Optimal solution found") != std::string::npos;
  const double value = number_after(report, proven ? "Objective value:" : "Lower bound:");
  return {-value, proven};
}

struct Result {
  double placed = 0, optimum = 0, milliseconds = 0, worst = 1;
  int proven = 0;
};

Result measure(int points, const std::filesystem::path& folder) {
  Result result;
  for (int seed = 0; seed < kInstances; ++seed) {
    const auto requests = instance(points, seed);
    cartouche::PlacementOptions options;
    options.gap = 0;
    const std::clock_t began = std::clock();
    const cartouche::Placement placement = cartouche::place(requests, {}, options);
    result.milliseconds += 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC / kInstances;
    const auto unplaced =
        std::count(placement.chosen.begin(), placement.chosen.end(), cartouche::Placement::kUnplaced);
    const double placed = points - static_cast<double>(unplaced);
    write_program(requests, folder / "labels.lp");
    const Optimum optimum = solve(folder / "labels.lp");
    if (optimum.labels <= 0) return {};
    result.placed += placed / kInstances;
    result.optimum += optimum.labels / kInstances;
    result.worst = std::min(result.worst, placed / optimum.labels);
    result.proven += optimum.proven ? 1 : 0;
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i) {
    const std::string_view text = argv[i];
    int size = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), size).ec != std::errc() || size < 1) {
      std::fprintf(stderr, "bench_label_optimum: '%s' is no number of points\n", argv[i]);
      return 2;
    }
    sizes.push_back(size);
  }
  if (sizes.empty()) sizes = {100, 250, 500, 750, 1000};
  const auto folder =
      std::filesystem::temp_directory_path() / ("label-optimum-" + std::to_string(std::clock()));
  std::filesystem::create_directories(folder);
  std::printf("points  placed  optimum  share   worst   ms CPU  proven\n");
  int code = 0;
  for (const int size : sizes) {
    const Result result = measure(size, folder);
    if (result.optimum <= 0) {
      std::fprintf(stderr, "bench_label_optimum: cbc gave no answer (Debian: coinor-cbc)\n");
      code = 3;
      break;
    }
    std::printf("%6d  %6.1f  %7.1f  %.4f  %.4f  %6.1f  %d of %d\n", size, result.placed, result.optimum,
                result.placed / result.optimum, result.worst, result.milliseconds, result.proven, kInstances);
    std::fflush(stdout);
  }
  std::filesystem::remove_all(folder);
  return code;
}
