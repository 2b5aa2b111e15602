#include <sstream>

#include "cartouche/base/atomic_file.h"
#include "cartouche/base/words.h"
#include "cartouche/source/source.h"
#include "cartouche/source/table_writer.h"
#include "paths.h"
#include "writers.h"

namespace cartouche {

using namespace source_internal;

namespace {

std::unique_ptr<TextWriter> text_writer(const std::string& format) {
  if (format == "csv") return csv_writer();
  if (format == "json") return json_writer();
  if (format == "geojson") return geojson_writer();
  return nullptr;
}

Error unknown_format(const std::string& format, const std::vector<std::string>& known) {
  return usage_error({}, "unknown format '" + format + "'", suggestion(format, known));
}

}  // namespace

// A text goes to a stream or a file; GDAL writes its own.
struct TableWriter::Data {
  std::unique_ptr<TextWriter> text;
  std::ostream* out = nullptr;
  std::optional<AtomicFile> file;
  std::string driver;
  std::filesystem::path path;
  std::optional<AtomicPath> place;
  std::optional<OgrWriter> ogr;  // before the place goes, the file is closed
  std::optional<Table> empty;    // the columns, as long as no row has come
  bool begun = false;

  void put(const std::string& bytes) {
    if (out != nullptr)
      *out << bytes;
    else
      file->write(bytes);
  }

  void add(const Table& rows) {
    if (!text) return add_to_ogr(rows);
    const bool first = !std::exchange(begun, true);
    std::string bytes;
    if (first) text->begin(bytes, rows);
    text->rows(bytes, rows);
    put(bytes);
  }

  void add_to_ogr(const Table& rows) {
    if (!ogr) {
      if (rows.row_count() == 0) empty = rows;
      if (rows.row_count() > 0) begin_ogr(rows);
    }
    if (ogr) ogr->rows(rows);
  }

  void begin_ogr(const Table& rows) {
    ogr.emplace(driver, place->place().string(), path.string());
    ogr->layer(rows, rows.name().empty() ? stem(path.string()) : rows.name());
  }

  void finish() {
    if (!text) {
      if (!ogr) begin_ogr(*empty);
      ogr->finish();
      return place->commit();
    }
    std::string bytes;
    text->end(bytes);
    put(bytes);
    if (file) file->commit();
  }
};

TableWriter::TableWriter(const std::filesystem::path& file, const std::string& format)
    : data_(std::make_unique<Data>()) {
  data_->text = text_writer(format);
  if (!data_->text && format != "gpkg" && format != "fgb")
    throw unknown_format(format, {"csv", "json", "geojson", "gpkg", "fgb"});
  data_->path = file;
  data_->driver = format == "gpkg" ? "GPKG" : "FlatGeobuf";
  if (data_->text)
    data_->file.emplace(file);
  else
    data_->place.emplace(file, "." + format);
}

TableWriter::TableWriter(std::ostream& out, const std::string& format) : data_(std::make_unique<Data>()) {
  data_->text = text_writer(format);
  if (!data_->text) throw unknown_format(format, {"csv", "json", "geojson"});
  data_->out = &out;
}

TableWriter::~TableWriter() = default;

void TableWriter::add(const Table& rows) {
  data_->add(rows);
}

void TableWriter::finish() {
  data_->finish();
}

std::string write_table_to_string(const Table& table, const std::string& format) {
  std::ostringstream out;
  TableWriter writer(out, format);
  writer.add(table);
  writer.finish();
  return out.str();
}

std::string to_geopackage(const std::vector<Table>& tables, const std::string& file) {
  return to_geopackage_bytes(tables, file);
}

void write_table(const Table& table, const std::filesystem::path& file, const std::string& format) {
  TableWriter writer(file, format);
  writer.add(table);
  writer.finish();
}

}  // namespace cartouche
