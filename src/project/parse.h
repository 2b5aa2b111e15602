#pragma once
// The parts of a project file, each read in its own file; nothing refers to anything yet (see
// references.cpp).

#include "cartouche/project/project.h"

namespace cartouche::project {

/// Entries of a section; null (a section with nothing in it) counts as empty.
const std::vector<std::pair<LocatedText, Node>>& section(const Node* node);

/// Names that expressions use must read as one word there: letters, digits and '_', no digit first.
void require_word(const LocatedText& name, const std::string& what);

Source parse_source(const LocatedText& name, const Node& node);
TableRecipe parse_recipe(const LocatedText& name, const Node& node);
Figure parse_figure(const LocatedText& name, const Node& node);
Question parse_question(const LocatedText& name, const Node& node);
Chart parse_chart(const LocatedText& item, const Node& node);
Layer parse_layer(const LocatedText& name, const Node& node);
/// Throws a usage error for options that do not go together.
void check_layer(const Layer& layer);
std::vector<PageMoves> parse_moves(const Node* node);
std::vector<Acceptance> parse_acceptances(const Node* node);
Page parse_page(const LocatedText& name, const Node& node);

/// Throws a usage error for the first name that refers to nothing.
void check_references(const Project& project);

}  // namespace cartouche::project
