#include "write_answer.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/atomic_file.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/output_plan.h"
#include "cartouche/base/words.h"

namespace cartouche::cli {
namespace {

namespace fs = std::filesystem;

const std::array<std::string, 6> kFormats{"table", "csv", "json", "geojson", "gpkg", "fgb"};

bool is_stream(const std::string& output) {
  return output.empty() || output == "-";
}

bool is_format(const std::string& word) {
  return std::find(kFormats.begin(), kFormats.end(), word) != kFormats.end();
}

// The format that a file's ending says, in small letters; "" for a stream.
std::string ending_of(const std::string& output) {
  if (is_stream(output)) return "";
  std::string ending = fs::path(output).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  ending = ascii_lower(ending);
  return ending == "txt" ? "table" : ending;
}

// A value's line breaks would break the lines of the table.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "\\n";
    else if (c == '\r')
      line += "\\r";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
  return line;
}

std::string cell(const Column& column, std::size_t row) {
  if (!column.is_valid(row)) return "";
  return column.type() == Type::real ? format_fixed(column.number(row), 3) : on_one_line(column.text(row));
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

std::string aligned_text(std::span<const Table> batches) {
  const std::vector<Column>& columns = batches.front().columns();
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t width = utf8_length(columns[i].name());
    for (const Table& table : batches)
      for (std::size_t row = 0; row < table.row_count(); ++row)
        width = std::max(width, utf8_length(cell(table.columns()[i], row)));
    widths.push_back(width);
  }
  const auto line = [&](const auto& text_of) {
    std::string whole;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool right = columns[i].type() == Type::integer || columns[i].type() == Type::real;
      whole += (i == 0 ? "" : "  ") + padded(text_of(i), widths[i], right);
    }
    return without_blanks_at_end(std::move(whole));
  };
  std::string text = line([&](std::size_t i) { return columns[i].name(); });
  for (const Table& table : batches)
    for (std::size_t row = 0; row < table.row_count(); ++row)
      text += line([&](std::size_t i) { return cell(table.columns()[i], row); });
  return text;
}

std::string answer_format(const std::string& format, const std::string& output, const Location& where) {
  const std::string ending = ending_of(output);
  const std::string word = format.empty() ? ending : format;
  if (word.empty()) return "table";
  if (word != ending && is_format(ending) && is_format(word))
    throw usage_error(where, "'" + output + "' is no file of format '" + word + "'",
                      "its ending says '" + ending + "': change one of them");
  if (!is_format(word)) throw usage_error(where, "no format '" + word + "'", suggestion(word, kFormats));
  return word;
}

void check_output(const std::string& format, const std::string& output, const FilesRead& read,
                  const Location& where) {
  if (is_stream(output)) {
    if (format == "gpkg" || format == "fgb")
      throw usage_error(where, "format '" + format + "' needs a file", "name it: -o FILE");
    return;
  }
  std::error_code ignored;
  const fs::path file(output);
  if (file.has_parent_path() && !fs::is_directory(file.parent_path(), ignored))
    throw usage_error(where, "no folder '" + file.parent_path().string() + "' for the answer '" +
                                 file.filename().string() + "'");
  OutputPlan(read).add(file, "the answer", where);
}

void check_system(const std::string& format, const std::string& crs, const Location& where) {
  if (format == "geojson" && !crs.empty() && !(Crs::from_text(crs, where) == Crs::from_text("EPSG:4326")))
    throw usage_error(where, "GeoJSON is in EPSG:4326 and nothing else (RFC 7946)", "write gpkg, fgb or csv");
}

AnswerWriter::AnswerWriter(const std::string& format, const std::string& output, std::ostream& out)
    : output_(is_stream(output) ? "" : output), out_(out) {
  if (format == "table") return;
  if (output_.empty())
    writer_.emplace(out, format);
  else
    writer_.emplace(output_, format);
}

void AnswerWriter::add(Table rows) {
  if (writer_) return writer_->add(rows);
  if (batches_.empty() || rows.row_count() > 0) batches_.push_back(std::move(rows));
}

void AnswerWriter::finish() {
  if (writer_) return writer_->finish();
  const std::string text = aligned_text(batches_);
  if (!output_.empty()) return write_file_atomically(output_, text);
  out_ << text;
}

void write_answer(const Table& table, const std::string& format, const std::string& output,
                  std::ostream& out) {
  AnswerWriter writer(format, output, out);
  writer.add(table);
  writer.finish();
}

}  // namespace cartouche::cli
