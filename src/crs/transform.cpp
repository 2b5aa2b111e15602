#include <fmt/format.h>

#include <cmath>

#include "cartouche/crs/crs.h"
#include "proj_handles.h"

namespace cartouche {

using crs_internal::PjPtr;
using crs_internal::ProjContext;

struct Transform::Data {
  ProjContext context;
  PjPtr pj;  ///< null for the identity; declared after the context, so destroyed before it
};

namespace {

PjPtr open_system(const ProjContext& context, const Crs& crs) {
  if (crs.definition().empty())
    throw data_error({}, "a coordinate reference system is missing", "state one, such as EPSG:2154");
  PjPtr pj{proj_create(context.get(), crs.definition().c_str())};
  if (!pj) throw data_error({}, fmt::format("cannot use '{}': {}", crs.name(), context.complaint()));
  return pj;
}

}  // namespace

Transform::Transform(const Crs& from, const Crs& to) : data_(std::make_unique<Data>()) {
  if (from == to && !from.definition().empty()) return;
  const ProjContext& context = data_->context;
  const PjPtr source = open_system(context, from);
  const PjPtr target = open_system(context, to);
  const PjPtr raw{
      proj_create_crs_to_crs_from_pj(context.get(), source.get(), target.get(), nullptr, nullptr)};
  if (raw) data_->pj.reset(proj_normalize_for_visualization(context.get(), raw.get()));
  if (!data_->pj)
    throw data_error({}, fmt::format("no transformation from '{}' to '{}'", from.name(), to.name()),
                     context.complaint());
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

void Transform::apply(std::span<Point> points) const {
  if (points.empty()) return;
  if (data_->pj) {
    constexpr std::size_t stride = sizeof(Point);
    proj_trans_generic(data_->pj.get(), PJ_FWD, &points[0].x, stride, points.size(), &points[0].y, stride,
                       points.size(), nullptr, 0, 0, nullptr, 0, 0);
    // A point without an image is no error of the call: it comes back as infinity.
    proj_errno_reset(data_->pj.get());
  }
  for (Point& p : points)
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) p = kMissingPoint;
}

Point Transform::operator()(Point p) const {
  apply(std::span(&p, 1));
  return p;
}

Point Transform::inverse(Point p) const {
  if (data_->pj) {
    const PJ_COORD back = proj_trans(data_->pj.get(), PJ_INV, proj_coord(p.x, p.y, 0, 0));
    proj_errno_reset(data_->pj.get());
    p = {back.xy.x, back.xy.y};
  }
  return std::isfinite(p.x) && std::isfinite(p.y) ? p : kMissingPoint;
}

bool Transform::is_identity() const {
  return !data_->pj;
}

}  // namespace cartouche
