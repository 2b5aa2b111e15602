#pragma once
// A table as the answer of a command.

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "cartouche/base/files_read.h"
#include "cartouche/source/table_writer.h"
#include "cartouche/table/table.h"

namespace cartouche::cli {

/// The columns under each other for people: numbers to the right, reals with at most three decimals. The
/// batches have the same columns.
std::string aligned_text(std::span<const Table> batches);

/// The format named (at `where`), or that of the output's suffix, or "table"; a usage error for an unknown
/// one, and where the two do not agree.
std::string answer_format(const std::string& format, const std::string& output, const Location& where = {});

/// Before any work: a usage error where the answer cannot be written to `output`, or would take the place of
/// a file that is `read`.
void check_output(const std::string& format, const std::string& output, const FilesRead& read,
                  const Location& where = {});

/// GeoJSON has one system: a usage error where its answer is to be in another.
void check_system(const std::string& format, const std::string& crs,
                  const Location& where = {"--t-srs", 0, 0});

/// An answer that comes in batches. They go out as they come; only "table" waits for the last, as its columns
/// are as wide as the widest value.
class AnswerWriter {
 public:
  /// To a file, or for "" and "-" to `out`; the output has been checked.
  AnswerWriter(const std::string& format, const std::string& output, std::ostream& out);
  /// At least once.
  void add(Table rows);
  void finish();

 private:
  std::string output_;
  std::ostream& out_;
  std::vector<Table> batches_;  // for "table"
  std::optional<TableWriter> writer_;
};

/// The same for an answer that is whole.
void write_answer(const Table& table, const std::string& format, const std::string& output,
                  std::ostream& out);

}  // namespace cartouche::cli
