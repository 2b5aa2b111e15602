#include "module_table.h"

#include <fstream>
#include <regex>
#include <sstream>
#include <vector>

namespace cartouche::architecture {
namespace {

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream in(row);
  for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell);
  return cells;
}

std::set<std::string> words_of(const std::string& cell) {
  static const std::regex word("[A-Za-z0-9_-]+");
  return {std::sregex_token_iterator(cell.begin(), cell.end(), word), std::sregex_token_iterator()};
}

}  // namespace

std::set<std::string> Module::used() const {
  std::set<std::string> all = in_headers;
  all.insert(in_sources.begin(), in_sources.end());
  return all;
}

ModuleTable read_module_table(const std::filesystem::path& page) {
  static const std::regex first("\\s*`([a-z]+)`\\s*");
  constexpr std::size_t kColumns = 6;  // the empty one before the first bar counts
  ModuleTable table;
  std::ifstream in(page);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = cells_of(line);
    std::smatch name;
    if (cells.size() != kColumns || !std::regex_match(cells[1], name, first)) continue;
    table[name[1]] = {words_of(cells[3]), words_of(cells[4]), words_of(cells[5])};
  }
  return table;
}

std::set<std::string> reached_from(const ModuleTable& table, const std::string& module) {
  std::set<std::string> reached;
  std::vector<std::string> todo{module};
  while (!todo.empty()) {
    const auto row = table.find(todo.back());
    todo.pop_back();
    if (row == table.end()) continue;
    for (const std::string& used : row->second.used())
      if (reached.insert(used).second) todo.push_back(used);
  }
  return reached;
}

}  // namespace cartouche::architecture
