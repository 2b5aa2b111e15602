#pragma once
// Short ways to read what a test wrote.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "../support/temporary_folder.h"
#include "cartouche/source/source.h"

namespace cartouche::testing {

inline Table read_file_as_table(const std::filesystem::path& file, ReadOptions options = {},
                                Diagnostics* diagnostics = nullptr) {
  Diagnostics ignored;
  options.path = file.string();
  return read_source(options, diagnostics ? *diagnostics : ignored);
}

/// Writes the text and reads it back.
inline Table read_text(const std::string& text, ReadOptions options = {},
                       Diagnostics* diagnostics = nullptr) {
  const TemporaryFolder folder;
  return read_file_as_table(folder.write("essai.csv", text), std::move(options), diagnostics);
}

/// What `cartouche info` shows of a file.
inline SourceInfo inspected(const std::filesystem::path& file, const std::string& layer = "",
                            Diagnostics* diagnostics = nullptr) {
  Diagnostics ignored;
  ReadOptions options;
  options.path = file.string();
  options.layer = layer;
  return inspect(options, diagnostics ? *diagnostics : ignored);
}

/// The values of a column as text, "-" where missing.
inline std::vector<std::string> texts(const Table& table, const std::string& name) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < table.row_count(); ++row)
    all.push_back(table.column(name).is_valid(row) ? table.column(name).text(row) : "-");
  return all;
}

inline std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

/// What `work` complains of: exit code and line, the folder's name taken out.
struct Complaint {
  int code = 0;
  std::string line;
};
inline Complaint complaint_of(const std::function<void()>& work, const std::string& folder = "") {
  try {
    work();
  } catch (const Error& error) {
    std::string line = error.what();
    for (std::size_t at = line.find(folder + "/"); !folder.empty() && at != std::string::npos;
         at = line.find(folder + "/"))
      line.erase(at, folder.size() + 1);
    return {static_cast<int>(error.code()), line};
  }
  return {0, "no error"};
}

}  // namespace cartouche::testing
