#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "ogr_rows.h"

namespace cartouche::source_internal {
namespace {

std::string seconds(float value) {
  const bool whole = value == std::floor(value);
  return whole ? fmt::format("{:02.0f}", value) : fmt::format("{:06.3f}", value);
}

// OGR's zone: 100 = UTC, and one for each quarter of an hour.
std::string zone(int flag) {
  if (flag <= 1) return "";
  if (flag == 100) return "Z";
  const int quarters = std::abs(flag - 100);
  return fmt::format("{}{:02}:{:02}", flag < 100 ? '-' : '+', quarters / 4, quarters % 4 * 15);
}

// ISO 8601.
std::string date_text(OGRFeatureH feature, const OgrField& field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, flag = 0;
  float second = 0;
  OGR_F_GetFieldAsDateTimeEx(feature, field.index, &year, &month, &day, &hour, &minute, &second, &flag);
  const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (field.type == OFTDate) return date;
  const std::string time = fmt::format("{:02}:{:02}:{}", hour, minute, seconds(second));
  return field.type == OFTTime ? time : date + "T" + time + zone(flag);
}

// Joined by '/', as has() of expressions reads lists.
std::string list_text(OGRFeatureH feature, const OgrField& field) {
  std::string text;
  const auto add = [&text](const std::string& item) { text += (text.empty() ? "" : "/") + item; };
  int count = 0;
  if (field.type == OFTStringList) {
    char** items = OGR_F_GetFieldAsStringList(feature, field.index);
    for (; items != nullptr && *items != nullptr; ++items) add(*items);
  } else if (field.type == OFTIntegerList) {
    const int* items = OGR_F_GetFieldAsIntegerList(feature, field.index, &count);
    for (int i = 0; i < count; ++i) add(std::to_string(items[i]));
  } else if (field.type == OFTInteger64List) {
    const GIntBig* items = OGR_F_GetFieldAsInteger64List(feature, field.index, &count);
    for (int i = 0; i < count; ++i) add(std::to_string(items[i]));
  } else {
    const double* items = OGR_F_GetFieldAsDoubleList(feature, field.index, &count);
    for (int i = 0; i < count; ++i) add(fmt::format("{}", items[i]));
  }
  return text;
}

void add_text(OGRFeatureH feature, const OgrField& field, ColumnBuilder& column) {
  switch (field.type) {
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
      return column.add_text(date_text(feature, field));
    case OFTStringList:
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
      return column.add_text(list_text(feature, field));
    default:
      return column.add_text(OGR_F_GetFieldAsString(feature, field.index));
  }
}

void add_key(GIntBig key, ColumnBuilder& column) {
  if (key == OGRNullFID) return column.add_missing();
  column.add_integer(key);
}

void add_value(OGRFeatureH feature, const OgrField& field, ColumnBuilder& column) {
  if (field.index == OgrField::kKey) return add_key(OGR_F_GetFID(feature), column);
  if (OGR_F_IsFieldSetAndNotNull(feature, field.index) == 0) return column.add_missing();
  switch (column.type()) {
    case Type::real:
      return column.add_real(OGR_F_GetFieldAsDouble(feature, field.index));
    case Type::integer:
    case Type::boolean:
      return column.add_integer(OGR_F_GetFieldAsInteger64(feature, field.index));
    case Type::text:
      return add_text(feature, field, column);
  }
}

void add_shape(OGRFeatureH feature, std::vector<unsigned char>& wkb, ShapeBuilder& shapes) {
  OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
  if (geometry == nullptr) return shapes.add_missing();
  wkb.resize(static_cast<std::size_t>(OGR_G_WkbSize(geometry)));
  OGR_G_ExportToIsoWkb(geometry, wkbNDR, wkb.data());
  shapes.add(wkb);
}

class FeatureCursor : public RowCursor {
 public:
  explicit FeatureCursor(OGRLayerH layer) : layer_(layer) { OGR_L_ResetReading(layer); }

  bool read(RowSink& sink) override {
    const FeaturePtr feature(OGR_L_GetNextFeature(layer_));
    if (!feature) return false;
    for (std::size_t i = 0; i < sink.fields.size(); ++i)
      add_value(feature.get(), sink.fields[i], sink.columns[i]);
    if (sink.shapes) add_shape(feature.get(), wkb_, *sink.shapes);
    ++sink.rows;
    return true;
  }

 private:
  OGRLayerH layer_;
  std::vector<unsigned char> wkb_;
};

}  // namespace

std::unique_ptr<RowCursor> feature_cursor(OGRLayerH layer) {
  return std::make_unique<FeatureCursor>(layer);
}

}  // namespace cartouche::source_internal
