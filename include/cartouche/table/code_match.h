#pragma once
// Codes that do not meet and would, were they written alike: "1004" and "01004", "2a004" and "2A004", codes
// with blanks, "1004.0". They are never matched for that: the cure is said.
//
//   CodeComparison comparison({"v", "insee"}, {"d", "code"});
//   comparison.add_known("01004");                     // all codes of the right side
//   comparison.add_unmatched("1004");                  // of the left side
//   comparison.report(where, diagnostics);             // … 'insee' of 'v': 1004 for 01004; lpad(insee, 5,
//   '0')

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/diagnostics.h"

namespace cartouche {

class CodeComparison {
 public:
  struct Side {
    std::string table, column;
  };
  CodeComparison(Side left, Side right);

  /// Codes of the right side; before those without a match.
  void add_known(const std::string& code);
  /// A code of the left side that no known one equals; whether one is alike.
  bool add_unmatched(const std::string& code);
  /// A problem (codes-alike) for each side that has them otherwise, with the first pairs and the expression
  /// that mends the column.
  void report(const Location& where, Diagnostics& diagnostics) const;
  /// The same as the words of another message, "" where there is none.
  std::string words() const;

 private:
  enum Fault { blanks, decimals, letters, zeros, fault_count };
  struct Found {
    std::array<bool, fault_count> faults{};
    std::size_t length = 0;  // of the longest right code
    std::set<std::string> codes;
    std::vector<std::string> pairs;  // the first, as "1 for 01"
  };
  void note(Found& found, const std::string& wrong, const std::string& right);
  static std::string message(const Found& found, const Side& side);

  Side left_, right_;
  std::map<std::string, std::string> known_;  // by bare code
  Found of_left_, of_right_;
};

/// A code without what its writing may lose or win: blanks, case, decimals of zero, leading zeros.
std::string bare_code(std::string_view code);

/// The département of a commune's code of the INSEE ("01004" → "01", "97411" → "974", "2A004" → "20"); "" for
/// a text that is no such code.
std::string departement_of(std::string_view code);

}  // namespace cartouche
