#include "cartouche/press/project_tables.h"

#include "cartouche/source/source.h"

namespace cartouche::press {

ReadSource reader_of(const project::Project& project) {
  return [&project](const project::Source& source, Diagnostics& notes) {
    Table table = read_source(options_of(project, source), notes);
    table.rename(source.name.value);
    if (source.credit) table.add_credits({*source.credit});
    return table;
  };
}

std::optional<std::size_t> row_of(const Table& table, const std::string& id) {
  for (std::size_t row = 0; row < table.row_count(); ++row)
    if (table.row_id(row) == id) return row;
  return std::nullopt;
}

}  // namespace cartouche::press
