// The Arrow C data interface (https://arrow.apache.org/docs/format/CDataInterface.html) as OGR fills it.

#include <ogr_recordbatch.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "ogr_rows.h"

namespace cartouche::source_internal {
namespace {

// What a consumer owns and must release.
template <class Struct>
class Owned {
 public:
  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { reset(); }
  Struct* fresh() {
    reset();
    return &value_;
  }
  Struct* operator->() { return &value_; }
  Struct& operator*() { return value_; }

 private:
  void reset() {
    if (value_.release != nullptr) value_.release(&value_);
    value_ = {};
  }
  Struct value_{};
};

/// One column of a batch: values by row, null bits and offset seen to.
class ArrowColumn {
 public:
  ArrowColumn(const ArrowArray& array, std::string_view format) : array_(array), format_(format) {}

  bool is_missing(std::int64_t row) const {
    const auto* bits = static_cast<const unsigned char*>(array_.buffers[0]);
    return array_.null_count != 0 && bits != nullptr && !bit(bits, row + array_.offset);
  }
  template <class Number>
  Number number(std::int64_t row) const {
    return static_cast<const Number*>(array_.buffers[1])[row + array_.offset];
  }
  bool boolean(std::int64_t row) const {
    return bit(static_cast<const unsigned char*>(array_.buffers[1]), row + array_.offset);
  }
  // Text and WKB: "u" and "z" have 32-bit offsets, "U" and "Z" 64-bit ones.
  Bytes bytes(std::int64_t row) const {
    const bool large = format_ == "U" || format_ == "Z";
    const std::int64_t begin = large ? number<std::int64_t>(row) : number<std::int32_t>(row);
    const std::int64_t end = large ? number<std::int64_t>(row + 1) : number<std::int32_t>(row + 1);
    const auto* data = static_cast<const unsigned char*>(array_.buffers[2]);
    if (begin == end) return {};
    return {data + begin, static_cast<std::size_t>(end - begin)};
  }

