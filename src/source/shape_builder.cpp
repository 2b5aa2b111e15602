#include "shape_builder.h"

#include <utility>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "gdal.h"

namespace cartouche::source_internal {
namespace {

const char* kind_name(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return "point";
    case GeometryKind::line:
      return "line";
    case GeometryKind::polygon:
      break;
  }
  return "polygon";
}

// Curves become lines of OGR's default step (4 degrees of arc), surfaces and triangles multipolygons.
std::vector<unsigned char> linear_wkb(Bytes wkb) {
  const GdalMessages messages;
  OGRGeometryH raw = nullptr;
  if (OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE) return {};
  GeometryPtr geometry(raw);
  if (OGR_G_HasCurveGeometry(geometry.get(), 0) != 0)
    geometry.reset(OGR_G_GetLinearGeometry(geometry.get(), 0, nullptr));
  const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry.get()));
  if (type == wkbPolyhedralSurface || type == wkbTIN || type == wkbTriangle)
    geometry.reset(OGR_G_ForceToMultiPolygon(geometry.release()));
  std::vector<unsigned char> linear(static_cast<std::size_t>(OGR_G_WkbSize(geometry.get())));
  OGR_G_ExportToIsoWkb(geometry.get(), wkbNDR, linear.data());
  return linear;
}

}  // namespace

ShapeBuilder::ShapeBuilder(std::string file, GeometryKind otherwise, std::optional<GeometryKind> wanted)
    : file_(std::move(file)), otherwise_(wanted.value_or(otherwise)), wanted_(wanted) {
  if (wanted) shapes_.emplace(*wanted);
}

Error ShapeBuilder::broken(const std::string& what, const std::string& hint) const {
  return data_error({file_}, "feature " + std::to_string(count_ + 1) + " " + what, hint);
}

void ShapeBuilder::add_missing() {
  if (shapes_) shapes_->add_missing();
  ++count_;
}

void ShapeBuilder::add(Bytes wkb) {
  const WkbContent content = wkb_content(wkb);
  if (!content.well_formed) throw broken("has a broken geometry");
  if (!content.needs_ogr) return add_linear(wkb, content);
  const std::vector<unsigned char> linear = linear_wkb(wkb);
  const WkbContent linear_content = wkb_content(linear);
  if (!linear_content.well_formed || linear_content.needs_ogr) throw broken("has a broken geometry");
  add_linear(linear, linear_content);
}

void ShapeBuilder::add_linear(Bytes wkb, const WkbContent& content) {
  if (content.dimension < 0) return add_missing();
  const bool has_wanted = wanted_ && content.has[static_cast<std::size_t>(*wanted_)];
  const auto kind = has_wanted ? *wanted_ : static_cast<GeometryKind>(content.dimension);
  if (wanted_ && !has_wanted) {
    left_out_.push_back(count_ - taken_);
    ++count_left_out_[static_cast<std::size_t>(kind)];
    return add_missing();
  }
  if (!shapes_) {
    shapes_.emplace(kind);
    for (std::size_t i = taken_; i < count_; ++i) shapes_->add_missing();
  }
  if (kind != shapes_->kind())
    throw broken(std::string("is a ") + kind_name(kind) + " where those before are " +
                     kind_name(shapes_->kind()) + "s",
                 "choose one kind: geometry: points, lines or polygons");
  if (kind == GeometryKind::point && content.points > 1)
    throw broken("has " + std::to_string(content.points) + " points where a row has one place",
                 "split it into single points (ogr2ogr -explodecollections)");
  WkbDecoder decoder(*shapes_);
  if (!decoder.append(wkb)) throw broken("has a coordinate that is no finite number");
  if (content.mixed) ++mixed_collections_;
  ++count_;
}

GeometryArray ShapeBuilder::take() {
  GeometryArray taken(shapes_ ? shapes_->kind() : otherwise_);
  if (shapes_) {
    std::swap(taken, *shapes_);
  } else {
    for (std::size_t i = taken_; i < count_; ++i) taken.add_missing();
  }
  taken_ = count_;
  return taken;
}

std::vector<std::size_t> ShapeBuilder::take_left_out() {
  return std::exchange(left_out_, {});
}

void ShapeBuilder::report(Diagnostics& diagnostics) const {
  if (mixed_collections_ > 0)
    diagnostics.add(finding("collection-parts"),
                    std::to_string(mixed_collections_) +
                        " geometry collections: only the parts of the highest dimension are kept",
                    {file_});
  std::string kinds;
  for (std::size_t i = 0; i < count_left_out_.size(); ++i)
    if (const std::size_t count = count_left_out_[i]; count > 0)
      kinds += (kinds.empty() ? "" : ", ") + std::to_string(count) + " " +
               kind_name(static_cast<GeometryKind>(i)) + (count == 1 ? "" : "s");
  if (!kinds.empty())
    diagnostics.add(finding("other-geometry"),
                    kinds + " left out: " + kind_name(*wanted_) + "s are asked for", {file_});
}

}  // namespace cartouche::source_internal
