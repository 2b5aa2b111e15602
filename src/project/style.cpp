#include "cartouche/project/style.h"

#include <algorithm>

#include "cartouche/base/shipped_files.h"
#include "cartouche/base/words.h"
#include "parse.h"
#include "style_parts.h"

namespace cartouche::project {

double length_or(Reader& in, std::string_view key, double fallback) {
  const Node* node = in.optional(key);
  if (!node) return fallback;
  const double value = read_length(*node).value;
  if (value < 0) throw usage_error(node->where(), "'" + std::string(key) + "' may not be negative");
  return value;
}

namespace {

template <class Entry>
const Entry& entry(const std::map<std::string, Entry>& entries, const std::string& name,
                   const std::string& what, const Location& where) {
  const auto found = entries.find(name);
  if (found != entries.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, value] : entries) names.push_back(known);
  throw usage_error(where, "no " + what + " '" + name + "' in the style", suggestion(name, names));
}

std::vector<std::string> parse_font(const Node& node) {
  std::vector<std::string> families;
  for (const LocatedText& family : node.texts()) families.push_back(family.value);
  if (families.empty()) throw usage_error(node.where(), "a font needs at least one family name");
  return families;
}

std::vector<Color> parse_palette(const Node& node, const Style& style) {
  std::vector<Color> colors;
  for (const Node& color : node.items()) colors.push_back(style.color(color));
  if (colors.empty()) throw usage_error(node.where(), "a palette needs at least one colour");
  return colors;
}

// `style: 1` says which version of the format the file is written in.
void check_version(const Node* version) {
  constexpr int kVersion = 1;
  if (version && version->integer() != kVersion)
    throw usage_error(version->where(), "this program reads 'style: " + std::to_string(kVersion) +
                                            "', not '" + version->text() + "'");
}

// Reads a style and what it inherits; `readers` are the files on the way here.
Node read_inheriting(const Node& own, const std::filesystem::path& file, std::vector<std::string>& readers,
                     FilesRead& read) {
  if (own.is_null()) throw usage_error({file.string(), 0, 0}, "the style file is empty");
  const Node* inherits = own.find("inherits");
  if (!inherits) return own;
  const std::filesystem::path base_file = path_named(file.parent_path(), inherits->text(), inherits->where());
  readers.push_back(file.lexically_normal().string());
  if (std::find(readers.begin(), readers.end(), base_file.string()) != readers.end())
    throw usage_error(inherits->where(), "style '" + inherits->text() + "' inherits itself");
  read.insert(base_file);
  if (!std::filesystem::exists(base_file))
    throw usage_error(inherits->where(), "no style file '" + base_file.string() + "'");
  return merged(read_inheriting(read_yaml(base_file), base_file, readers, read), own);
}

}  // namespace

const TextStyle& Style::text(const std::string& name, const Location& where) const {
  return entry(texts, name, "text style", where);
}

const SymbolStyle& Style::symbol(const std::string& name, const Location& where) const {
  return entry(symbols, name, "symbol", where);
}

const TemplateStyle& Style::page_template(const std::string& name, const Location& where) const {
  return entry(templates, name, "template", where);
}

Color Style::color(const Node& node) const {
  if (node.is_null())
    throw usage_error(node.where(), "expected a colour, found nothing",
                      "write it in quotes: '#' begins a comment");
  const std::string& text = node.text();
  if (text.starts_with('#') || text == "none") return parse_color(text, node.where());
  const auto found = colors.find(text);
  if (found != colors.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, value] : colors) names.push_back(known);
  throw usage_error(node.where(), "no colour '" + text + "' in the style",
                    names.empty() ? "write it as \"#rrggbb\"" : suggestion(text, names));
}

namespace {

Style parse_whole(const Node& root, const std::filesystem::path& file, FilesRead& read) {
  std::vector<std::string> readers;
  const Node whole = read_inheriting(root, file, readers, read);
  Reader in(whole, "style");
  in.optional("inherits");
  check_version(in.optional("style"));
  Style style;
  style.file = file;
  for (const auto& [name, node] : section(in.optional("fonts")))
    style.fonts.emplace(name.value, parse_font(node));
  for (const auto& [name, node] : section(in.optional("colors")))
    style.colors.emplace(name.value, style.color(node));
  for (const auto& [name, node] : section(in.optional("palettes")))
    style.palettes.emplace(name.value, parse_palette(node, style));
  for (const auto& [name, node] : section(in.optional("texts")))
    style.texts.emplace(name.value, parse_text_style(name, node, style));
  for (const auto& [name, node] : section(in.optional("symbols")))
    style.symbols.emplace(name.value, parse_symbol(name, node, style, read));
  for (const auto& [name, node] : section(in.optional("templates")))
    style.templates.emplace(name.value, parse_template(name, node, style));
  in.finish();
  return style;
}

}  // namespace

Style read_style(const std::filesystem::path& file, FilesRead& read) {
  read.insert(file.lexically_normal());
  return parse_whole(read_yaml(file), file, read);
}

Style parse_style(const Node& root, const std::filesystem::path& file) {
  FilesRead unasked;
  return parse_whole(root, file, unasked);
}

Style read_style(const std::filesystem::path& file) {
  FilesRead unasked;
  return read_style(file, unasked);
}

}  // namespace cartouche::project
