#pragma once
// A table as the answer of a command.

#include <ostream>
#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::cli {

/// The columns under each other for people: numbers to the right, reals with at most three decimals.
std::string aligned_text(const Table& table);

/// The format named (at `where`), or that of the output's suffix, or "table"; a usage error for an unknown
/// one.
std::string answer_format(const std::string& format, const std::string& output, const Location& where = {});

/// Before any work: a usage error where the answer cannot be written to `output`, or would take the place of
/// a file that is `read`.
void check_output(const std::string& format, const std::string& output, const std::vector<std::string>& read,
                  const Location& where = {});

/// Writes to a file, or for "" and "-" to `out`.
void write_answer(const Table& table, const std::string& format, const std::string& output,
                  std::ostream& out);

}  // namespace cartouche::cli
