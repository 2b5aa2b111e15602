#include <algorithm>
#include <map>

#include "cartouche/label/along_line.h"

namespace cartouche {
namespace {

// An end of a line: its first point, or its last.
struct End {
  std::size_t line = 0;
  bool last = false;
};

struct Joiner {
  std::vector<std::vector<Point>>& lines;
  std::map<Point, std::vector<End>> ends;
  std::vector<bool> used;

  void collect() {
    used.assign(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ends[lines[i].front()].push_back({i, false});
      ends[lines[i].back()].push_back({i, true});
    }
  }

  bool goes_on(Point p) const { return ends.at(p).size() == 2; }

  // The line that begins at that end, and all that go on from it.
  std::vector<Point> from(End start) {
    std::vector<Point> joined;
    for (End end = start; !used[end.line];) {
      std::vector<Point>& line = lines[end.line];
      used[end.line] = true;
      if (end.last) std::reverse(line.begin(), line.end());
      joined.insert(joined.end(), line.begin() + (joined.empty() ? 0 : 1), line.end());
      if (!goes_on(joined.back())) break;
      const std::vector<End>& meeting = ends.at(joined.back());
      end = meeting[meeting[0].line == end.line ? 1 : 0];
    }
    return joined;
  }
};

}  // namespace

std::vector<std::vector<Point>> joined_lines(std::vector<std::vector<Point>> lines) {
  std::erase_if(lines, [](const std::vector<Point>& line) { return line.size() < 2; });
  Joiner joiner{lines, {}, {}};
  joiner.collect();
  std::vector<std::vector<Point>> joined;
  for (const bool open : {true, false})  // what has an end first, rings after
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (joiner.used[i]) continue;
      if (!open || !joiner.goes_on(lines[i].front()))
        joined.push_back(joiner.from({i, false}));
      else if (!joiner.goes_on(lines[i].back()))
        joined.push_back(joiner.from({i, true}));
    }
  return joined;
}

}  // namespace cartouche
