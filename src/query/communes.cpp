#include "cartouche/query/communes.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/anchor.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/table/code_match.h"

namespace cartouche::query {
namespace {

using Index = GeometryArray::Index;

constexpr std::size_t kIdsKept = 100;
// A code may have changed more than once; no chain in the register is longer.
constexpr int kLongestChain = 5;

const GeometryColumn& polygons_of(const Communes& communes) {
  const auto& geometry = communes.polygons->geometry();
  if (!geometry || geometry->shapes.kind() != GeometryKind::polygon)
    throw usage_error({}, "the communes of '" + communes.polygons->name() + "' are no polygons");
  return *geometry;
}

// Finds communes by code, and keeps account of what was met how.
class Finder {
 public:
  explicit Finder(const Communes& communes) {
    const Column& codes = communes.polygons->column(communes.code);
    for (std::size_t row = 0; row < codes.size(); ++row)
      rows_.emplace(codes.text(row), static_cast<Index>(row));
    if (!communes.merged) return;
    const Column& from = communes.merged->column(communes.from);
    const Column& to = communes.merged->column(communes.to);
    for (std::size_t row = 0; row < from.size(); ++row) merged_.emplace(from.text(row), to.text(row));
  }

  Index find(const std::string& code) {
    std::string current = code;
    for (int step = 0; step < kLongestChain; ++step) {
      const auto found = rows_.find(current);
      if (found != rows_.end()) {
        ++matched_;
        if (step > 0)
          (is_elsewhere(code, current) ? elsewhere_ : through_merge_).insert(code + " → " + current);
        return found->second;
      }
      const auto next = merged_.find(current);
      if (next == merged_.end()) break;
      current = next->second;
    }
    unmatched_.insert(code.empty() ? "no code" : code);
    return Column::kNoRow;
  }

  /// `column` is where the codes of the table were looked for. Throws a data error where none is a commune's.
  void report(const std::string& table, const std::string& column, const Communes& communes,
              Diagnostics& diagnostics) const {
    const std::string alike = words_of_alike(table, column, communes);
    if (matched_ == 0 && !unmatched_.empty())
      throw data_error({},
                       "no commune of '" + communes.polygons->name() + "' has one of the " +
                           codes(unmatched_.size()) + " in column '" + column + "' of '" + table + "' as '" +
                           communes.code + "': " + *unmatched_.begin() + (unmatched_.size() > 1 ? " …" : ""),
                       alike.empty() ? hint_of_postal_codes() : alike);
    if (!through_merge_.empty())
      diagnostics.add(
          finding("matched-through-merge"),
          codes(through_merge_.size()) + " of '" + table + "' matched by the commune they were merged into",
          {}, first_of(through_merge_));
    if (!elsewhere_.empty())
      diagnostics.add(
          finding("other-departement"),
          codes(elsewhere_.size()) + " of '" + table +
              "' found only as a former code of a commune of another département: are these codes of "
              "communes, or postal codes?",
          {}, first_of(elsewhere_));
    if (!unmatched_.empty())
      diagnostics.add(finding("unmatched-rows"),
                      codes(unmatched_.size()) + " of '" + table + "' " +
                          (unmatched_.size() == 1 ? "is" : "are") + " of no commune" +
                          (alike.empty() ? "" : "; " + alike) +
                          (hint_of_postal_codes().empty() ? "" : "; " + hint_of_postal_codes()),
                      {}, first_of(unmatched_));
  }