 private:
  static bool bit(const unsigned char* bits, std::int64_t at) {
    return (static_cast<unsigned>(bits[at / 8]) >> static_cast<unsigned>(at % 8) & 1U) != 0;
  }
  const ArrowArray& array_;
  std::string_view format_;
};

bool carries(const std::string_view format, Type type) {
  const bool whole = format == "i" || format == "l" || format == "s" || format == "c";
  switch (type) {
    case Type::text:
      return format == "u" || format == "U";
    case Type::integer:
      return whole;
    case Type::real:
      return format == "g" || format == "f" || whole;
    case Type::boolean:
      return format == "b" || whole;
  }
  return false;
}

std::int64_t whole_number(const ArrowColumn& column, char format, std::int64_t row) {
  switch (format) {
    case 'l':
      return column.number<std::int64_t>(row);
    case 's':
      return column.number<std::int16_t>(row);
    case 'c':
      return column.number<std::int8_t>(row);
    case 'b':
      return column.boolean(row) ? 1 : 0;
    default:
      return column.number<std::int32_t>(row);
  }
}

double real_number(const ArrowColumn& column, char format, std::int64_t row) {
  if (format == 'g') return column.number<double>(row);
  if (format == 'f') return static_cast<double>(column.number<float>(row));
  return static_cast<double>(whole_number(column, format, row));
}

void append_column(const ArrowArray& array, std::string_view format, std::int64_t rows, ColumnBuilder& out) {
  const ArrowColumn column(array, format);
  for (std::int64_t row = 0; row < rows; ++row) {
    if (column.is_missing(row)) {
      out.add_missing();
    } else if (out.type() == Type::text) {
      const Bytes text = column.bytes(row);
      out.add_text({reinterpret_cast<const char*>(text.data()), text.size()});
    } else if (out.type() == Type::real) {
      out.add_real(real_number(column, format[0], row));
    } else {
      out.add_integer(whole_number(column, format[0], row));
    }
  }
}

void append_shapes(const ArrowArray& array, std::string_view format, std::int64_t rows, ShapeBuilder& out) {
  const ArrowColumn column(array, format);
  for (std::int64_t row = 0; row < rows; ++row) {
    const Bytes wkb = column.is_missing(row) ? Bytes() : column.bytes(row);
    if (wkb.empty()) {
      out.add_missing();
    } else {
      out.add(wkb);
    }
  }
}

/// Which child of the batches is which field; -1 = not there.
struct Mapping {
  std::vector<std::int64_t> columns;
  std::int64_t shape = -1;
};

// False where the stream does not carry what the sink wants.
bool map_children(const ArrowSchema& schema, const RowSink& sink, Mapping& mapping) {
  mapping.columns.assign(sink.fields.size(), -1);
  for (std::int64_t child = 0; child < schema.n_children; ++child) {
    const std::string_view name = schema.children[child]->name;
    const std::string_view format = schema.children[child]->format;
    const auto field = std::find_if(sink.fields.begin(), sink.fields.end(),
                                    [&](const OgrField& one) { return one.name == name; });
    if (field == sink.fields.end()) {
      if ((format == "z" || format == "Z") && mapping.shape < 0) mapping.shape = child;
      continue;
    }
    const auto index = static_cast<std::size_t>(field - sink.fields.begin());
    if (!carries(format, sink.columns[index].type())) return false;
    mapping.columns[index] = child;
  }
  const bool all = std::none_of(mapping.columns.begin(), mapping.columns.end(),
                                [](std::int64_t child) { return child < 0; });
  return all && (!sink.shapes || mapping.shape >= 0);
}

// GDAL 3.6 loses booleans on the way: of every byte of a batch's bits it keeps one.
bool is_carried(const OgrField& field) {
  if (field.subtype == OFSTBoolean) return false;
  switch (field.type) {
    case OFTInteger:
    case OFTInteger64:
    case OFTReal:
    case OFTString:
      return true;
    default:
      return false;
  }
}

void append_batch(const ArrowArray& batch, const ArrowSchema& schema, const Mapping& mapping, RowSink& sink) {
  for (std::size_t i = 0; i < sink.columns.size(); ++i) {
    const std::int64_t child = mapping.columns[i];
    append_column(*batch.children[child], schema.children[child]->format, batch.length, sink.columns[i]);
  }
  if (sink.shapes)
    append_shapes(*batch.children[mapping.shape], schema.children[mapping.shape]->format, batch.length,
                  *sink.shapes);
  sink.rows += static_cast<std::size_t>(batch.length);
}

class BatchCursor : public RowCursor {
 public:
  explicit BatchCursor(std::string file) : file_(std::move(file)) {}

  bool open(OGRLayerH layer, const RowSink& sink) {
    const char* const options[] = {"INCLUDE_FID=NO", "MAX_FEATURES_IN_BATCH=16384", nullptr};
    return OGR_L_GetArrowStream(layer, stream_.fresh(), const_cast<char**>(options)) &&
           stream_->get_schema(&*stream_, schema_.fresh()) == 0 && map_children(*schema_, sink, mapping_);
  }

  bool read(RowSink& sink) override {
    Owned<ArrowArray> batch;
    if (stream_->get_next(&*stream_, batch.fresh()) != 0) {
      const char* reason = stream_->get_last_error(&*stream_);
      throw data_error({file_}, std::string("cannot be read: ") + (reason ? reason : "no reason given"));
    }
    // GDAL 3.6 hands out empty batches without end of a FlatGeobuf without features.
    if (batch->release == nullptr || batch->length == 0) return false;
    append_batch(*batch, *schema_, mapping_, sink);
    return true;
  }

 private:
  std::string file_;
  Owned<ArrowArrayStream> stream_;
  Owned<ArrowSchema> schema_;
  Mapping mapping_;
};

}  // namespace

std::unique_ptr<RowCursor> batch_cursor(OGRLayerH layer, const RowSink& sink, const std::string& file) {
  if (!std::all_of(sink.fields.begin(), sink.fields.end(), is_carried)) return nullptr;
  auto cursor = std::make_unique<BatchCursor>(file);
  if (!cursor->open(layer, sink)) return nullptr;
  return cursor;
}

}  // namespace cartouche::source_internal
