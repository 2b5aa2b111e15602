#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "fgb_length.h"
#include "gdal.h"
#include "wkb_writer.h"
#include "writers.h"

namespace cartouche::source_internal {
namespace {

struct DestroyField {
  void operator()(OGRFieldDefnH field) const { OGR_Fld_Destroy(field); }
};
using FieldPtr = std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, DestroyField>;

OGRFieldType field_type(Type type) {
  switch (type) {
    case Type::integer:
      return OFTInteger64;
    case Type::real:
      return OFTReal;
    case Type::boolean:
      return OFTInteger;
    case Type::text:
      break;
  }
  return OFTString;
}

OGRwkbGeometryType geometry_type(const Table& table) {
  if (!table.geometry()) return wkbNone;
  switch (table.geometry()->shapes.kind()) {
    case GeometryKind::point:
      return wkbPoint;
    case GeometryKind::line:
      return wkbMultiLineString;
    case GeometryKind::polygon:
      break;
  }
  return wkbMultiPolygon;
}

void set_field(OGRFeatureH feature, int field, const Column& column, std::size_t row) {
  const bool not_a_number = column.type() == Type::real && std::isnan(column.reals()[row]);
  if (!column.is_valid(row) || not_a_number) return OGR_F_SetFieldNull(feature, field);
  switch (column.type()) {
    case Type::text:
      return OGR_F_SetFieldString(feature, field, column.texts()[row].c_str());
    case Type::integer:
      return OGR_F_SetFieldInteger64(feature, field, column.integers()[row]);
    case Type::real:
      return OGR_F_SetFieldDouble(feature, field, column.reals()[row]);
    case Type::boolean:
      return OGR_F_SetFieldInteger(feature, field, column.booleans()[row]);
  }
}

/// A file in memory that goes with its scope. Files on disk are written beside their names.
class MemoryFile {
 public:
  MemoryFile() : name_(fmt::format("/vsimem/cartouche-{}.gpkg", fmt::ptr(this))) {}
  ~MemoryFile() { VSIUnlink(name_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const std::string& name() const { return name_; }
  std::string bytes() const {
    vsi_l_offset size = 0;
    const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &size, FALSE);
    return data == nullptr ? "" : std::string(reinterpret_cast<const char*>(data), size);
  }

 private:
  std::string name_;
};

// A full disk is a failure of the disk, whatever step of GDAL's it stopped.
bool is_full_disk(const std::string& failure) {
  return failure.find("disk is full") != std::string::npos || failure.find("disk I/O") != std::string::npos;
}

}  // namespace

struct OgrWriter::Data {
  std::string driver, place, shown;
  GdalOption date{"OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z"};
  DatasetPtr dataset;
  OGRLayerH layer = nullptr;
  bool transaction = false;
  std::size_t rows = 0;

  [[noreturn]] void fail(const GdalMessages& messages) const {
    const std::string reason = messages.failure();
    throw data_error({shown}, "cannot write: " + (is_full_disk(reason) ? "no space left" : reason));
  }
  void require(bool done, const GdalMessages& messages) const {
    if (!done) fail(messages);
  }

  // GDAL 3.6 drops such rows without a word.
  void require_geometry(const Table& table) const {
    std::size_t missing = table.geometry() ? 0 : table.row_count();
    for (std::size_t row = 0; table.geometry() && row < table.row_count(); ++row)
      missing += table.geometry()->shapes.is_missing(row) ? 1 : 0;
    if (missing > 0 || !table.geometry())
      throw data_error({shown},
                       "FlatGeobuf holds no rows without geometry, and " + std::to_string(missing) +
                           (missing == 1 ? " has none" : " have none"),
                       "write GeoPackage");
  }

