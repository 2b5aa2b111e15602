#include <algorithm>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/number_format.h"
#include "cartouche/geometry/wkt.h"
#include "writers.h"

namespace cartouche::source_internal {
namespace {

bool same_but_for_case(const std::string& a, const std::string& b) {
  return ascii_lower(a) == ascii_lower(b);
}

void append_field(std::string& out, const std::string& text, bool quoted) {
  // A space at either end is lost by readers that trim.
  const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  const bool needed = spaced || text.find_first_of(",\"\n\r") != std::string::npos;
  if (!quoted && !needed) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

void append_value(std::string& out, const Column& column, std::size_t row) {
  const std::string text = column.text(row);
  if (!text.empty()) {
    append_field(out, text, false);
  } else if (column.is_valid(row) && column.type() == Type::text) {
    out += "\"\"";
  }
}

void append_place(std::string& out, const GeometryArray& shapes, std::size_t row) {
  out += ',';
  if (shapes.kind() == GeometryKind::point) {
    const Point p = shapes.points()[row];
    out += is_missing(p) ? "," : format_shortest(p.x) + "," + format_shortest(p.y);
  } else if (!shapes.is_missing(row)) {
    append_field(out, to_wkt(shapes, row), true);
  }
}

std::string header(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  if (table.geometry()) {
    const bool points = table.geometry()->shapes.kind() == GeometryKind::point;
    for (const char* wanted : {points ? "x" : "wkt", points ? "y" : ""})
      if (*wanted != '\0') names.push_back(free_name(wanted, names));
  }
  std::string line;
  for (const std::string& name : names) {
    if (!line.empty()) line += ',';
    append_field(line, name, name.empty());
  }
  return line;
}

class CsvWriter : public TextWriter {
 public:
  void begin(std::string& out, const Table& table) override { out += header(table) + "\n"; }
  void rows(std::string& out, const Table& table) override {
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      for (std::size_t c = 0; c < table.columns().size(); ++c) {
        if (c > 0) out += ',';
        append_value(out, table.columns()[c], row);
      }
      if (table.geometry()) append_place(out, table.geometry()->shapes, row);
      out += '\n';
    }
  }
  void end(std::string&) override {}
};

}  // namespace

std::string free_name(const std::string& wanted, const std::vector<std::string>& taken) {
  const auto is_taken = [&](const std::string& name) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const std::string& other) { return same_but_for_case(name, other); });
  };
  std::string name = wanted;
  for (int number = 2; is_taken(name); ++number) name = wanted + "_" + std::to_string(number);
  return name;
}

std::unique_ptr<TextWriter> csv_writer() {
  return std::make_unique<CsvWriter>();
}

}  // namespace cartouche::source_internal
