// place: a point from a gazetteer, by code or by name. A name is corrected only where one place is meant, and
// each correction is said.

#include "cartouche/base/finding_codes.h"
#include "columns.h"
#include "gazetteer.h"
#include "join_codes.h"
#include "join_columns.h"
#include "place_points.h"
#include "territory_members.h"

namespace cartouche::pipeline {
namespace {

// What is asked for a row, to ask each question once.
struct RowQuestion {
  std::string name, region, territory;
  auto operator<=>(const RowQuestion&) const = default;
};

using RegionGroups = std::map<std::string, std::set<std::string>>;

RegionGroups read_region_groups(const Node* node) {
  RegionGroups groups;
  if (!node) return groups;
  for (const auto& [name, regions] : node->entries())
    for (const LocatedText& region : regions.texts()) groups[name.value].insert(region.value);
  return groups;
}

class Place : public Step {
 public:
  explicit Place(const Node& arguments) {
    Reader in(arguments, "place");
    gazetteer_ = in.text("gazetteer");
    name_ = in.optional_text("name");
    code_ = in.optional_text("code");
    if (!name_ && !code_)
      throw usage_error(arguments.where(), "place needs 'name' or 'code': the column to go by");
    if (name_) gazetteer_name_ = in.text("gazetteer_name");
    if (code_) gazetteer_code_ = in.text("gazetteer_code");
    if (!code_) gazetteer_code_ = in.optional_text("gazetteer_code");
    region_ = in.optional_text("region");
    if (region_) gazetteer_region_ = in.text("gazetteer_region");
    groups_ = read_region_groups(in.optional("region_groups"));
    territory_ = read_place_context(in.optional("context"));
    through_ = read_through(in.optional("through"));
    const std::string prefix = in.text_or("prefix", "");
    if (const Node* take = in.optional("take")) take_ = read_take(*take, prefix);
    unmatched_ = read_unmatched(in, name_ ? Unmatched::error : Unmatched::report);
    in.finish();
  }

  std::vector<LocatedText> tables() const override {
    std::vector<LocatedText> names{gazetteer_};
    if (territory_ && territory_->table) names.push_back(*territory_->table);
    if (through_) names.push_back(through_->table);
    return names;
  }

  std::vector<LocatedText> asks_polygons_of() const override {
    const bool by_polygons = territory_ && territory_->table && !territory_->code;
    return by_polygons ? std::vector<LocatedText>{*territory_->table} : std::vector<LocatedText>{};
  }

  Table run(Table table, StepContext& context) const override;

 private:
  friend class Placing;

  LocatedText gazetteer_;
  std::optional<LocatedText> name_, code_, gazetteer_name_, gazetteer_code_, region_, gazetteer_region_;
  RegionGroups groups_;
  std::optional<PlaceContext> territory_;
  std::optional<ThroughTable> through_;
  std::vector<TakenColumn> take_;
  Unmatched unmatched_ = Unmatched::error;
};

// One run of the step.
class Placing {
 public:
  Placing(const Place& spec, const Table& table, StepContext& context)
      : spec_(spec), table_(table), context_(context), places_(context.get(spec.gazetteer_)) {}

  JoinMatches run() {
    matches_.row.assign(table_.row_count(), Column::kNoRow);
    if (spec_.code_) by_code();
    if (spec_.name_) by_name();
    finish();
    return std::move(matches_);
  }

 private:
  void by_code() {
    const KeyColumns keys(table_, {*spec_.code_});
    const KeyIndex index(places_, {*spec_.gazetteer_code_});
    std::optional<KeyMerge> merge;
    if (spec_.through_) merge.emplace(context_.get(spec_.through_->table), *spec_.through_);
    for (std::size_t row = 0; row < table_.row_count(); ++row) {
      const auto key = keys.key(row);
      if (!key) continue;
      matches_.row[row] = index.find(*key);
      const auto now = matches_.row[row] == Column::kNoRow && merge ? merge->find(*key) : std::nullopt;
      if (!now) continue;
      matches_.row[row] = index.find(*now);
      if (matches_.row[row] != Column::kNoRow) note_merge(*key, *now, matches_);
    }
  }

