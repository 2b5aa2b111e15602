#include "query_points.h"

#include <future>

#include "question_options.h"

namespace cartouche::cli {
namespace {

// Few enough for the batches of a join to stay in memory that is near, enough for two threads to share.
constexpr std::size_t kBatchRows = 1 << 16;

SourceSpec points_spec(const QueryOptions& options) {
  SourceSpec spec = parse_source_spec(options.points, words_and({}));
  const auto set = [&](const char* word, const std::string& value) {
    if (!value.empty()) spec.values[word] = value;
  };
  set("x", options.x);
  set("y", options.y);
  set("crs", options.crs);
  set("id", options.id);
  if (options.x.empty() != options.y.empty())
    throw usage_error({}, "--x and --y go together", "name both columns of coordinates");
  return spec;
}

}  // namespace

QueryPoints::QueryPoints(const QueryOptions& options, CommuneTables& communes)
    : spec_(points_spec(options)), reader_(spec_, "--crs EPSG:n") {
  if (!options.commune.empty()) placer_.emplace(communes.get(), options.commune);
  first_ = placed(reader_.next(kBatchRows));
  credits_ = first_.credits();
}

void QueryPoints::push_down(const query::Asker& asker) {
  const auto dialect = reader_.source().dialect();
  if (!dialect) return;
  const std::string filter = asker.row_filter(*dialect, reader_.source().plain_columns());
  const std::optional<Box> bounds = placer_ ? std::nullopt : asker.bounds();
  if (filter.empty() && !bounds) return;
  reader_.restart(filter, bounds);
  first_ = placed(reader_.next(kBatchRows));
}

void QueryPoints::for_each(const std::function<void(Table)>& use) {
  Table rows = std::move(first_);
  while (true) {
    std::future<Table> next;
    if (!reader_.at_end()) next = std::async(std::launch::async, [this] { return reader_.next(kBatchRows); });
    use(std::move(rows));
    if (!next.valid()) return;
    rows = placed(next.get());
    if (reader_.at_end()) return;
  }
}

void QueryPoints::report(Diagnostics& diagnostics) const {
  reader_.source().report(diagnostics);
  if (placer_) placer_->report(name_of(spec_), diagnostics);
}

}  // namespace cartouche::cli
