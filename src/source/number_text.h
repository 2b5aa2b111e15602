#pragma once
// Numbers and booleans as people and programs write them in text files.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::source_internal {

/// How a text that may be a number is written. A canonical number is written in the one way that reads back
/// as the same text: no sign but '-', no leading zero, no space; "01004" and "+33" are no numbers, they are
/// codes.
enum class NumberForm : std::uint8_t { none, integer, point, comma };

/// `integer`: fits in 64 bits; `point`: "1.5", "1e-7"; `comma`: "1,5"; `none`: everything else, also an
/// integer too long for 64 bits.
NumberForm number_form(std::string_view text);

/// A number as people write it: canonical but for blanks around it, spaces between groups of three digits,
/// the minus sign U+2212, and a unit behind it.
struct WrittenNumber {
  NumberForm form = NumberForm::none;
  std::string_view unit;  ///< "%", "€" …, of a fixed list; "" = none
};
WrittenNumber written_number(std::string_view text);
/// The unit that a text ends in; "" = none.
std::string_view unit_of(std::string_view text);
/// True for a whole number that 64 bits do not hold.
bool is_beyond_64_bits(std::string_view text);

/// As stated types are read: spaces around and between groups of digits, '+', U+2212, leading zeros and a
/// unit behind the number are allowed: "12,5 %" is 12.5.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// The same, with a decimal point or, where `comma` says so, a decimal comma; and degrees, minutes and
/// seconds (see parse_degrees). Not a number and infinity are refused.
std::optional<double> parse_real(std::string_view text, bool comma);
/// true/false, vrai/faux, oui/non, yes/no, 1/0 and the first letters of the words, in any case.
std::optional<bool> parse_boolean(std::string_view text);
/// The value in quotes for a message, cut where it is long.
std::string shortened(std::string_view value);

}  // namespace cartouche::source_internal