  void create_layer(const Table& table, const std::string& name, const GdalMessages& messages) {
    std::vector<std::string> names;
    for (const Column& column : table.columns()) names.push_back(free_name(column.name(), names));
    const std::string fid = "FID=" + free_name("fid", names);
    const std::string geometry = "GEOMETRY_NAME=" + free_name("geom", names);
    const char* const gpkg[] = {fid.c_str(), geometry.c_str(), nullptr};
    // An index would put the rows in another order; without one GDAL 3.6 writes nothing where there are none.
    const char* const fgb[] = {table.row_count() > 0 ? "SPATIAL_INDEX=NO" : "SPATIAL_INDEX=YES", nullptr};
    const ReferencePtr reference = table.geometry() ? reference_of(table.geometry()->crs) : nullptr;
    layer = GDALDatasetCreateLayer(dataset.get(), name.c_str(), reference.get(), geometry_type(table),
                                   const_cast<char**>(driver == "GPKG" ? gpkg : fgb));
    require(layer != nullptr, messages);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Type type = table.columns()[i].type();
      const FieldPtr field(OGR_Fld_Create(names[i].c_str(), field_type(type)));
      if (type == Type::boolean) OGR_Fld_SetSubType(field.get(), OFSTBoolean);
      require(OGR_L_CreateField(layer, field.get(), FALSE) == OGRERR_NONE, messages);
    }
  }

  void write_row(const Table& table, std::size_t row, const GdalMessages& messages) {
    const FeaturePtr feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    for (std::size_t c = 0; c < table.columns().size(); ++c)
      set_field(feature.get(), static_cast<int>(c), table.columns()[c], row);
    if (table.geometry() && !table.geometry()->shapes.is_missing(row)) {
      const std::vector<unsigned char> wkb = to_wkb(table.geometry()->shapes, row);
      OGRGeometryH geometry = nullptr;
      require(OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &geometry, wkb.size()) == OGRERR_NONE, messages);
      OGR_F_SetGeometryDirectly(feature.get(), geometry);
    }
    require(OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE, messages);
  }

  void end_layer(const GdalMessages& messages) {
    if (!std::exchange(transaction, false)) return;
    require(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE, messages);
  }

  // GDAL 3.6 says nothing where it cannot write a FlatGeobuf to its end.
  void require_whole() const {
    if (driver == "FlatGeobuf" && rows > 0 && fgb_length(place) != rows)
      throw data_error({shown}, "cannot write: no space left");
  }
};

OgrWriter::OgrWriter(const std::string& driver, const std::string& place, const std::string& shown)
    : data_(std::make_unique<Data>()) {
  register_drivers();
  data_->driver = driver;
  data_->place = place;
  data_->shown = shown;
  const GdalMessages messages;
  data_->dataset.reset(
      GDALCreate(GDALGetDriverByName(driver.c_str()), place.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  data_->require(data_->dataset != nullptr, messages);
}

OgrWriter::~OgrWriter() {
  const GdalMessages unheard;  // closing what is thrown away
  data_->dataset.reset();
}

void OgrWriter::layer(const Table& table, const std::string& name) {
  if (data_->driver == "FlatGeobuf") data_->require_geometry(table);
  const GdalMessages messages;
  data_->end_layer(messages);
  data_->create_layer(table, name, messages);
  // Drivers without transactions say so, which is no failure of the writing.
  data_->transaction = GDALDatasetStartTransaction(data_->dataset.get(), FALSE) == OGRERR_NONE;
}

void OgrWriter::rows(const Table& table) {
  if (data_->driver == "FlatGeobuf") data_->require_geometry(table);
  const GdalMessages messages;
  for (std::size_t row = 0; row < table.row_count(); ++row) data_->write_row(table, row, messages);
  data_->rows += table.row_count();
}

void OgrWriter::finish() {
  const GdalMessages messages;
  data_->end_layer(messages);
  data_->dataset.reset();
  if (messages.failed()) data_->fail(messages);
  data_->require_whole();
}

std::string to_geopackage_bytes(const std::vector<Table>& tables, const std::string& shown) {
  const MemoryFile memory;
  OgrWriter writer("GPKG", memory.name(), shown);
  for (const Table& table : tables) {
    writer.layer(table, table.name());
    writer.rows(table);
  }
  writer.finish();
  return memory.bytes();
}

}  // namespace cartouche::source_internal
