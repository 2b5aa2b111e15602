#include "source_spec.h"

#include <algorithm>
#include <charconv>

#include "cartouche/base/words.h"
#include "cartouche/expression/expression.h"
#include "cartouche/source/source.h"

namespace cartouche::cli {
namespace {

bool is_word_sign(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}

// The word before the '=' of "word=value"; "" where there is none.
std::string word_of(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word_sign(text[end])) ++end;
  return end > at && end < text.size() && text[end] == '=' ? text.substr(at, end - at) : "";
}

bool is_one_of(const std::string& word, std::span<const std::string> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_connection(const std::string& text) {
  return text.find("://") != std::string::npos || text.starts_with("PG:");
}

// "tables=atlas.zones" in a connection string → "zones".
std::string value_in(const std::string& connection, const std::string& word) {
  const std::size_t at = connection.find(word);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + word.size();
  const std::string value = connection.substr(begin, connection.find_first_of(" ,(", begin) - begin);
  return value.substr(value.find('.') + 1);
}

// Where the words begin, or npos. A file's name may hold a '?', and a connection string has its own words.
std::size_t start_of_words(const std::string& text, std::span<const std::string> words) {
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', at + 1)) {
    const std::string word = word_of(text, at + 1);
    if (is_one_of(word, words)) return at;
    if (!word.empty() && !is_connection(text))
      throw usage_error({shown_source(text), 0, 0}, "no word '" + word + "' for a source",
                        suggestion(word, words));
  }
  return std::string::npos;
}

// At the next '&' that stands in no quotes.
std::size_t end_of_value(const std::string& text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0 ? c == quote : c == '\'' || c == '"') quote = quote != 0 ? '\0' : c;
    if (c == '&' && quote == 0) break;
  }
  // A quote that is not closed is none.
  return at;
}

int whole_number(const SourceSpec& spec, const std::string& word) {
  const std::string text = spec.value(word);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || (error == std::errc() && end == text.data() + text.size() && value >= 0)) return value;
  throw usage_error({shown_source(spec.source), 0, 0}, "'" + word + "=" + text + "' is no number of lines");
}

std::vector<std::string> words_in(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    words.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

ReadOptions options_of(const SourceSpec& spec, const std::string& crs_option) {
  ReadOptions options;
  options.crs_hint = "state it with " + crs_option;
  options.places["crs"] = {shown_source(spec.source), 0, 0};
  std::tie(options.path, options.layer) = split_layer(spec.source);
  if (const std::string layer = spec.value("layer"); !layer.empty()) options.layer = layer;
  options.crs = spec.value("crs");
  options.x = spec.value("x");
  options.y = spec.value("y");
  options.lat_lon = spec.value("lat_lon");
  options.xy = spec.value("xy");
  options.wkt = spec.value("wkt");
  if (const std::string kind = spec.value("geometry"); !kind.empty())
    options.kind = geometry_kind_named(kind, {shown_source(spec.source), 0, 0});
  options.id = spec.value("id");
  options.encoding = spec.value("encoding");
  options.delimiter = spec.value("delimiter");
  options.skip = whole_number(spec, "skip");
  options.missing = words_in(spec.value("missing"));
  return options;
}

std::string SourceSpec::value(const std::string& word) const {
  const auto found = values.find(word);
  return found == values.end() ? "" : found->second;
}

SourceSpec parse_source_spec(const std::string& text, std::span<const std::string> words) {
  const std::size_t start = start_of_words(text, words);
  SourceSpec spec{text.substr(0, start), {}};
  std::size_t at = start;
  while (at < text.size()) {
    const std::string word = word_of(text, at + 1);
    if (!is_one_of(word, words))
      throw usage_error({shown_source(text), 0, 0}, "no word '" + word + "' for a source",
                        suggestion(word, words));
    const std::size_t value = at + 1 + word.size() + 1;
    const std::size_t end = end_of_value(text, value);
    spec.values[word] = text.substr(value, end - value);
    at = end;
  }
  if (spec.source.empty()) throw usage_error({}, "'" + shown_source(text) + "' names no source");
  return spec;
}

SpecReader::SpecReader(const SourceSpec& spec, const std::string& crs_option)
    : spec_(spec), options_(options_of(spec, crs_option)) {
  reader_.emplace(options_);
}

void SpecReader::restart(const std::string& filter, const std::optional<Box>& bounds) {
  options_.where = filter;
  options_.bounds = bounds;
  at_end_ = false;
  reader_.emplace(options_);
}

Table SpecReader::next(std::size_t rows) {
  Table table = reader_->next(rows);
  at_end_ = table.row_count() == 0;
  table.rename(name_of(spec_));
  const std::string where = spec_.value("where");
  if (where.empty()) return table;
  if (!where_) {
    const Location place{shown_source(spec_.source), 0, 0};
    where_ = Expression::compile(where, place, Schema::of(table));
    if (where_->type() != Type::boolean)
      throw usage_error(place, "'" + where + "' is no condition", "write a comparison: zrr = 1");
  }
  return table.take(where_->select(table));
}

Table read_spec(const SourceSpec& spec, Diagnostics& diagnostics) {
  SpecReader reader(spec);
  Table table = reader.next(TableReader::kAllRows);
  reader.source().report(diagnostics);
  return table;
}

std::string name_of(const SourceSpec& spec) {
  const auto [path, given] = split_layer(spec.source);
  const std::string layer = spec.value("layer").empty() ? given : spec.value("layer");
  std::string text = layer;
  if (layer.empty()) {
    text = is_connection(path) ? value_in(path, "tables=") : path.substr(path.find_last_of('/') + 1);
    text = text.substr(0, text.find('.', 1));
  } else if (is_connection(path)) {  // schema.table(column)
    text = layer.substr(0, layer.find('('));
    text = text.substr(text.find('.') + 1);
  }
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    name += byte >= 0x80 || std::isalnum(byte) != 0 ? c : '_';
  }
  return name.empty() ? "zones" : name;
}

}  // namespace cartouche::cli
