#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <cmath>

#include "gdal.h"
#include "wkb_writer.h"
#include "writers.h"

namespace cartouche::source_internal {
namespace {

/// A file in memory that goes with its scope. Files on disk are written by base, whole or not at all.
class MemoryFile {
 public:
  explicit MemoryFile(const char* ending)
      : name_(fmt::format("/vsimem/cartouche-{}{}", fmt::ptr(this), ending)) {}
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

class OgrWriter {
 public:
  OgrWriter(const Table& table, const std::string& file) : table_(table), file_(file) {}

  void write(GDALDatasetH dataset, const std::string& driver, const std::string& layer) {
    if (driver == "FlatGeobuf") require_geometry();
    OGRLayerH out = create_layer(dataset, driver, layer);
    const bool transaction = GDALDatasetStartTransaction(dataset, FALSE) == OGRERR_NONE;
    for (std::size_t row = 0; row < table_.row_count(); ++row) write_row(out, row);
    if (transaction) require(GDALDatasetCommitTransaction(dataset) == OGRERR_NONE);
  }

 private:
  void require(bool done) const {
    if (!done) throw data_error({file_}, "cannot be written: " + messages_.failure());
  }

  // GDAL 3.6 drops such rows without a word.
  void require_geometry() const {
    std::size_t missing = table_.geometry() ? 0 : table_.row_count();
    for (std::size_t row = 0; table_.geometry() && row < table_.row_count(); ++row)
      missing += table_.geometry()->shapes.is_missing(row) ? 1 : 0;
    if (missing > 0 || !table_.geometry())
      throw data_error(
          {file_}, "FlatGeobuf holds no rows without geometry, and " + std::to_string(missing) + " have none",
          "write GeoPackage");
  }

  OGRLayerH create_layer(GDALDatasetH dataset, const std::string& driver, const std::string& name) {
    std::vector<std::string> names;
    for (const Column& column : table_.columns()) names.push_back(free_name(column.name(), names));
    const std::string fid = "FID=" + free_name("fid", names);
    const std::string geometry = "GEOMETRY_NAME=" + free_name("geom", names);
    const char* const gpkg[] = {fid.c_str(), geometry.c_str(), nullptr};
    // An index would put the rows in another order; without one GDAL 3.6 writes nothing where there are none.
    const char* const fgb[] = {table_.row_count() > 0 ? "SPATIAL_INDEX=NO" : "SPATIAL_INDEX=YES", nullptr};
    const bool is_gpkg = driver == "GPKG";
    const ReferencePtr reference = table_.geometry() ? reference_of(table_.geometry()->crs) : nullptr;
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, name.c_str(), reference.get(), geometry_type(table_),
                                             const_cast<char**>(is_gpkg ? gpkg : fgb));
    require(layer != nullptr);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Type type = table_.columns()[i].type();
      const FieldPtr field(OGR_Fld_Create(names[i].c_str(), field_type(type)));
      if (type == Type::boolean) OGR_Fld_SetSubType(field.get(), OFSTBoolean);
      require(OGR_L_CreateField(layer, field.get(), FALSE) == OGRERR_NONE);
    }
    return layer;
  }

  void write_row(OGRLayerH layer, std::size_t row) {
    const FeaturePtr feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    for (std::size_t c = 0; c < table_.columns().size(); ++c)
      set_field(feature.get(), static_cast<int>(c), table_.columns()[c], row);
    if (table_.geometry() && !table_.geometry()->shapes.is_missing(row)) {
      const std::vector<unsigned char> wkb = to_wkb(table_.geometry()->shapes, row);
      OGRGeometryH geometry = nullptr;
      require(OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &geometry, wkb.size()) == OGRERR_NONE);
      OGR_F_SetGeometryDirectly(feature.get(), geometry);
    }
    require(OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE);
  }

  static void set_field(OGRFeatureH feature, int field, const Column& column, std::size_t row) {
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

  const Table& table_;
  const std::string& file_;
  GdalMessages messages_;
};

}  // namespace

std::string to_ogr_file(const std::vector<NamedTable>& tables, const std::string& driver,
                        const std::string& file) {
  register_drivers();
  const GdalMessages messages;
  const GdalOption date("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z");
  const MemoryFile memory(driver == "GPKG" ? ".gpkg" : ".fgb");
  DatasetPtr dataset(
      GDALCreate(GDALGetDriverByName(driver.c_str()), memory.name().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  const auto require = [&](bool done) {
    if (!done) throw data_error({file}, "cannot be written: " + messages.failure());
  };
  require(dataset != nullptr);
  for (const NamedTable& one : tables) OgrWriter(*one.table, file).write(dataset.get(), driver, one.layer);
  dataset.reset();
  // Drivers without transactions say so, which is no failure of the writing.
  require(!memory.bytes().empty());
  return memory.bytes();
}

}  // namespace cartouche::source_internal
