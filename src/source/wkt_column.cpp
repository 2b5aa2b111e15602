#include "wkt_column.h"

#include "cartouche/base/blanks.h"
#include "gdal.h"
#include "number_text.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

// The text without a leading "SRID=…;".
std::string without_srid(const std::string& text) {
  const std::size_t end = text.starts_with("SRID=") ? text.find(';') : std::string::npos;
  return end == std::string::npos ? text : text.substr(end + 1);
}

std::vector<unsigned char> wkb_of(const std::string& text) {
  const GdalMessages messages;
  std::string copy = without_srid(text);
  char* rest = copy.data();
  OGRGeometryH raw = nullptr;
  if (OGR_G_CreateFromWkt(&rest, nullptr, &raw) != OGRERR_NONE) return {};
  const GeometryPtr geometry(raw);
  if (!without_blanks(rest).empty()) return {};
  std::vector<unsigned char> wkb(static_cast<std::size_t>(OGR_G_WkbSize(geometry.get())));
  OGR_G_ExportToIsoWkb(geometry.get(), wkbNDR, wkb.data());
  return wkb;
}

Crs stated_crs(const ReadOptions& options) {
  if (options.crs.empty())
    throw usage_error(options.place("crs"), "the geometry of column '" + options.wkt + "' needs its CRS",
                      options.crs_hint.empty() ? "state it with crs: EPSG:4326" : options.crs_hint);
  return Crs::from_text(options.crs, options.place("crs"));
}

}  // namespace

WktPlacer::WktPlacer(const ReadOptions& options)
    : options_(options),
      crs_(stated_crs(options)),
      shapes_(shown(options.path), options.kind.value_or(GeometryKind::point), options.kind) {}

void WktPlacer::place(Table& table, std::size_t before) {
  const Column& column = table.column(options_.wkt, options_.place("wkt"));
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string text = column.text(row);
    if (without_blanks(text).empty()) {
      shapes_.add_missing();
      continue;
    }
    const std::vector<unsigned char> wkb = wkb_of(text);
    if (wkb.empty())
      throw data_error({shown(options_.path)},
                       "row " + std::to_string(before + row + 1) + ": " + shortened(text) + " in column '" +
                           options_.wkt + "' is no geometry",
                       "written as POINT (2.35 48.85)");
    shapes_.add(wkb);
  }
  table.drop_column(options_.wkt);
  table = with_shapes(std::move(table), shapes_, crs_);
}

Table with_shapes(Table table, ShapeBuilder& shapes, const Crs& crs) {
  std::vector<GeometryArray::Index> kept;
  const std::vector<std::size_t> left_out = shapes.take_left_out();
  table.set_geometry({shapes.take(), crs});
  if (left_out.empty()) return table;
  auto next = left_out.begin();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (next != left_out.end() && *next == row)
      ++next;
    else
      kept.push_back(static_cast<GeometryArray::Index>(row));
  }
  return table.take(kept);
}

}  // namespace cartouche::source_internal
