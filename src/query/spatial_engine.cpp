#include "cartouche/query/spatial_engine.h"

#include <limits>
#include <map>
#include <mutex>

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

// A table's geometry in the order of its keys.
struct OrderedZones {
  TablePtr table;  // keeps the key's address alive
  std::once_flag once;
  std::vector<Index> rows;  // of the table, by place here
  GeometryColumn geometry;

  void prepare() {
    rows = rows_by_key(*table, key_column(*table, ""));
    const GeometryColumn& own = *table->geometry();
    geometry = {own.shapes.take(rows), own.crs};
  }
};

class Engine : public SpatialEngine {
 public:
  SpatialAnswer ask(const GeometryColumn& rows, const TablePtr& zones,
                    const SpatialCall& call) const override {
    SpatialAnswer answer;
    const std::shared_ptr<OrderedZones> ordered = prepared(zones);
    if (ordered->geometry.shapes.box().empty()) {
      answer.zones.assign(rows.shapes.size(), Column::kNoRow);
      answer.metres.assign(rows.shapes.size(), std::numeric_limits<double>::quiet_NaN());
      return answer;
    }
    const Matches matches = match(rows, frames_of(rows), ordered->geometry, predicate_of(call), 1);
    for (std::size_t row = 0; row < rows.shapes.size(); ++row)
      answer.zones.push_back(matches.of(row).empty() ? Column::kNoRow
                                                     : ordered->rows[matches.of(row).front()]);
    answer.metres = matches.metres;
    return answer;
  }

 private:
  std::shared_ptr<OrderedZones> prepared(const TablePtr& zones) const {
    std::shared_ptr<OrderedZones> entry;
    {
      const std::lock_guard lock(mutex_);
      auto& known = zones_[zones.get()];
      if (!known) known = std::make_shared<OrderedZones>();
      known->table = zones;
      entry = known;
    }
    std::call_once(entry->once, [&] { entry->prepare(); });
    return entry;
  }

  mutable std::mutex mutex_;
  mutable std::map<const Table*, std::shared_ptr<OrderedZones>> zones_;
};

}  // namespace

std::shared_ptr<const SpatialEngine> make_spatial_engine() {
  return std::make_shared<const Engine>();
}

}  // namespace cartouche::query