  void by_name() {
    const Column& names = table_.column(spec_.name_->value, spec_.name_->where);
    const Column& official = places_.column(spec_.gazetteer_name_->value, spec_.gazetteer_name_->where);
    const Column* regions = column(spec_.region_, table_);
    const Gazetteer gazetteer(official, column(spec_.gazetteer_region_, places_));
    std::optional<TerritoryMembers> members;
    const Column* territories = nullptr;
    if (spec_.territory_) {
      members.emplace(*spec_.territory_, places_, context_);
      territories = &table_.column(spec_.territory_->column.value, spec_.territory_->column.where);
    }
    std::map<RowQuestion, PlaceAnswer> answers;
    for (std::size_t row = 0; row < table_.row_count(); ++row) {
      if (matches_.row[row] != Column::kNoRow) continue;
      const RowQuestion question{names.text(row), regions ? regions->text(row) : "",
                                 territories ? territories->text(row) : ""};
      auto known = answers.find(question);
      if (known == answers.end()) {
        known = answers.emplace(question, gazetteer.find(asked(question, members))).first;
        if (known->second.row != Column::kNoRow)
          report_correction(question.name, official, known->second.row);
      }
      matches_.row[row] = known->second.row;
      if (known->second.row == Column::kNoRow)
        hopeless_.emplace(row, described(question.name, known->second));
    }
  }

  PlaceQuestion asked(const RowQuestion& question, const std::optional<TerritoryMembers>& members) const {
    PlaceQuestion result{question.name, {}, members ? members->find(question.territory) : nullptr};
    const auto group = spec_.groups_.find(question.region);
    if (group != spec_.groups_.end()) {
      result.regions = group->second;
    } else if (!question.region.empty()) {
      result.regions.insert(question.region);
    }
    return result;
  }

  static const Column* column(const std::optional<LocatedText>& name, const Table& table) {
    return name ? &table.column(name->value, name->where) : nullptr;
  }

  std::string place_label(Index row) const {
    const std::string id =
        spec_.gazetteer_code_
            ? places_.column(spec_.gazetteer_code_->value, spec_.gazetteer_code_->where).text(row)
            : places_.row_id(row);
    return places_.find(spec_.gazetteer_name_->value)->text(row) + " (" + id + ")";
  }

  void report_correction(const std::string& name, const Column& official, Index row) {
    if (name != official.text(row))
      context_.diagnostics.add(finding("corrected-name"), name + " → " + place_label(row), context_.where);
  }

  std::string described(const std::string& name, const PlaceAnswer& answer) const {
    std::string nearest;
    for (std::size_t i = 0; i < answer.nearest.size() && i < kMostNamed; ++i)
      nearest += (nearest.empty() ? "" : ", ") + place_label(answer.nearest[i]);
    if (answer.ambiguous) return "'" + name + "' could be " + nearest;
    return "no place is called '" + name + "'" + (nearest.empty() ? "" : "; the nearest are " + nearest);
  }

  void finish() {
    std::vector<std::string> ids;
    for (std::size_t row = 0; row < table_.row_count(); ++row) {
      if (matches_.row[row] != Column::kNoRow) continue;
      matches_.unmatched.push_back(static_cast<Index>(row));
      const auto why = hopeless_.find(row);
      ids.push_back(row_label(table_, row) + (why == hopeless_.end() ? "" : ": " + why->second));
    }
    report_merges(matches_, "placed", context_);
    if (spec_.code_)
      report_alike(table_, {"", spec_.gazetteer_, {*spec_.code_}, {*spec_.gazetteer_code_}, spec_.through_},
                   matches_.unmatched, context_);
    if (!ids.empty()) report_unplaced(std::move(ids));
  }

  void report_unplaced(std::vector<std::string> ids) {
    const std::string rows = counted(ids.size(), "row of '", "rows of '") + context_.table + "'";
    if (spec_.unmatched_ == Unmatched::error)
      throw data_error(context_.where,
                       rows + " cannot be placed: " + ids.front() + (ids.size() > 1 ? ", and others" : ""),
                       "correct the name, or say its region or territory");
    const bool dropped = spec_.unmatched_ == Unmatched::drop;
    context_.diagnostics.add(dropped ? finding("dropped-rows") : finding("unmatched-rows"),
                             rows + " cannot be placed" + (dropped ? " and are left out" : ""),
                             context_.where, std::move(ids));
  }

  static constexpr std::size_t kMostNamed = 6;

  const Place& spec_;
  const Table& table_;
  StepContext& context_;
  const Table& places_;
  JoinMatches matches_;
  std::map<std::size_t, std::string> hopeless_;  // by row, why
};

Table Place::run(Table table, StepContext& context) const {
  JoinMatches matches = Placing(*this, table, context).run();
  const Table& places = context.get(gazetteer_);
  table.set_geometry(points_of(places, matches.row, gazetteer_.where));
  for (const TakenColumn& one : take_) {
    add_new_column(table, taken_column(places, one, matches.row), one.column.where);
  }
  table.add_credits(places.credits());
  return unmatched_ == Unmatched::drop ? without_rows(table, matches.unmatched) : table;
}

}  // namespace

StepPtr make_place(const Node& arguments) {
  return std::make_unique<Place>(arguments);
}

}  // namespace cartouche::pipeline
