#pragma once
// GDAL's handles as owning types, its messages kept instead of printed. Private to this module.

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <vector>

#include "cartouche/base/error.h"
#include "cartouche/crs/crs.h"

namespace cartouche::source_internal {

/// Registers GDAL's drivers, once a process.
void register_drivers();

struct CloseDataset {
  void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using FeaturePtr = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

struct DestroyGeometry {
  void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using GeometryPtr = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

struct ReleaseReference {
  void operator()(OGRSpatialReferenceH reference) const { OSRRelease(reference); }
};
using ReferencePtr = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseReference>;

struct FreeByGdal {
  void operator()(char* text) const { VSIFree(text); }
};
using GdalText = std::unique_ptr<char, FreeByGdal>;

/// While it lives, what GDAL says on this thread is kept here and printed nowhere.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  bool failed() const { return !failures_.empty(); }
  /// The first failure, on one line; `otherwise` where there was none.
  std::string failure(const std::string& otherwise = "GDAL gave no reason") const;
  const std::vector<std::string>& warnings() const { return warnings_; }
  void clear();

 private:
  static void CPL_STDCALL keep(CPLErr severity, CPLErrorNum number, const char* message);

  std::vector<std::string> failures_;
  std::vector<std::string> warnings_;
};

/// A configuration option of GDAL, for this thread, while it lives.
class GdalOption {
 public:
  GdalOption(const char* name, const char* value);
  ~GdalOption();
  GdalOption(const GdalOption&) = delete;
  GdalOption& operator=(const GdalOption&) = delete;

 private:
  const char* name_;
};

/// The system of a layer; none (default-constructed) where it carries none. Throws a data error at `where`
/// for one that PROJ does not understand.
Crs crs_of(OGRSpatialReferenceH reference, const Location& where);
/// The other way; null where the CRS is none.
ReferencePtr reference_of(const Crs& crs);

}  // namespace cartouche::source_internal