 private:
  static bool is_elsewhere(const std::string& from, const std::string& to) {
    const std::string before = departement_of(from), now = departement_of(to);
    return !before.empty() && !now.empty() && before != now;
  }
  // What would meet, were it written alike.
  std::string words_of_alike(const std::string& table, const std::string& column,
                             const Communes& communes) const {
    if (unmatched_.empty()) return "";
    CodeComparison comparison({table, column}, {communes.polygons->name(), communes.code});
    for (const auto& known : rows_) comparison.add_known(known.first);
    for (const auto& known : merged_) comparison.add_known(known.first);
    for (const std::string& code : unmatched_) comparison.add_unmatched(code);
    return comparison.words();
  }
  // One code of a commune in ten ends in 0, and most postal codes do.
  std::string hint_of_postal_codes() const {
    const auto is_round = [](const std::string& code) { return code.size() == 5 && code.back() == '0'; };
    const auto round =
        static_cast<std::size_t>(std::count_if(unmatched_.begin(), unmatched_.end(), is_round));
    const bool likely = unmatched_.size() >= 3 && 2 * round > unmatched_.size();
    return likely ? "these look like postal codes, which are no codes of communes" : "";
  }
  static std::string codes(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " code" : " codes");
  }
  static std::vector<std::string> first_of(const std::set<std::string>& all) {
    std::vector<std::string> some;
    for (const std::string& one : all)
      if (some.size() < kIdsKept) some.push_back(one);
    return some;
  }

  std::unordered_map<std::string, Index> rows_;
  std::unordered_map<std::string, std::string> merged_;
  std::set<std::string> through_merge_, elsewhere_, unmatched_;
  std::size_t matched_ = 0;
};

}  // namespace

struct CommunePlacer::Data {
  const Communes& communes;
  const GeometryColumn& polygons;
  std::string column;
  Finder finder;
  std::map<Index, Point> places;

  Data(const Communes& all, std::string codes)
      : communes(all), polygons(polygons_of(all)), column(std::move(codes)), finder(all) {}

  Table place(Table points) {
    const Column& codes = points.column(column);
    GeometryArray shapes;
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const Index commune = finder.find(codes.text(row));
      if (commune == Column::kNoRow) {
        shapes.add_missing();
        continue;
      }
      const auto [place, is_new] = places.try_emplace(commune);
      if (is_new) place->second = label_anchor(polygons.shapes, commune, 1, 0).at;
      shapes.add_point(place->second);
    }
    points.set_geometry({std::move(shapes), polygons.crs});
    points.add_credits(communes.polygons->credits());
    return points;
  }
};

CommunePlacer::CommunePlacer(const Communes& communes, std::string column)
    : data_(std::make_unique<Data>(communes, std::move(column))) {}

CommunePlacer::~CommunePlacer() = default;

Table CommunePlacer::place(Table points) {
  return data_->place(std::move(points));
}

void CommunePlacer::report(const std::string& table, Diagnostics& diagnostics) const {
  data_->finder.report(table, data_->column, data_->communes, diagnostics);
}

Table place_in_communes(Table points, const std::string& column, const Communes& communes,
                        Diagnostics& diagnostics) {
  CommunePlacer placer(communes, column);
  Table placed = placer.place(std::move(points));
  placer.report(placed.name(), diagnostics);
  return placed;
}

Table zones_of_communes(const Table& list, const std::string& column, const std::string& key,
                        const std::string& name, const Communes& communes, Diagnostics& diagnostics) {
  const GeometryColumn& polygons = polygons_of(communes);
  const Column& codes = list.column(column);
  const Column* keys = key.empty() ? nullptr : &list.column(key);
  Finder finder(communes);
  std::map<std::string, std::set<Index>> members;
  for (std::size_t row = 0; row < list.row_count(); ++row) {
    const std::string zone = keys ? keys->text(row) : name;
    if (zone.empty()) continue;
    const Index commune = finder.find(codes.text(row));
    if (commune != Column::kNoRow) members[zone].insert(commune);
  }
  finder.report(list.name(), column, communes, diagnostics);
  std::vector<Index> rows, group;
  Column::Texts names;
  for (const auto& [zone, of_zone] : members) {
    for (const Index commune : of_zone) {
      rows.push_back(commune);
      group.push_back(static_cast<Index>(names.size()));
    }
    names.push_back(zone);
  }
  GeometryArray shapes = dissolve(polygons.shapes.take(rows), group, names.size());
  Table zones(name);
  zones.set_column(Column(key.empty() ? "zone" : key, std::move(names)));
  zones.set_geometry({std::move(shapes), polygons.crs});
  zones.set_id_column(key.empty() ? "zone" : key);
  zones.add_credits(list.credits());
  zones.add_credits(communes.polygons->credits());
  return zones;
}

}  // namespace cartouche::query
