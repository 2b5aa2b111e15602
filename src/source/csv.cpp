#include "csv.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "cartouche/base/words.h"
#include "code_names.h"
#include "csv_records.h"
#include "number_text.h"
#include "paths.h"
#include "selection.h"
#include "text_encoding.h"

namespace cartouche::source_internal {
namespace {

constexpr std::size_t kLookedAtOnce = 4096;  // records

char delimiter_of(const ReadOptions& options, std::string_view text) {
  if (options.delimiter.empty()) return find_delimiter(text);
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

struct ColumnForm {
  Type type = Type::text;
  bool comma = false;
};

// Finds out what the values of a column are as they come. Decimal points and decimal commas in one column
// leave it text: one of the two would be read wrong.
class FormFinder {
 public:
  FormFinder(const std::string& name, bool decimal_comma)
      : is_text_(looks_like_code(name)), decimal_comma_(decimal_comma) {}

  bool is_text() const { return is_text_; }
  void add(std::string_view value) {
    if (value.empty()) return;
    const NumberForm form = number_form(value);
    any_ = true;
    points_ = points_ || form == NumberForm::point;
    commas_ = commas_ || form == NumberForm::comma;
    is_text_ = form == NumberForm::none || (commas_ && (points_ || !decimal_comma_));
  }
  ColumnForm form() const {
    if (is_text_ || !any_) return {};
    return {points_ || commas_ ? Type::real : Type::integer, commas_};
  }

 private:
  bool is_text_, decimal_comma_;
  bool any_ = false, points_ = false, commas_ = false;
};

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
};

// Calls `take(row, value)` for each row; it returns false where the value does not fit. Gives the validity.
template <class Take>
Column::Validity each_value(const Rows& rows, std::size_t column, const std::string& name,
                            const char* expected, Take take) {
  Column::Validity valid;
  std::string buffer;
  for (std::size_t row = 0; row < rows.count; ++row) {
    const std::string_view value = rows.records.value(row, column, buffer);
    if (!value.empty() && !take(row, value)) throw misfit(rows.records, row, column, name, expected);
    if (!value.empty()) continue;
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
  auto valid = each_value(rows, column, name, expected, [&](std::size_t row, std::string_view text) {
    const auto value = parse(text);
    if (value) values[row] = static_cast<typename Values::value_type>(*value);
    return value.has_value();
  });
  return {std::move(name), std::move(values), std::move(valid)};
}

Column read_column(const Rows& rows, std::size_t column, std::string name, ColumnForm form) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  switch (form.type) {
    case Type::integer:
      return number_column<Column::Integers>(rows, column, std::move(name), 0, "whole number", parse_integer);
    case Type::real:
      return number_column<Column::Reals>(rows, column, std::move(name), kNaN, "number",
                                          [&](std::string_view t) { return parse_real(t, form.comma); });
    case Type::boolean:
      return number_column<Column::Booleans>(rows, column, std::move(name), 0, "boolean (true or false)",
                                             parse_boolean);
    case Type::text:
      break;
  }
  return text_column(rows, column, std::move(name));
}

CsvRecords records_of(const ReadOptions& options, Diagnostics& diagnostics) {
  if (!options.where.empty())
    throw usage_error(options.asked_at, "delimited text takes no attribute filter", "use the filter step");
  const std::string file = shown(options.path);
  std::string text =
      to_utf8(read_bytes(options.path), options.encoding, file, options.place("encoding"), diagnostics);
  const char delimiter = delimiter_of(options, text);
  return {std::move(text), file, delimiter};
}

}  // namespace

struct CsvReader::Data {
  struct Selected {
    std::size_t column;
    std::string name;
    ColumnForm form;
  };
  std::string table;
  CsvRecords records;
  std::vector<Selected> columns;

  Data(const ReadOptions& options, Diagnostics& diagnostics)
      : table(stem(options.path)), records(records_of(options, diagnostics)) {
    const std::vector<std::string> names = header_of(records);
    check_names(options, names);
    const std::vector<bool> selected = selected_columns(options, names);
    for (std::size_t c = 0; c < names.size(); ++c)
      if (selected[c]) columns.push_back({c, names[c], {}});
    find_forms(options);
  }

  // A look at all values of the columns whose type nobody states, before the first is read.
  void find_forms(const ReadOptions& options) {
    std::vector<std::pair<Selected*, FormFinder>> unknown;
    for (Selected& one : columns) {
      if (const std::optional<Type> stated = stated_type(options, one.name))
        one.form = {*stated, allows_decimal_comma(records)};
      else
        unknown.emplace_back(&one, FormFinder(one.name, allows_decimal_comma(records)));
    }
    std::string buffer;
    while (const std::size_t loaded = records.load(kLookedAtOnce)) {
      for (auto& [column, finder] : unknown)
        for (std::size_t row = 0; row < loaded && !finder.is_text(); ++row)
          finder.add(records.value(row, column->column, buffer));
    }
    for (const auto& [column, finder] : unknown) column->form = finder.form();
    records.rewind();
  }
};

CsvReader::CsvReader(const ReadOptions& options, Diagnostics& diagnostics)
    : data_(std::make_unique<Data>(options, diagnostics)) {}

CsvReader::~CsvReader() = default;

Table CsvReader::next(std::size_t rows) {
  const Rows loaded{data_->records, data_->records.load(rows)};
  Table table(data_->table);
  for (const Data::Selected& one : data_->columns)
    table.set_column(read_column(loaded, one.column, one.name, one.form));
  return table;
}

Table read_csv(const ReadOptions& options, Diagnostics& diagnostics) {
  return CsvReader(options, diagnostics).next(std::numeric_limits<std::size_t>::max());
}

}  // namespace cartouche::source_internal
