#include "csv.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "cartouche/base/blanks.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"
#include "column_form.h"
#include "csv_preamble.h"
#include "csv_records.h"
#include "missing_words.h"
#include "number_text.h"
#include "paths.h"
#include "selection.h"
#include "sheet.h"
#include "text_encoding.h"

namespace cartouche::source_internal {
namespace {

constexpr std::size_t kLookedAtOnce = 4096;  // records

// 0 where it is not stated.
char stated_delimiter(const ReadOptions& options) {
  if (options.delimiter.empty()) return 0;
  if (options.delimiter == "tab" || options.delimiter == "\\t") return '\t';
  if (options.delimiter.size() == 1 && options.delimiter != "\"" && options.delimiter != "\n")
    return options.delimiter[0];
  throw usage_error(options.place("delimiter"), "unknown delimiter '" + options.delimiter + "'",
                    "expected one of: \",\" \";\" \"|\" tab");
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1));
}

std::vector<std::string> header_of(const CsvRecords& records) {
  std::vector<std::string> names;
  std::string buffer;
  for (std::size_t c = 0; c < records.columns(); ++c) {
    std::string name = trimmed(records.value(0, c, buffer));
    if (name.empty()) name = "column_" + std::to_string(c + 1);
    if (std::find(names.begin(), names.end(), name) != names.end())
      throw data_error(records.at(0, c), "the column '" + name + "' is there twice", "rename one of them");
    names.push_back(std::move(name));
  }
  return names;
}

// The commas of a file whose delimiter is a comma are thousands as likely as decimals.
bool allows_decimal_comma(const CsvRecords& records) {
  return records.delimiter() != ',';
}

Error misfit(const CsvRecords& records, std::size_t row, std::size_t column, const std::string& name,
             const std::string& expected) {
  std::string buffer;
  const std::string_view value = records.value(row, column, buffer);
  return data_error(records.at(row, column),
                    shortened(value) + " in column " + shortened(name) + " is no " + expected);
}

// The loaded records as rows of a table.
struct Rows {
  const CsvRecords& records;
  std::size_t count;
  const MissingWords& missing;
};

// Calls `take(row, value)` for each row that has a value; it returns false where the value does not fit.
// Gives the validity.
template <class Take>
Column::Validity each_value(const Rows& rows, std::size_t column, const std::string& name,
                            const char* expected, Take take) {
  Column::Validity valid;
  std::string buffer;
  for (std::size_t row = 0; row < rows.count; ++row) {
    const std::string_view value = rows.records.value(row, column, buffer);
    const bool present = !rows.missing.has(value);
    if (present && !take(row, value)) throw misfit(rows.records, row, column, name, expected);
    if (present) continue;
    if (valid.empty()) valid.assign(rows.count, 1);
    valid[row] = 0;
  }
  return valid;
}

Column text_column(const Rows& rows, std::size_t column, std::string name) {
  Column::Texts values(rows.count);
  auto valid = each_value(rows, column, name, "", [&](std::size_t row, std::string_view text) {
    values[row] = text;
    return true;
  });
  return {std::move(name), std::move(values), std::move(valid)};
}

template <class Values, class Parse>
Column number_column(const Rows& rows, std::size_t column, std::string name,
                     typename Values::value_type missing, const char* expected, Parse parse) {
  Values values(rows.count, missing);
  std::vector<std::size_t> blank;
  auto valid = each_value(rows, column, name, expected, [&](std::size_t row, std::string_view text) {
    const auto value = parse(text);
    if (value) values[row] = static_cast<typename Values::value_type>(*value);
    if (!value && without_blanks(text).empty()) blank.push_back(row);
    return value.has_value() || (!blank.empty() && blank.back() == row);
  });
  if (!blank.empty() && valid.empty()) valid.assign(rows.count, 1);
  for (const std::size_t row : blank) valid[row] = 0;
  return {std::move(name), std::move(values), std::move(valid)};
}

// Numbers of one unit, whatever the types say: "3 M€" is no 3 beside "12 k€".
class OneUnit {
 public:
  bool takes(std::string_view text) {
    const std::string_view unit = unit_of(without_blanks(text));
    if (!unit_) unit_ = unit;
    return *unit_ == unit;
  }

 private:
  std::optional<std::string> unit_;
};

Column read_column(const Rows& rows, std::size_t column, std::string name, ColumnForm form, OneUnit& unit) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  switch (form.type) {
    case Type::integer:
      return number_column<Column::Integers>(
          rows, column, std::move(name), 0, "whole number",
          [&](std::string_view t) { return unit.takes(t) ? parse_integer(t) : std::nullopt; });
    case Type::real:
      return number_column<Column::Reals>(
          rows, column, std::move(name), kNaN, "number",
          [&](std::string_view t) { return unit.takes(t) ? parse_real(t, form.comma) : std::nullopt; });
    case Type::boolean:
      return number_column<Column::Booleans>(rows, column, std::move(name), 0, "boolean (true or false)",
                                             parse_boolean);
    case Type::text:
      break;
  }
  return text_column(rows, column, std::move(name));
}

