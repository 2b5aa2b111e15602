#include "missing_words.h"

#include <algorithm>
#include <array>

#include "cartouche/base/blanks.h"
#include "cartouche/base/words.h"
#include "number_text.h"

namespace cartouche::source_internal {
namespace {

// Folded: case, accents and signs between letters do not count.
constexpr std::array<std::string_view, 24> kUsual = {"n d",
                                                     "nd",
                                                     "n a",
                                                     "na",
                                                     "n c",
                                                     "nc",
                                                     "n s",
                                                     "ns",
                                                     "s",
                                                     "c",
                                                     "nr",
                                                     "n r",
                                                     "nan",
                                                     "null",
                                                     "none",
                                                     "x",
                                                     "secret",
                                                     "vide",
                                                     "inconnu",
                                                     "so",
                                                     "s o",
                                                     "non disponible",
                                                     "non renseigne",
                                                     "sans objet"};

}  // namespace

bool MissingWords::has(std::string_view text) const {
  if (text.empty()) return true;
  if (words_.empty()) return false;
  return std::find(words_.begin(), words_.end(), without_blanks(text)) != words_.end();
}

void leave_out(const MissingWords& missing, Table& table) {
  std::vector<Column> changed;
  for (const Column& column : table.columns()) {
    const auto is_missing = [&](std::size_t row) {
      return column.is_valid(row) && !column.text(row).empty() && missing.has(column.text(row));
    };
    Column kept(column.name(), column.type());
    bool any = false;
    kept.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
      const bool left_out = is_missing(row);
      any = any || left_out;
      kept.push_back(left_out ? Value() : column.value(row));
    }
    if (any) changed.push_back(std::move(kept));
  }
  for (Column& column : changed) table.set_column(std::move(column));
}

bool is_usual_missing_word(std::string_view text) {
  const std::string folded = fold(text);
  return folded.empty() || std::find(kUsual.begin(), kUsual.end(), folded) != kUsual.end();
}

}  // namespace cartouche::source_internal
