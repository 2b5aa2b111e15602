#include "cartouche/table/code_match.h"

#include <algorithm>

#include "cartouche/base/blanks.h"
#include "cartouche/base/finding_codes.h"

namespace cartouche {
namespace {

constexpr std::size_t kPairs = 8;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

// "1004.0", "1004,00" → "1004"; only behind digits.
std::string_view without_decimals(std::string_view code) {
  const std::size_t point = code.find_first_of(".,");
  if (point == std::string_view::npos || point == 0 || point + 1 == code.size()) return code;
  const std::string_view whole = code.substr(0, point), decimals = code.substr(point + 1);
  const bool zeros = decimals.find_first_not_of('0') == std::string_view::npos;
  return zeros && std::all_of(whole.begin(), whole.end(), is_digit) ? whole : code;
}

std::string_view without_zeros(std::string_view code) {
  while (code.size() > 1 && code[0] == '0') code.remove_prefix(1);
  return code;
}

// As it stands in an expression.
std::string name_in_expression(const std::string& column) {
  const bool plain =
      !column.empty() && !is_digit(column[0]) && std::all_of(column.begin(), column.end(), [](char c) {
        return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
      });
  return plain ? column : "\"" + column + "\"";
}

}  // namespace

std::string bare_code(std::string_view code) {
  return std::string(without_zeros(without_decimals(upper_case(without_blanks(code)))));
}

CodeComparison::CodeComparison(Side left, Side right) : left_(std::move(left)), right_(std::move(right)) {}

void CodeComparison::add_known(const std::string& code) {
  if (code.empty()) return;
  const auto [entry, is_new] = known_.emplace(bare_code(code), code);
  if (!is_new) entry->second = std::min(entry->second, code);
}

bool CodeComparison::add_unmatched(const std::string& code) {
  const auto met = known_.find(bare_code(code));
  if (code.empty() || met == known_.end() || met->second == code) return false;
  // The side whose code is the barer one has lost something; blanks and decimals are too much, not too
  // little.
  const auto worse = [](const std::string& a, const std::string& b) {
    const std::string_view bare_a = without_blanks(a), bare_b = without_blanks(b);
    if (bare_a.size() != a.size() && bare_b.size() == b.size()) return true;
    if (without_decimals(bare_a).size() != bare_a.size() && without_decimals(bare_b).size() == bare_b.size())
      return true;
    if (bare_a.size() == a.size() && bare_b.size() != b.size()) return false;
    if (upper_case(bare_a) != bare_a && upper_case(bare_b) == bare_b) return true;
    return without_decimals(bare_a).size() < without_decimals(bare_b).size();
  };
  if (worse(code, met->second))
    note(of_left_, code, met->second);
  else
    note(of_right_, met->second, code);
  return true;
}

void CodeComparison::note(Found& found, const std::string& wrong, const std::string& right) {
  if (!found.codes.insert(wrong).second) return;
  const std::string_view trimmed = without_blanks(wrong);
  const std::string_view whole = without_decimals(trimmed);
  found.faults[blanks] = found.faults[blanks] || trimmed.size() != wrong.size();
  found.faults[decimals] = found.faults[decimals] || whole.size() != trimmed.size();
  found.faults[letters] = found.faults[letters] || upper_case(whole) != whole;
  found.faults[zeros] = found.faults[zeros] || whole.size() < right.size();
  found.length = std::max(found.length, right.size());
  if (found.pairs.size() < kPairs) found.pairs.push_back("'" + wrong + "' for '" + right + "'");
}

std::string CodeComparison::message(const Found& found, const Side& side) {
  static constexpr std::array<std::string_view, fault_count> kWords = {
      "carry blanks", "have decimals", "have small letters", "lost their zeros"};
  std::string reasons;
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (found.faults[i]) reasons.append(reasons.empty() ? "" : ", ").append(kWords[i]);
  std::string cure = name_in_expression(side.column);
  if (found.faults[blanks]) cure = "trim(" + cure + ")";
  if (found.faults[decimals]) cure = "split_part(replace(" + cure + ", ',', '.'), '.', 1)";
  if (found.faults[letters]) cure = "upper(" + cure + ")";
  if (found.faults[zeros]) cure = "lpad(" + cure + ", " + std::to_string(found.length) + ", '0')";
  return std::to_string(found.codes.size()) + (found.codes.size() == 1 ? " code" : " codes") +
         " in column '" + side.column + "' of '" + side.table + "' would match, but " + reasons +
         "; derive: { " + side.column + ": \"" + cure + "\" }";
}

void CodeComparison::report(const Location& where, Diagnostics& diagnostics) const {
  if (!of_left_.codes.empty())
    diagnostics.add(finding("codes-alike"), message(of_left_, left_), where, of_left_.pairs);
  if (!of_right_.codes.empty())
    diagnostics.add(finding("codes-alike"), message(of_right_, right_), where, of_right_.pairs);
}

std::string CodeComparison::words() const {
  std::string text;
  if (!of_left_.codes.empty()) text = message(of_left_, left_) + " (" + of_left_.pairs.front() + ")";
  if (!of_right_.codes.empty())
    text += (text.empty() ? "" : "; ") + message(of_right_, right_) + " (" + of_right_.pairs.front() + ")";
  return text;
}

std::string departement_of(std::string_view code) {
  if (code.size() != 5 || !std::all_of(code.begin() + 2, code.end(), is_digit)) return "";
  if (code.starts_with("2A") || code.starts_with("2B")) return "20";
  if (!is_digit(code[0]) || !is_digit(code[1])) return "";
  return std::string(code.substr(0, code.starts_with("97") || code.starts_with("98") ? 3 : 2));
}

}  // namespace cartouche