std::string line_number(std::string_view text, std::size_t header, int more) {
  const auto before = text.substr(0, header);
  return std::to_string(1 + std::count(before.begin(), before.end(), '\n') + more);
}

CsvRecords records_of(const ReadOptions& options, Diagnostics& diagnostics) {
  if (!options.where.empty())
    throw usage_error(options.asked_at, "delimited text takes no attribute filter", "use the filter step");
  const std::string file = shown(options.path);
  const bool is_sheet = is_workbook(options.path);
  std::string text = is_sheet ? sheet_text(options)
                              : to_utf8(read_bytes(options.path), options.encoding, file,
                                        options.place("encoding"), diagnostics);
  const Preamble preamble = is_sheet ? Preamble{0, ','} : preamble_of(text, options.skip);
  char delimiter = is_sheet ? ',' : stated_delimiter(options);
  if (delimiter == 0) delimiter = preamble.delimiter;
  const int titles = options.skip > 0 ? 0 : suspected_titles(text, preamble.header, delimiter);
  std::string hint;
  if (titles > 0)
    hint = "line " + line_number(text, preamble.header, titles) +
           " looks like the header: state skip: " + line_number(text, preamble.header, titles - 1);
  if (delimiter == 0) delimiter = find_delimiter(std::string_view(text).substr(preamble.header));
  CsvRecords records(std::move(text), file, delimiter, preamble.header, hint);
  if (titles > 0)
    diagnostics.add(finding("title-lines"), "the first line holds no names of columns; " + hint,
                    records.at(0, 0));
  return records;
}

// The columns that write_table writes, where a CRS asks for a geometry.
void find_geometry(const std::vector<std::string>& names, ReadOptions& options) {
  const auto has = [&](const char* name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const std::string asked = options.x + options.y + options.lat_lon + options.xy + options.wkt;
  if (options.crs.empty() || !asked.empty()) return;
  if (has("wkt")) {
    options.wkt = "wkt";
  } else if (has("x") && has("y")) {
    options.x = "x";
    options.y = "y";
  }
}

}  // namespace

struct CsvReader::Data {
  struct Selected {
    std::size_t column;
    std::string name;
    ColumnForm form;
    OneUnit unit;
  };
  std::string table;
  MissingWords missing;
  CsvRecords records;
  std::vector<Selected> columns;

  Data(ReadOptions& options, Diagnostics& diagnostics)
      : table(stem(options.path)), missing(options.missing), records(records_of(options, diagnostics)) {
    const std::vector<std::string> names = header_of(records);
    find_geometry(names, options);
    check_names(options, names);
    const std::vector<bool> selected = selected_columns(options, names);
    for (std::size_t c = 0; c < names.size(); ++c)
      if (selected[c]) columns.push_back({c, names[c], {}, {}});
    find_forms(options, diagnostics);
  }

  // A look at all values of the columns whose type nobody states, before the first is read.
  void find_forms(const ReadOptions& options, Diagnostics& diagnostics) {
    std::vector<std::pair<Selected*, FormFinder>> unknown;
    for (Selected& one : columns) {
      if (const std::optional<Type> stated = stated_type(options, one.name))
        one.form = {*stated, allows_decimal_comma(records)};
      else
        unknown.emplace_back(&one, FormFinder(one.name, allows_decimal_comma(records)));
    }
    while (const std::size_t loaded = records.load(kLookedAtOnce))
      for (auto& [column, finder] : unknown) look_at(column->column, loaded, finder);
    for (const auto& [column, finder] : unknown) {
      column->form = finder.form();
      if (const auto doubt = finder.doubt())
        diagnostics.add(doubt->code, doubt->message, records.place(doubt->place), doubt->texts);
    }
    records.rewind();
  }

  void look_at(std::size_t column, std::size_t loaded, FormFinder& finder) const {
    std::string buffer;
    for (std::size_t row = 0; row < loaded && !finder.is_done(); ++row) {
      const std::string_view value = records.value(row, column, buffer);
      if (!missing.has(value)) finder.add(value, records.offset(row, column));
    }
  }
};

bool is_read_as_text(const ReadOptions& options) {
  return is_delimited_text(options.path) || (options.skip > 0 && is_workbook(options.path));
}

CsvReader::CsvReader(ReadOptions& options, Diagnostics& diagnostics)
    : data_(std::make_unique<Data>(options, diagnostics)) {}

CsvReader::~CsvReader() = default;

Table CsvReader::next(std::size_t rows) {
  const Rows loaded{data_->records, data_->records.load(rows), data_->missing};
  Table table(data_->table);
  for (Data::Selected& one : data_->columns)
    table.set_column(read_column(loaded, one.column, one.name, one.form, one.unit));
  return table;
}

Table read_csv(const ReadOptions& options, Diagnostics& diagnostics) {
  ReadOptions own = options;
  return CsvReader(own, diagnostics).next(std::numeric_limits<std::size_t>::max());
}

}  // namespace cartouche::source_internal
