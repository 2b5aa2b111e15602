#include "csv_records.h"

#include <algorithm>
#include <limits>

#include "cartouche/base/words.h"

namespace cartouche::source_internal {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

CsvRecords::CsvRecords(std::string text, std::string file, char delimiter, std::size_t header,
                       std::string width_hint)
    : text_(std::move(text)),
      file_(std::move(file)),
      width_hint_(std::move(width_hint)),
      delimiter_(delimiter),
      next_(header) {
  if (load(1) == 0) throw data_error({file_}, "the file is empty", "expected a line of column names");
  after_header_ = next_;
}

std::size_t CsvRecords::load(std::size_t rows) {
  fields_.clear();
  base_ = next_;
  std::size_t loaded = 0;
  while (next_ < text_.size() && loaded < rows) {
    if (is_line_end(text_[next_])) {
      ++next_;
      continue;
    }
    const std::size_t before = fields_.size(), begin = next_;
    next_ = scan_record(next_);
    if (next_ - base_ > std::numeric_limits<std::uint32_t>::max() / 2)
      throw data_error({file_}, "more than 2 GB of text are read at once", "use GeoPackage or FlatGeobuf");
    check_width(begin, fields_.size() - before);
    ++loaded;
    // The first records tell how many there will be.
    if (loaded == 64) {
      const std::size_t left = (text_.size() - base_) / ((next_ - base_) / 64) + 1;
      fields_.reserve(std::min(rows, left) * columns_);
    }
  }
  return loaded;
}

void CsvRecords::check_width(std::size_t record_begin, std::size_t count) {
  if (columns_ == 0) columns_ = count;
  if (count == columns_) return;
  throw data_error({file_, place(record_begin).line},
                   "the row has " + std::to_string(count) + (count == 1 ? " field" : " fields") +
                       " where the header has " + std::to_string(columns_),
                   width_hint_.empty() ? "a value that holds the delimiter needs quotes" : width_hint_);
}

std::size_t CsvRecords::scan_record(std::size_t at) {
  while (true) {
    at = at < text_.size() && text_[at] == '"' ? scan_quoted(at) : scan_plain(at);
    if (at == text_.size() || text_[at] != delimiter_) return at;
    ++at;
  }
}

std::size_t CsvRecords::scan_plain(std::size_t at) {
  std::size_t end = at;
  while (end < text_.size() && text_[end] != delimiter_ && !is_line_end(text_[end])) ++end;
  fields_.push_back(
      {static_cast<std::uint32_t>(at - base_), static_cast<std::uint32_t>(end - at) & 0x7FFFFFFFU, 0});
  return end;
}

std::size_t CsvRecords::scan_quoted(std::size_t at) {
  bool doubled = false;
  std::size_t end = at + 1;
  while (true) {
    end = text_.find('"', end);
    if (end == std::string::npos) throw data_error(place(at), "this quote is not closed");
    if (end + 1 >= text_.size() || text_[end + 1] != '"') break;
    doubled = true;
    end += 2;
  }
  fields_.push_back({static_cast<std::uint32_t>(at + 1 - base_),
                     static_cast<std::uint32_t>(end - at - 1) & 0x7FFFFFFFU, doubled ? 1U : 0U});
  ++end;
  if (end < text_.size() && text_[end] != delimiter_ && !is_line_end(text_[end]))
    throw data_error(place(end), "text after a closing quote", "write a quote inside a value twice");
  return end;
}

std::string_view CsvRecords::value(std::size_t row, std::size_t column, std::string& buffer) const {
  const Field& field = fields_[row * columns_ + column];
  const std::string_view raw = std::string_view(text_).substr(base_ + field.begin, field.length);
  if (field.doubled_quotes == 0) return raw;
  buffer.clear();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    buffer += raw[i];
    if (raw[i] == '"') ++i;
  }
  return buffer;
}

Location CsvRecords::place(std::size_t offset) const {
  int line = 1;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool ends =
        text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'));
    if (!ends) continue;
    ++line;
    line_begin = i + 1;
  }
  const std::string_view before = std::string_view(text_).substr(line_begin, offset - line_begin);
  return {file_, line, static_cast<int>(utf8_length(before)) + 1};
}

}  // namespace cartouche::source_internal
