#pragma once
// The parts of a style file, each read in its own file. `style` holds what was read before: colours, fonts.

#include "cartouche/project/style_files.h"

namespace cartouche::project {

/// A length that may not be negative, or the fallback where the key is missing.
double length_or(Reader& in, std::string_view key, double fallback);

TextStyle parse_text_style(const LocatedText& name, const Node& node, const Style& style);
SymbolStyle parse_symbol(const LocatedText& name, const Node& node, const Style& style, FilesRead& read);
TemplateStyle parse_template(const LocatedText& name, const Node& node, const Style& style);

/// The parts of a symbol that make patterns and soft edges.
void parse_patterns(Reader& in, symbol::Symbol& look, const Style& style, FilesRead& read);
void parse_effects(Reader& in, symbol::Symbol& look, const Style& style);

/// A drawing of a file, relative to the style that names it.
std::shared_ptr<const symbol::Drawing> read_drawing(const LocatedText& name, FilesRead& read);

/// `own` laid over `base`: maps key by key, anything else replaced; a null of `own` takes the key away.
Node merged(const Node& base, const Node& own);

}  // namespace cartouche::project
