#pragma once
// Delimited text split into records and fields (RFC 4180, and any of ',' ';' tab '|' as delimiter).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/error.h"

namespace cartouche::source_internal {

/// The records of one text, all with as many fields as the first, some at a time. Fields are spans of the
/// text; only those that hold a doubled quote are ever copied.
///
///   CsvRecords records(text, file, ',');        // the header is loaded
///   while (records.load(1000) > 0) … records.value(row, column, buffer) …
class CsvRecords {
 public:
  /// `text` is UTF-8; its header begins at the byte `header`. Lines end with LF, CR LF or CR; empty lines are
  /// passed over. Throws a data error for an empty text, as load() does for the first record. `width_hint` is
  /// the likely reason for records of another number of fields.
  CsvRecords(std::string text, std::string file, char delimiter, std::size_t header = 0,
             std::string width_hint = "");

  /// Loads the next records in the place of those loaded before: so many, fewer at the end, and says how
  /// many. Throws a data error with line and column for a quote that is not closed, text after a closing
  /// quote, and a record with another number of fields.
  std::size_t load(std::size_t rows);
  /// The next to be loaded is the one after the header.
  void rewind() { next_ = after_header_; }

  std::size_t columns() const { return columns_; }
  /// The field of a loaded record, quotes removed. `buffer` holds the text of a field with doubled quotes.
  std::string_view value(std::size_t row, std::size_t column, std::string& buffer) const;
  /// The place of the field in the file.
  Location at(std::size_t row, std::size_t column) const { return place(offset(row, column)); }
  /// The same as a number of bytes, to be asked for later: place() counts lines from the beginning.
  std::size_t offset(std::size_t row, std::size_t column) const {
    return base_ + fields_[row * columns_ + column].begin;
  }
  Location place(std::size_t offset) const;
  char delimiter() const { return delimiter_; }
  const std::string& file() const { return file_; }

 private:
  struct Field {
    std::uint32_t begin;  // in the text, after base_
    std::uint32_t length : 31;
    std::uint32_t doubled_quotes : 1;
  };
  std::size_t scan_record(std::size_t at);
  std::size_t scan_plain(std::size_t at);
  std::size_t scan_quoted(std::size_t at);
  void check_width(std::size_t record_begin, std::size_t count);

  std::string text_;
  std::string file_, width_hint_;
  char delimiter_;
  std::size_t columns_ = 0;
  std::size_t after_header_ = 0, next_ = 0;  // in the text
  std::size_t base_ = 0;                     // where the loaded records begin
  std::vector<Field> fields_;                // of the loaded records
};

}  // namespace cartouche::source_internal
