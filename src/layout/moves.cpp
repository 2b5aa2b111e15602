#include "moves.h"

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"

namespace cartouche::layout {

Moves::Moves(const map::Map& map) : map_(map) {
  for (const project::Move& move : map.moves) by_id_[move.id.value] = {move.dx, move.dy};
}

Point Moves::offset_of(const std::string& id) {
  asked_.insert(id);
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? Point{} : found->second;
}

void Moves::report_stale(Diagnostics& diagnostics) const {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const project::Move& move : map_.moves) {
    if (asked_.contains(move.id.value)) continue;
    const std::string nearest = nearest_word(move.id.value, known);
    diagnostics.add(finding("move-stale"),
                    "nothing on page '" + map_.file + "' has the id '" + move.id.value + "' that is moved" +
                        (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"),
                    move.id.where, {move.id.value});
  }
}

}  // namespace cartouche::layout
