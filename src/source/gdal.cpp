#include "gdal.h"

#include <cpl_conv.h>

namespace cartouche::source_internal {

void register_drivers() {
  static const bool registered = [] {
    // Reading a .gz must not leave a file of GDAL's own beside it.
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    // What a file of GML says of other files and addresses is not followed.
    CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO");
    CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
    // What it says outside a GdalMessages (on another thread, while closing a file) is nobody's to read.
    CPLSetErrorHandler(CPLQuietErrorHandler);
    GDALAllRegister();
    return true;
  }();
  static_cast<void>(registered);
}

GdalMessages::GdalMessages() {
  CPLPushErrorHandlerEx(keep, this);
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
  CPLErrorReset();
}

void GdalMessages::keep(CPLErr severity, CPLErrorNum, const char* message) {
  auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
  if (severity >= CE_Failure) self->failures_.emplace_back(message);
  if (severity == CE_Warning) self->warnings_.emplace_back(message);
}

std::string GdalMessages::failure(const std::string& otherwise) const {
  return failures_.empty() ? otherwise : failures_.front();
}

void GdalMessages::clear() {
  failures_.clear();
  warnings_.clear();
}

GdalOption::GdalOption(const char* name, const char* value) : name_(name) {
  CPLSetThreadLocalConfigOption(name, value);
}

GdalOption::~GdalOption() {
  CPLSetThreadLocalConfigOption(name_, nullptr);
}

Crs crs_of(OGRSpatialReferenceH reference, const Location& where) {
  if (reference == nullptr) return {};
  const char* authority = OSRGetAuthorityName(reference, nullptr);
  const char* code = OSRGetAuthorityCode(reference, nullptr);
  std::string text;
  if (authority != nullptr && code != nullptr) {
    text = std::string(authority) + ":" + code;
  } else {
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    OSRExportToWktEx(reference, &wkt, options);
    const GdalText owned(wkt);
    text = owned ? owned.get() : "";
  }
  try {
    return Crs::from_text(text, where);
  } catch (const Error& error) {
    throw data_error(where, "the source's CRS is not understood: " + error.message(),
                     "state it with crs: EPSG:…");
  }
}

ReferencePtr reference_of(const Crs& crs) {
  if (crs.definition().empty()) return nullptr;
  ReferencePtr reference(OSRNewSpatialReference(nullptr));
  if (OSRSetFromUserInput(reference.get(), crs.definition().c_str()) != OGRERR_NONE) return nullptr;
  OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

}  // namespace cartouche::source_internal
