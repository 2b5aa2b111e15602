#pragma once
// What the values of a column of text are: numbers, or texts; and what is to be said where that is not sure.

#include <optional>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/table/table.h"

namespace cartouche::source_internal {

struct ColumnForm {
  Type type = Type::text;
  bool comma = false;  ///< its decimals
};

/// Looks at all values of a column as they come. It is numbers where every value is one (see
/// written_number), all with the same unit. Decimal points and decimal commas in one column leave it text:
/// one of the two would be read wrong.
class FormFinder {
 public:
  FormFinder(std::string name, bool decimal_comma);

  /// Nothing more can be learnt from further values.
  bool is_done() const { return is_done_; }
  /// A value that is not missing; `place` is where it stands, as the caller counts.
  void add(std::string_view value, std::size_t place);
  ColumnForm form() const;

  /// A doubt about the column, for people.
  struct Doubt {
    FindingCode code;
    std::string message;
    std::size_t place;  ///< of the first value it is about
    std::vector<std::string> texts;
  };
  /// number-with-unit: numbers, but their unit is no part of them. numbers-as-text: a few words, two kinds of
  /// decimals or two units keep numbers from being read. beyond-64-bits: whole numbers that are kept as text.
  std::optional<Doubt> doubt() const;

 private:
  struct Other {
    std::string text;
    std::size_t count;
    std::size_t place;
  };
  void add_other(std::string_view value, std::size_t place);
  bool is_numbers_with_few_words() const;
  std::string words() const;
  std::optional<Doubt> doubt_of_words() const;
  std::optional<Doubt> doubt_of_numbers() const;

  std::string name_;
  bool decimal_comma_, is_done_;
  bool points_ = false, commas_ = false, units_differ_ = false;
  std::string unit_;
  std::size_t numbers_ = 0, others_ = 0, beyond_ = 0;
  std::size_t first_number_ = 0;
  std::vector<Other> other_texts_;        // different ones
  std::vector<std::string> first_texts_;  // of numbers
};

}  // namespace cartouche::source_internal
