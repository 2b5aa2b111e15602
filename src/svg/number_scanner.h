#pragma once
// Numbers and lengths as SVG writes them. Private to the module.

#include <optional>
#include <string_view>
#include <vector>

namespace cartouche::svg {

/// White space or a comma: what stands between the members of a list.
bool is_separator(char c);

/// Reads numbers, flags and command letters from a list with spaces and commas between them.
class NumberScanner {
 public:
  explicit NumberScanner(std::string_view text) : text_(text) {}
  bool at_end();
  /// A letter (a command), if one stands here.
  std::optional<char> letter();
  /// A finite number.
  std::optional<double> number();
  /// "0" or "1", which path data may write without a space after it.
  std::optional<bool> flag();
  /// What has not been read.
  std::string_view rest() const { return text_.substr(at_); }

 private:
  void skip();
  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<double> numbers_of(std::string_view list);  ///< empty where it is no list of numbers
/// "12.5", "3mm": in user units, of which 96 are an inch (SVG 1.1, 7.10). Nothing where it cannot be read,
/// as for units that depend on something else ("50%", "2em").
std::optional<double> parse_length(std::string_view text);
/// "0.5" or "50%".
std::optional<double> parse_opacity(std::string_view text);

}  // namespace cartouche::svg
