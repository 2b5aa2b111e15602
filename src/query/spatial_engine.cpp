#include "cartouche/query/spatial_engine.h"

#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>

#include "matches.h"
#include "zone_set.h"

namespace cartouche::query {
namespace {

Predicate predicate_of(const SpatialCall& call) {
  switch (call.kind) {
    case SpatialCall::Kind::within:
      return {Predicate::Kind::within};
    case SpatialCall::Kind::intersects:
      return {Predicate::Kind::intersects};
    case SpatialCall::Kind::near:
      break;
  }
  return {Predicate::Kind::nearest, call.metres};
}

// A table's geometry in the order of its keys, and what it takes to ask of it, made once.
class OrderedZones {
 public:
  explicit OrderedZones(TablePtr table) : table_(std::move(table)) {}

  bool is_alone() const { return table_.use_count() == 1; }

  SpatialAnswer ask(const GeometryColumn& points, const SpatialCall& call) {
    const std::lock_guard lock(mutex_);
    if (!geometry_) prepare();
    SpatialAnswer answer;
    if (geometry_->shapes.box().empty()) {
      answer.zones.assign(points.shapes.size(), Column::kNoRow);
      answer.metres.assign(points.shapes.size(), std::numeric_limits<double>::quiet_NaN());
      return answer;
    }
    Matches matches = matcher(predicate_of(call), points.shapes.kind()).match(points, frames_of(points));
    for (std::size_t row = 0; row < points.shapes.size(); ++row)
      answer.zones.push_back(matches.of(row).empty() ? Column::kNoRow : rows_[matches.of(row).front()]);
    answer.metres = std::move(matches.metres);
    return answer;
  }

 private:
  void prepare() {
    rows_ = rows_by_key(*table_, key_column(*table_, ""));
    const GeometryColumn& own = *table_->geometry();
    geometry_ = {own.shapes.take(rows_), own.crs};
  }

  Matcher& matcher(const Predicate& predicate, GeometryKind points) {
    auto& known = matchers_[{predicate.kind, predicate.metres, points}];
    if (!known) known = make_matcher(*geometry_, predicate, points, 1);
    return *known;
  }

  TablePtr table_;  // keeps the key's address alive
  std::mutex mutex_;
  std::vector<Index> rows_;  // of the table, by place here
  std::optional<GeometryColumn> geometry_;
  std::map<std::tuple<Predicate::Kind, double, GeometryKind>, std::unique_ptr<Matcher>> matchers_;
};

class Engine : public SpatialEngine {
 public:
  SpatialAnswer ask(const GeometryColumn& rows, const TablePtr& zones,
                    const SpatialCall& call) const override {
    return ordered(zones)->ask(rows, call);
  }

 private:
  std::shared_ptr<OrderedZones> ordered(const TablePtr& zones) const {
    const std::lock_guard lock(mutex_);
    auto& known = zones_[zones.get()];
    if (known) return known;
    known = std::make_shared<OrderedZones>(zones);
    const auto kept = known;
    // A table that nobody else has any more will not be asked again.
    std::erase_if(zones_, [](const auto& one) { return one.second->is_alone(); });
    return kept;
  }

  mutable std::mutex mutex_;
  mutable std::map<const Table*, std::shared_ptr<OrderedZones>> zones_;
};

}  // namespace

std::shared_ptr<const SpatialEngine> make_spatial_engine() {
  return std::make_shared<const Engine>();
}

}  // namespace cartouche::query
