#include "column_form.h"

#include <algorithm>

#include "cartouche/base/blanks.h"
#include "cartouche/table/code_names.h"
#include "missing_words.h"
#include "number_text.h"

namespace cartouche::source_internal {
namespace {

constexpr std::size_t kMostWords = 10;  // different texts among numbers that may mean "no value"
constexpr std::size_t kFewWords = 3;
constexpr std::size_t kFirstTexts = 3;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// In a list of YAML.
std::string listed(const std::string& text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '/';
  });
  return plain ? text : "\"" + text + "\"";
}

}  // namespace

FormFinder::FormFinder(std::string name, bool decimal_comma)
    : name_(std::move(name)), decimal_comma_(decimal_comma), is_done_(looks_like_code(name_)) {}

void FormFinder::add(std::string_view value, std::size_t place) {
  const WrittenNumber number = written_number(value);
  if (number.form == NumberForm::none) return add_other(value, place);
  if (numbers_++ == 0) {
    unit_ = number.unit;
    first_number_ = place;
  }
  if (first_texts_.size() < kFirstTexts) first_texts_.emplace_back(value);
  units_differ_ = units_differ_ || number.unit != unit_;
  points_ = points_ || number.form == NumberForm::point;
  commas_ = commas_ || number.form == NumberForm::comma;
}

void FormFinder::add_other(std::string_view value, std::size_t place) {
  if (without_blanks(value).empty()) return;
  ++others_;
  if (is_beyond_64_bits(value)) ++beyond_;
  const auto known = std::find_if(other_texts_.begin(), other_texts_.end(),
                                  [&](const Other& one) { return one.text == value; });
  if (known != other_texts_.end())
    ++known->count;
  else if (other_texts_.size() <= kMostWords)
    other_texts_.push_back({std::string(value), 1, place});
  // More different texts than stand for missing values, and not among many numbers: these are texts.
  is_done_ = other_texts_.size() > kMostWords && beyond_ < others_ && numbers_ < 9 * others_;
}

ColumnForm FormFinder::form() const {
  const bool unsure = units_differ_ || (commas_ && (points_ || !decimal_comma_));
  if (numbers_ == 0 || others_ > 0 || is_done_ || unsure) return {};
  return {points_ || commas_ ? Type::real : Type::integer, commas_};
}

bool FormFinder::is_numbers_with_few_words() const {
  if (numbers_ == 0 || other_texts_.size() > kMostWords) return false;
  const bool usual = std::all_of(other_texts_.begin(), other_texts_.end(),
                                 [](const Other& one) { return is_usual_missing_word(one.text); });
  return usual || (numbers_ > others_ && other_texts_.size() <= kFewWords) || numbers_ >= 9 * others_;
}

std::string FormFinder::words() const {
  std::string list;
  for (const Other& one : other_texts_) list += (list.empty() ? "" : ", ") + listed(one.text);
  return list;
}

std::optional<FormFinder::Doubt> FormFinder::doubt_of_words() const {
  if (beyond_ == others_)
    return Doubt{finding("beyond-64-bits"),
                 counted(beyond_, "whole number", "whole numbers") + " of column '" + name_ +
                     "' beyond 64 bits: the column is read as text; state types: { " + name_ +
                     ": text } for codes, real for quantities",
                 other_texts_.front().place,
                 {other_texts_.front().text}};
  if (!is_numbers_with_few_words()) return std::nullopt;
  std::vector<std::string> texts;
  for (const Other& one : other_texts_) texts.push_back(one.text + " (" + std::to_string(one.count) + ")");
  return Doubt{finding("numbers-as-text"),
               "column '" + name_ + "' is text: " + std::to_string(others_) + " of its " +
                   std::to_string(numbers_ + others_) + " values " +
                   (others_ == 1 ? "is no number" : "are no numbers") + "; state missing: [" + words() +
                   "] where they stand for no value, types: { " + name_ + ": text } where they are right",
               other_texts_.front().place, texts};
}

std::optional<FormFinder::Doubt> FormFinder::doubt_of_numbers() const {
  const auto doubt = [&](const std::string& why) {
    return Doubt{finding("numbers-as-text"),
                 "column '" + name_ + "' is text: " + why + "; state types: { " + name_ + ": real } or text",
                 first_number_, first_texts_};
  };
  if (units_differ_) return doubt("its numbers have different units");
  if (commas_ && points_) return doubt("it has both decimal points and decimal commas");
  if (commas_ && !decimal_comma_)
    return doubt("its commas may be decimals or thousands, as the file's delimiter is a comma");
  if (unit_.empty()) return std::nullopt;
  return Doubt{finding("number-with-unit"),
               counted(numbers_, "value", "values") + " of column '" + name_ + "' read as numbers in " +
                   unit_ + ", which they print without; state types: { " + name_ +
                   ": real } if that is meant, or text",
               first_number_, first_texts_};
}

std::optional<FormFinder::Doubt> FormFinder::doubt() const {
  if (is_done_) return std::nullopt;
  if (others_ > 0) return doubt_of_words();
  return numbers_ > 0 ? doubt_of_numbers() : std::nullopt;
}

}  // namespace cartouche::source_internal
