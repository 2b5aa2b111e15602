#include "open_source.h"

#include <algorithm>

#include "big_integers.h"
#include "cartouche/base/finding_codes.h"
#include "mixed_text.h"
#include "paths.h"
#include "sheet.h"
#include "text_encoding.h"

namespace cartouche::source_internal {
namespace {

std::string driver_of(GDALDatasetH dataset) {
  return GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
}

// A field of bytes may end within a sign.
bool is_utf8_or_cut(std::string_view text) {
  constexpr std::size_t kLongestSign = 4;
  for (std::size_t cut = 0; cut < kLongestSign && cut < text.size(); ++cut)
    if (is_utf8(text.substr(0, text.size() - cut))) return true;
  return text.empty();
}

// Whether all texts of the layer, as their bytes are, are UTF-8, and some of them no ASCII.
bool is_all_utf8(OGRLayerH layer) {
  constexpr int kRows = 200'000;
  const char* const ignored[] = {"OGR_GEOMETRY", nullptr};
  OGR_L_SetIgnoredFields(layer, const_cast<const char**>(ignored));
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  std::vector<int> texts;
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
    if (OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)) == OFTString) texts.push_back(i);
  bool any = false;
  for (int row = 0; row < kRows; ++row) {
    const FeaturePtr feature(OGR_L_GetNextFeature(layer));
    if (!feature) break;
    for (const int field : texts) {
      const std::string_view text = OGR_F_GetFieldAsString(feature.get(), field);
      if (!is_utf8_or_cut(text)) return false;
      any = any || holds_utf8(text);
    }
  }
  return any;
}

// What a shapefile says of its encoding, where all its texts say otherwise; "" else.
std::string lie_about_encoding(const ReadOptions& options, OGRLayerH layer) {
  const char* said = GDALGetMetadataItem(layer, "SOURCE_ENCODING", "SHAPEFILE");
  if (said == nullptr || *said == '\0' || std::string_view(said) == "UTF-8") return "";
  const DatasetPtr raw = open_dataset(options.path, kNoRecoding, options.asked_at);
  OGRLayerH same = GDALDatasetGetLayerByName(raw.get(), OGR_L_GetName(layer));
  return same != nullptr && is_all_utf8(same) ? said : "";
}

void find_layer_of(const ReadOptions& options, OpenSource& source) {
  source.layer = find_layer(source.dataset.get(), options.path, options.layer, options.place("layer"));
}

}  // namespace

OpenSource open_source(const ReadOptions& options, Diagnostics& diagnostics) {
  OpenSource source;
  const Location file{shown(options.path)};
  const GdalMessages messages;
  source.dataset = open_dataset(options.path, options.encoding, options.asked_at);
  find_layer_of(options, source);
  const std::string driver = driver_of(source.dataset.get());
  if (driver == "ESRI Shapefile" && options.encoding.empty()) {
    const std::string said = lie_about_encoding(options, source.layer);
    if (said.empty()) return source;
    diagnostics.add(
        finding("encoding-lies"),
        "it says that its texts are " + said + ", but they are UTF-8 and were read so; state encoding: UTF-8",
        file);
    source.dataset = open_dataset(options.path, "UTF-8", options.asked_at);
    find_layer_of(options, source);
  } else if (driver == "GeoJSON" || driver == "TopoJSON") {
    if (!may_hold_big_integers(options.path)) return source;
    QuotedIntegers quoted(options.path);
    if (quoted.empty()) return source;
    quoted.report(diagnostics);
    source.dataset = open_dataset(quoted.path(), options.encoding, options.asked_at);
    source.support = std::make_shared<QuotedIntegers>(std::move(quoted));
    find_layer_of(options, source);
  } else if (is_spreadsheet(source.dataset.get()) && lacks_header(source.layer)) {
    const HeaderRow header(HeaderRow::first);
    source.dataset = open_dataset(options.path, options.encoding, options.asked_at);
    find_layer_of(options, source);
    OGR_L_GetFeatureCount(source.layer, 1);  // reads the sheet now
  } else if (is_spreadsheet(source.dataset.get()) && has_title(source.layer)) {
    diagnostics.add(finding("title-lines"),
                    "the first row holds no names of columns; state skip: with the number of rows above them",
                    file);
  }
  return source;
}

}  // namespace cartouche::source_internal
