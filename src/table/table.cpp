#include "cartouche/table/table.h"

#include <algorithm>
#include <stdexcept>

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

std::invalid_argument wrong_size(const std::string& what, std::size_t rows, std::size_t expected) {
  return std::invalid_argument(what + " has " + std::to_string(rows) + " rows where the table has " +
                               std::to_string(expected));
}

GeometryArray take_shapes(const GeometryArray& shapes, std::span<const GeometryArray::Index> rows) {
  if (std::find(rows.begin(), rows.end(), Column::kNoRow) == rows.end()) return shapes.take(rows);
  GeometryArray taken(shapes.kind());
  for (const auto row : rows) {
    if (row == Column::kNoRow) {
      taken.add_missing();
    } else {
      taken.append(shapes, row);
    }
  }
  return taken;
}

}  // namespace

const Column* Table::find(std::string_view name) const {
  for (const Column& column : columns_)
    if (column.name() == name) return &column;
  return nullptr;
}

const Column& Table::column(std::string_view name, const Location& where) const {
  if (const Column* found = find(name)) return *found;
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name());
  std::string message = "no column '" + std::string(name) + "'";
  if (!name_.empty()) message += " in '" + name_ + "'";
  throw usage_error(where, message, suggestion(name, names));
}

void Table::set_column(Column column) {
  if (sized_ && column.size() != row_count_)
    throw wrong_size("column '" + column.name() + "'", column.size(), row_count_);
  row_count_ = column.size();
  sized_ = true;
  for (Column& existing : columns_) {
    if (existing.name() != column.name()) continue;
    existing = std::move(column);
    return;
  }
  columns_.push_back(std::move(column));
}

void Table::drop_column(std::string_view name) {
  std::erase_if(columns_, [name](const Column& column) { return column.name() == name; });
}

void Table::set_geometry(GeometryColumn geometry) {
  const std::size_t rows = geometry.shapes.size();
  if (sized_ && rows != row_count_) throw wrong_size("the geometry", rows, row_count_);
  row_count_ = rows;
  sized_ = true;
  geometry_ = std::move(geometry);
}

std::string Table::row_id(std::size_t row) const {
  const Column* ids = id_column_.empty() ? nullptr : find(id_column_);
  if (ids && ids->is_valid(row)) return ids->text(row);
  return std::to_string(row + 1);
}

void Table::add_credits(const std::vector<Credit>& credits) {
  for (const Credit& credit : credits)
    if (std::find(credits_.begin(), credits_.end(), credit) == credits_.end()) credits_.push_back(credit);
}

Table Table::take(std::span<const GeometryArray::Index> rows) const {
  Table taken(name_);
  taken.id_column_ = id_column_;
  taken.credits_ = credits_;
  taken.row_count_ = rows.size();
  taken.sized_ = true;
  taken.columns_.reserve(columns_.size());
  for (const Column& column : columns_) taken.columns_.push_back(column.take(rows));
  if (geometry_) taken.geometry_ = GeometryColumn{take_shapes(geometry_->shapes, rows), geometry_->crs};
  return taken;
}

}  // namespace cartouche
