#include "cartouche/geometry/wkt.h"

#include <charconv>
#include <cmath>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/error.h"
#include "cartouche/base/number_format.h"

namespace cartouche {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Recursive descent over the text; every error names the offset it was found at.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::string word() {
    skip_space();
    std::string found;
    for (; at_ < text_.size() && is_letter(text_[at_]); ++at_) found += ascii_lower(text_[at_]);
    return found;
  }
  bool accept(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(std::string("expected '") + c + "'");
  }
  bool accept_empty() {
    const std::size_t before = at_;
    if (word() == "empty") return true;
    at_ = before;
    return false;
  }
  Point point() {
    const double x = number();
    return {x, number()};
  }
  std::vector<Point> run() {
    std::vector<Point> points;
    expect('(');
    do points.push_back(point());
    while (accept(','));
    expect(')');
    return points;
  }
  void expect_end() {
    skip_space();
    if (at_ != text_.size()) fail("expected the end of the text");
  }
  [[noreturn]] void fail(const std::string& message) const {
    const std::string shown(text_.substr(0, 40));
    throw data_error({}, "not well-known text: " + message + " at character " + std::to_string(at_ + 1) +
                             " of '" + shown + (text_.size() > shown.size() ? "…'" : "'"));
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
  }
  double number() {
    skip_space();
    double value = 0;
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (error != std::errc() || !std::isfinite(value)) fail("expected a number");
    at_ += static_cast<std::size_t>(end - begin);
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void read_polygon(Reader& reader, GeometryArray& array) {
  if (reader.accept_empty()) return;
  reader.expect('(');
  do {
    const auto ring = reader.run();
    if (ring.size() < 4 || ring.front() != ring.back()) {
      reader.fail("expected a closed ring of four points or more");
    }
    array.add_ring(ring);
  } while (reader.accept(','));
  reader.expect(')');
  array.end_part();
}

void read_line(Reader& reader, GeometryArray& array) {
  if (reader.accept_empty()) return;
  const auto line = reader.run();
  if (line.size() < 2) reader.fail("expected a line of two points or more");
  array.add_ring(line);
  array.end_part();
}

void read_point(Reader& reader, GeometryArray& array) {
  if (reader.accept_empty()) {
    array.add_missing();
    return;
  }
  reader.expect('(');
  array.add_point(reader.point());
  reader.expect(')');
}

template <typename ReadPart>
void read_parts(Reader& reader, GeometryArray& array, bool multi, ReadPart read_part) {
  if (!multi) {
    read_part(reader, array);
  } else if (!reader.accept_empty()) {
    reader.expect('(');
    do read_part(reader, array);
    while (reader.accept(','));
    reader.expect(')');
  }
}

void write_run(std::string& out, std::span<const Point> run) {
  const char* before = "(";
  for (const Point p : run) {
    out += before;
    out += format_shortest(p.x);
    out += ' ';
    out += format_shortest(p.y);
    before = ", ";
  }
  out += ')';
}

void write_part(std::string& out, const GeometryArray& array, GeometryArray::Index part) {
  if (array.kind() == GeometryKind::line) {
    write_run(out, array.ring(array.ring_begin(part)));
    return;
  }
  const char* before = "(";
  for (auto r = array.ring_begin(part); r < array.ring_end(part); ++r) {
    out += before;
    write_run(out, array.ring(r));
    before = ", ";
  }
  out += ')';
}

}  // namespace

void append_wkt(GeometryArray& array, std::string_view wkt) {
  // Read into an array of its own: bad text leaves `array` as it was.
  GeometryArray one(array.kind());
  Reader reader(wkt);
  const std::string word = reader.word();
  const bool multi = word.starts_with("multi");
  const std::string base = multi ? word.substr(5) : word;
  if (array.kind() == GeometryKind::point && word == "point") {
    read_point(reader, one);
  } else if (array.kind() == GeometryKind::line && base == "linestring") {
    read_parts(reader, one, multi, read_line);
    one.end_feature();
  } else if (array.kind() == GeometryKind::polygon && base == "polygon") {
    read_parts(reader, one, multi, read_polygon);
    one.end_feature();
  } else {
    constexpr const char* kExpected[] = {"expected POINT", "expected LINESTRING or MULTILINESTRING",
                                         "expected POLYGON or MULTIPOLYGON"};
    reader.fail(kExpected[static_cast<int>(array.kind())]);
  }
  reader.expect_end();
  array.append(one, 0);
}

std::string to_wkt(const GeometryArray& array, std::size_t feature) {
  constexpr const char* kNames[] = {"POINT", "LINESTRING", "POLYGON"};
  const std::string name = kNames[static_cast<int>(array.kind())];
  if (array.is_missing(feature)) return name + " EMPTY";
  std::string out;
  if (array.kind() == GeometryKind::point) {
    out = name + " ";
    write_run(out, array.points().subspan(feature, 1));
    return out;
  }
  const auto first = array.part_begin(feature);
  const auto last = array.part_end(feature);
  if (last - first == 1) {
    out = name + " ";
    write_part(out, array, first);
    return out;
  }
  out = "MULTI" + name;
  const char* before = " (";
  for (auto part = first; part < last; ++part) {
    out += before;
    write_part(out, array, part);
    before = ", ";
  }
  out += ')';
  return out;
}

}  // namespace cartouche
