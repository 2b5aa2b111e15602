#include "territory_members.h"

#include "cartouche/base/words.h"
#include "cartouche/geometry/point_locator.h"
#include "columns.h"
#include "place_points.h"

namespace cartouche::pipeline {
namespace {

// A cell may hold several codes joined by '/'.
template <class Use>
void for_each_code(const std::string& cell, const Use& use) {
  std::size_t begin = 0;
  while (begin < cell.size()) {
    const std::size_t end = std::min(cell.find('/', begin), cell.size());
    if (end > begin) use(cell.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::map<std::string, std::set<Index>> rows_by_code(const Table& gazetteer,
                                                    const std::vector<LocatedText>& columns) {
  std::map<std::string, std::set<Index>> rows;
  for (const LocatedText& name : columns) {
    const Column& column = gazetteer.column(name.value, name.where);
    for (std::size_t row = 0; row < column.size(); ++row)
      for_each_code(column.text(row),
                    [&](const std::string& code) { rows[code].insert(static_cast<Index>(row)); });
  }
  return rows;
}

}  // namespace

std::optional<PlaceContext> read_place_context(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "context");
  PlaceContext context;
  context.column = in.text("column");
  context.table = in.optional_text("table");
  if (context.table) {
    context.name = in.text("name");
    context.code = in.optional_text("code");
  }
  if (context.code || !context.table) context.gazetteer_code = in.required("gazetteer_code").texts();
  in.finish();
  return context;
}

TerritoryMembers::TerritoryMembers(const PlaceContext& spec, const Table& gazetteer,
                                   const StepContext& context)
    : by_name_(spec.table.has_value()) {
  if (!by_name_) {
    rows_ = rows_by_code(gazetteer, spec.gazetteer_code);
    return;
  }
  const Table& territories = context.get(*spec.table);
  if (spec.code)
    add_by_code(spec, gazetteer, territories);
  else
    add_by_geometry(spec, gazetteer, territories, context.threads);
}

void TerritoryMembers::add_by_code(const PlaceContext& spec, const Table& gazetteer,
                                   const Table& territories) {
  const auto by_code = rows_by_code(gazetteer, spec.gazetteer_code);
  const Column& names = territories.column(spec.name->value, spec.name->where);
  const Column& codes = territories.column(spec.code->value, spec.code->where);
  for (std::size_t row = 0; row < territories.row_count(); ++row) {
    auto& rows = rows_[fold(names.text(row))];
    const auto found = by_code.find(codes.text(row));
    if (found != by_code.end()) rows.insert(found->second.begin(), found->second.end());
  }
}

void TerritoryMembers::add_by_geometry(const PlaceContext& spec, const Table& gazetteer,
                                       const Table& territories, unsigned threads) {
  const Column& names = territories.column(spec.name->value, spec.name->where);
  const auto& polygons = territories.geometry();
  if (!polygons || polygons->shapes.kind() != GeometryKind::polygon)
    throw usage_error(spec.table->where, "table '" + territories.name() + "' has no polygons to look in",
                      "name its codes instead: code, gazetteer_code");
  GeometryColumn places = points_of(gazetteer, all_rows(gazetteer.row_count()), spec.table->where);
  if (!(places.crs == polygons->crs)) places.shapes = transformed(places.shapes, places.crs, polygons->crs);
  for (std::size_t row = 0; row < territories.row_count(); ++row) rows_[fold(names.text(row))];
  const std::vector<Index> found = PointLocator(polygons->shapes).locate(places.shapes.points(), threads);
  for (std::size_t row = 0; row < found.size(); ++row)
    if (found[row] != PointLocator::kNone)
      rows_[fold(names.text(found[row]))].insert(static_cast<Index>(row));
}

const std::set<Index>* TerritoryMembers::find(const std::string& territory) const {
  if (territory.empty()) return nullptr;
  const std::string name = by_name_ ? fold(territory) : territory;
  const auto exact = rows_.find(name);
  if (exact != rows_.end()) return &exact->second;
  if (!by_name_) return nullptr;
  // "vallee de la bresle" stands for "vallee de la bresle vimeu" where no other name begins so.
  const std::string beginning = name + " ";
  const auto first = rows_.lower_bound(beginning);
  if (first == rows_.end() || !first->first.starts_with(beginning)) return nullptr;
  const auto second = std::next(first);
  if (second != rows_.end() && second->first.starts_with(beginning)) return nullptr;
  return &first->second;
}

}  // namespace cartouche::pipeline
