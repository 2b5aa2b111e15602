#pragma once
// One layer of a file or database, opened by OGR.

#include <string>
#include <vector>

#include "cartouche/source/source.h"
#include "gdal.h"

namespace cartouche::source_internal {

/// Opens what `path` names. Throws a usage error at `asked_at` where it is missing, a data error with GDAL's
/// reason where it cannot be read, or is none of what its name says (see file_kinds.h). `encoding` ("" = the
/// driver's) is for formats that do not say theirs. `warnings`, where asked for, is what GDAL did not stop
/// at.
DatasetPtr open_dataset(const std::string& path, const std::string& encoding, const Location& asked_at,
                        std::vector<std::string>* warnings = nullptr);
/// For open_dataset: texts as their bytes are.
inline const std::string kNoRecoding = "none";
/// The layer of that name, or the only one; otherwise a usage error that lists the layers.
OGRLayerH find_layer(GDALDatasetH dataset, const std::string& path, const std::string& name,
                     const Location& asked_at);

struct OgrField {
  std::string name;
  OGRFieldType type = OFTString;
  OGRFieldSubType subtype = OFSTNone;
  static constexpr int kKey = -1;
  int index = 0;  ///< in the layer's definition; kKey = the feature's number
};
/// The columns of the layer. OGR hides a table's integer key in a database, which is a column like any other
/// to its owner; in files the number it hides is the driver's own.
std::vector<OgrField> fields_of(GDALDatasetH dataset, OGRLayerH layer);
/// Numbers and booleans by their kind; text for strings, dates, times, lists and the rest.
Type type_of(const OgrField& field);

/// The kind that the layer declares; points where it declares none or any.
GeometryKind declared_kind(OGRLayerH layer);

}  // namespace cartouche::source_internal
