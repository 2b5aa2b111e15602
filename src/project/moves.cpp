#include "cartouche/project/style.h"
#include "parse.h"

namespace cartouche::project {
namespace {

Move parse_move(const LocatedText& id, const Node& node) {
  const auto wrong = [&] {
    return usage_error(node.where(), "a move is two lengths: to the right and down",
                       id.value + ": [2mm, -1.5mm]");
  };
  if (node.kind() != Node::Kind::list) throw wrong();
  const std::vector<Node>& lengths = node.items();
  if (lengths.size() != 2) throw wrong();
  return {id, read_length(lengths[0]).value, read_length(lengths[1]).value};
}

}  // namespace

std::vector<PageMoves> parse_moves(const Node* node) {
  std::vector<PageMoves> pages;
  for (const auto& [file, moves] : section(node)) {
    PageMoves page{file, {}};
    for (const auto& [id, move] : section(&moves)) page.moves.push_back(parse_move(id, move));
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace cartouche::project
