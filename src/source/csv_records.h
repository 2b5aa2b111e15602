#pragma once
// Delimited text split into records and fields (RFC 4180, and any of ',' ';' tab '|' as delimiter).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/error.h"

namespace cartouche::source_internal {

/// The records of one text, all with as many fields as the first. Fields are spans of the text; only those
/// that hold a doubled quote are ever copied.
class CsvRecords {
 public:
  /// Splits `text` (UTF-8, at most 4 GB). Lines end with LF, CR LF or CR; empty lines are passed over. Throws
  /// a data error with line and column for an empty text, a quote that is not closed, text after a closing
  /// quote, and a record with another number of fields.
  CsvRecords(std::string text, std::string file, char delimiter);

  std::size_t columns() const { return columns_; }
  std::size_t rows() const { return columns_ == 0 ? 0 : fields_.size() / columns_; }
  /// The field, quotes removed. `buffer` holds the text of a field with doubled quotes.
  std::string_view value(std::size_t row, std::size_t column, std::string& buffer) const;
  /// The place of the field in the file.
  Location at(std::size_t row, std::size_t column) const;
  char delimiter() const { return delimiter_; }
  const std::string& file() const { return file_; }

 private:
  struct Field {
    std::uint32_t begin;
    std::uint32_t length : 31;
    std::uint32_t doubled_quotes : 1;
  };
  std::size_t scan_record(std::size_t at);
  std::size_t scan_plain(std::size_t at);
  std::size_t scan_quoted(std::size_t at);
  void check_width(std::size_t record_begin, std::size_t count);
  Location place(std::size_t offset) const;

  std::string text_;
  std::string file_;
  char delimiter_;
  std::size_t columns_ = 0;
  std::vector<Field> fields_;
};

/// The delimiter that the first line holds most of outside quotes; ',' where it holds none. Ties go to the
/// first of ; tab , |.
char find_delimiter(std::string_view text);

}  // namespace cartouche::source_internal
