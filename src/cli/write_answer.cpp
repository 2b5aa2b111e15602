#include "write_answer.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cartouche/base/atomic_file.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/words.h"
#include "cartouche/source/source.h"

namespace cartouche::cli {
namespace {

namespace fs = std::filesystem;

const std::array<std::string, 6> kFormats{"table", "csv", "json", "geojson", "gpkg", "fgb"};

bool is_stream(const std::string& output) {
  return output.empty() || output == "-";
}

std::string cell(const Column& column, std::size_t row) {
  if (!column.is_valid(row)) return "";
  return column.type() == Type::real ? format_fixed(column.number(row), 3) : column.text(row);
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t own = utf8_length(text);
  const std::string blank(width > own ? width - own : 0, ' ');
  return right ? blank + text : text + blank;
}

std::string without_blanks_at_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string aligned_text(const Table& table) {
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns()) {
    std::size_t width = utf8_length(column.name());
    for (std::size_t row = 0; row < table.row_count(); ++row)
      width = std::max(width, utf8_length(cell(column, row)));
    widths.push_back(width);
  }
  const auto line = [&](const auto& text_of) {
    std::string whole;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const Column& column = table.columns()[i];
      const bool right = column.type() == Type::integer || column.type() == Type::real;
      whole += (i == 0 ? "" : "  ") + padded(text_of(column), widths[i], right);
    }
    return without_blanks_at_end(std::move(whole));
  };
  std::string text = line([](const Column& column) { return column.name(); });
  for (std::size_t row = 0; row < table.row_count(); ++row)
    text += line([row](const Column& column) { return cell(column, row); });
  return text;
}

std::string answer_format(const std::string& format, const std::string& output, const Location& where) {
  std::string word = format;
  if (word.empty() && !output.empty() && output != "-") {
    word = std::filesystem::path(output).extension().string();
    word = word.empty() ? "" : word.substr(1);
    if (word == "txt") word = "table";
  }
  if (word.empty()) return "table";
  if (std::find(kFormats.begin(), kFormats.end(), word) == kFormats.end())
    throw usage_error(where, "no format '" + word + "'", suggestion(word, kFormats));
  return word;
}

void check_output(const std::string& format, const std::string& output, const std::vector<std::string>& read,
                  const Location& where) {
  if (is_stream(output)) {
    if (format == "gpkg" || format == "fgb")
      throw usage_error(where, "format '" + format + "' needs a file", "name it: -o FILE");
    return;
  }
  std::error_code ignored;
  const fs::path file(output);
  if (fs::is_directory(file, ignored))
    throw usage_error(where, "'" + output + "' is a folder", "name a file in it");
  if (file.has_parent_path() && !fs::is_directory(file.parent_path(), ignored))
    throw usage_error(where, "no folder '" + file.parent_path().string() + "' for the answer '" +
                                 file.filename().string() + "'");
  for (const std::string& one : read)
    if (fs::is_regular_file(file, ignored) && fs::equivalent(file, one, ignored))
      throw usage_error(where, "the answer would take the place of '" + one + "', which the question reads",
                        "name another file");
}

void write_answer(const Table& table, const std::string& format, const std::string& output,
                  std::ostream& out) {
  const bool to_stream = is_stream(output);
  if (!to_stream && format != "table") return write_table(table, output, format);
  const std::string text = format == "table" ? aligned_text(table) : write_table_to_string(table, format);
  if (!to_stream) return write_file_atomically(output, text);
  out << text;
  if (!text.empty() && text.back() != '\n') out << '\n';
}

}  // namespace cartouche::cli
