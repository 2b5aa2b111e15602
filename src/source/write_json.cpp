#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "cartouche/base/number_format.h"
#include "cartouche/geometry/measure.h"
#include "writers.h"

namespace cartouche::source_internal {
namespace {

constexpr int kDegreeDecimals = 7;

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_value(std::string& out, const Column& column, std::size_t row) {
  if (!column.is_valid(row) || (column.type() == Type::real && !std::isfinite(column.reals()[row]))) {
    out += "null";
  } else if (column.type() == Type::text) {
    append_string(out, column.texts()[row]);
  } else {
    out += column.text(row);
  }
}

void append_object(std::string& out, const Table& table, std::size_t row) {
  out += '{';
  for (std::size_t c = 0; c < table.columns().size(); ++c) {
    if (c > 0) out += ',';
    append_string(out, table.columns()[c].name());
    out += ':';
    append_value(out, table.columns()[c], row);
  }
  out += '}';
}

void append_point(std::string& out, Point p) {
  out += "[" + format_fixed(p.x, kDegreeDecimals) + "," + format_fixed(p.y, kDegreeDecimals) + "]";
}

void append_run(std::string& out, std::span<const Point> run, bool reversed) {
  out += '[';
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (i > 0) out += ',';
    append_point(out, run[reversed ? run.size() - 1 - i : i]);
  }
  out += ']';
}

// A polygon's rings, the outline counter-clockwise and holes clockwise (RFC 7946, 3.1.6); a line's run.
void append_part(std::string& out, const GeometryArray& shapes, GeometryArray::Index part) {
  const GeometryArray::Index begin = shapes.ring_begin(part);
  if (shapes.kind() == GeometryKind::line) return append_run(out, shapes.ring(begin), false);
  out += '[';
  for (GeometryArray::Index ring = begin; ring < shapes.ring_end(part); ++ring) {
    if (ring > begin) out += ',';
    const bool counter_clockwise = signed_area(shapes.ring(ring)) > 0;
    append_run(out, shapes.ring(ring), counter_clockwise != (ring == begin));
  }
  out += ']';
}

void append_geometry(std::string& out, const GeometryArray& shapes, std::size_t row) {
  if (shapes.is_missing(row)) {
    out += "null";
  } else if (shapes.kind() == GeometryKind::point) {
    out += R"({"type":"Point","coordinates":)";
    append_point(out, shapes.points()[row]);
    out += '}';
  } else {
    const GeometryArray::Index begin = shapes.part_begin(row), end = shapes.part_end(row);
    const bool multi = end - begin > 1;
    const char* kind = shapes.kind() == GeometryKind::line ? "LineString" : "Polygon";
    out += std::string(R"({"type":")") + (multi ? "Multi" : "") + kind + R"(","coordinates":)" +
           (multi ? "[" : "");
    for (GeometryArray::Index part = begin; part < end; ++part) {
      if (part > begin) out += ',';
      append_part(out, shapes, part);
    }
    out += multi ? "]}" : "}";
  }
}

// Rows between a line that opens and one that closes.
class RowsWriter : public TextWriter {
 public:
  RowsWriter(const char* open, const char* close) : open_(open), close_(close) {}
  void begin(std::string& out, const Table&) override { out += open_; }
  void rows(std::string& out, const Table& table) override {
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      out += is_first_ ? "\n" : ",\n";
      is_first_ = false;
      append(out, table, row);
    }
  }
  void end(std::string& out) override { out += std::string("\n") + close_ + "\n"; }

 private:
  virtual void append(std::string& out, const Table& table, std::size_t row) = 0;
  const char* open_;
  const char* close_;
  bool is_first_ = true;
};

class JsonWriter : public RowsWriter {
 public:
  JsonWriter() : RowsWriter("[", "]") {}

 private:
  void append(std::string& out, const Table& table, std::size_t row) override {
    append_object(out, table, row);
  }
};

class GeoJsonWriter : public RowsWriter {
 public:
  GeoJsonWriter() : RowsWriter(R"({"type":"FeatureCollection","features":[)", "]}") {}
  void rows(std::string& out, const Table& table) override {
    shapes_.reset();
    if (const auto& geometry = table.geometry()) {
      const Crs degrees = Crs::from_text("EPSG:4326");
      const bool as_it_is = geometry->crs.definition().empty() || geometry->crs == degrees;
      shapes_ = as_it_is ? geometry->shapes : transformed(geometry->shapes, geometry->crs, degrees);
    }
    RowsWriter::rows(out, table);
  }

 private:
  void append(std::string& out, const Table& table, std::size_t row) override {
    out += R"({"type":"Feature",)";
    if (!table.id_column().empty()) {
      out += "\"id\":";
      append_string(out, table.row_id(row));
      out += ',';
    }
    out += "\"properties\":";
    append_object(out, table, row);
    out += ",\"geometry\":";
    if (shapes_)
      append_geometry(out, *shapes_, row);
    else
      out += "null";
    out += '}';
  }

  std::optional<GeometryArray> shapes_;  // of the rows at hand, in degrees
};

}  // namespace

std::unique_ptr<TextWriter> json_writer() {
  return std::make_unique<JsonWriter>();
}

std::unique_ptr<TextWriter> geojson_writer() {
  return std::make_unique<GeoJsonWriter>();
}

}  // namespace cartouche::source_internal
