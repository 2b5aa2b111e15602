#include <algorithm>
#include <cmath>

#include "cartouche/display/display_list.h"

namespace cartouche::display {

std::vector<Text> straight_texts(const Text& text) {
  if (text.along.empty()) return {text};
  std::vector<Text> texts;
  std::vector<ClusterPiece> pieces = cluster_pieces(text.string, text.run);
  for (std::size_t i = 0; i < std::min(pieces.size(), text.along.size()); ++i) {
    const TurnedCluster& place = text.along[i];
    const double c = std::cos(place.angle), s = std::sin(place.angle);
    texts.push_back({std::move(pieces[i].text),
                     std::move(pieces[i].run),
                     {c, s, -s, c, place.x, place.y},
                     text.color,
                     text.halo});
  }
  return texts;
}

}  // namespace cartouche::display
