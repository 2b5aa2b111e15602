#pragma once
// Words that stand for "no value" in a source: n.d., s, -999.

#include <string>
#include <string_view>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::source_internal {

class MissingWords {
 public:
  MissingWords() = default;
  explicit MissingWords(std::vector<std::string> words) : words_(std::move(words)) {}
  bool empty() const { return words_.empty(); }
  /// True for an empty text, and for one of the words but for blanks around it.
  bool has(std::string_view text) const;

 private:
  std::vector<std::string> words_;
};

/// Makes the values that are such words missing, of numbers by their text.
void leave_out(const MissingWords& missing, Table& table);

/// True for the usual words of this kind: n.d., nd, na, n/a, nc, ns, s, c, null, -, …
bool is_usual_missing_word(std::string_view text);

}  // namespace cartouche::source_internal
