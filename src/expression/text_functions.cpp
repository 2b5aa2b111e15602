#include <algorithm>
#include <charconv>
#include <limits>

#include "cartouche/base/blanks.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/words.h"
#include "functions.h"
#include "letter_case.h"

namespace cartouche::expression {
namespace {

constexpr std::int64_t kLongestPad = 1000;

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The position behind `count` more characters, from the start of one.
std::size_t skip(Text text, std::size_t at, std::int64_t count) {
  while (count > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    --count;
  }
  return at;
}

// Characters [start, start + count), counted from 1; what lies outside of the text is left out.
Text part(Text text, std::int64_t start, std::int64_t count) {
  std::int64_t end = 0;
  if (__builtin_add_overflow(start, count, &end)) end = std::numeric_limits<std::int64_t>::max();
  const std::int64_t first = std::max<std::int64_t>(start, 1);
  if (end <= first) return {};
  const std::size_t from = skip(text, 0, first - 1);
  return text.substr(from, skip(text, from, end - first) - from);
}

Text replaced(Text text, Text from, Text to, std::string& scratch) {
  if (from.empty() || text.find(from) == Text::npos) return text;
  scratch.clear();
  std::size_t at = 0;
  for (std::size_t found = 0; (found = text.find(from, at)) != Text::npos; at = found + from.size())
    scratch.append(text.substr(at, found - at)).append(to);
  return scratch.append(text.substr(at));
}

bool has_part(Text list, Text item) {
  while (true) {
    const std::size_t slash = list.find('/');
    if (list.substr(0, slash) == item) return true;
    if (slash == Text::npos) return false;
    list.remove_prefix(slash + 1);
  }
}

// The n-th part from the start, or from the end where n < 0; empty where there is none.
Text nth_part(Text text, Text separator, std::int64_t n) {
  if (separator.empty()) return n == 1 || n == -1 ? text : Text();
  while (n > 0) {
    const std::size_t found = text.find(separator);
    if (n == 1) return text.substr(0, found);
    if (found == Text::npos) return {};
    text.remove_prefix(found + separator.size());
    --n;
  }
  while (n < 0) {
    const std::size_t found = text.rfind(separator);
    if (n == -1) return found == Text::npos ? text : text.substr(found + separator.size());
    if (found == Text::npos) return {};
    text = text.substr(0, found);
    ++n;
  }
  return {};
}

// A number as people write it: "1416", "1 416", "391,1", "-2.5e3", "12,5 %" (12.5); NaN for anything else.
double number_of(Text text, std::string& scratch) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  scratch.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Text rest = text.substr(i);
    if (rest.starts_with(kNarrowNoBreakSpace)) {
      i += kNarrowNoBreakSpace.size() - 1;
    } else if (rest.starts_with(kNoBreakSpace)) {
      i += kNoBreakSpace.size() - 1;
    } else if (rest.starts_with("\u2212")) {
      scratch += '-';
      i += 2;
    } else if (text[i] != ' ') {
      scratch += text[i] == ',' ? '.' : text[i];
    }
  }
  Text digits = scratch;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.ends_with('%')) digits.remove_suffix(1);
  double value = kNaN;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  return whole && std::isfinite(value) ? value : kNaN;
}

// f(value, scratch) gives a text that is kept for the batch.
template <typename A, typename F>
Vector texts(const Batch& batch, std::span<Vector> args, F f) {
  std::string scratch;
  return map<Text, A>(batch, args, [&](const A& value) { return batch.arena->keep(f(value, scratch)); });
}

}  // namespace

bool like(std::string_view text, std::string_view pattern) {
  std::size_t at = 0, in = 0;
  std::size_t star = Text::npos, resume = 0;  // behind the last % and where its run now ends
  while (at < text.size()) {
    if (in < pattern.size() && pattern[in] == '%') {
      star = ++in;
      resume = at;
    } else if (in < pattern.size() && pattern[in] == '_') {
      at = skip(text, at, 1);
      ++in;
    } else if (in < pattern.size() && pattern[in] == text[at]) {
      ++at;
      ++in;
    } else if (star != Text::npos) {
      in = star;
      at = resume = skip(text, resume, 1);
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('%', in) == Text::npos;
}

namespace text_functions {

Vector upper(const Batch& batch, std::span<Vector> args) {
  return texts<Text>(batch, args, [](Text text, std::string& scratch) -> Text {
    scratch.clear();
    append_upper(scratch, text);
    return scratch;
  });
}

Vector lower(const Batch& batch, std::span<Vector> args) {
  return texts<Text>(batch, args, [](Text text, std::string& scratch) -> Text {
    scratch.clear();
    append_lower(scratch, text);
    return scratch;
  });
}

Vector fold(const Batch& batch, std::span<Vector> args) {
  return texts<Text>(batch, args,
                     [](Text text, std::string& scratch) -> Text { return scratch = cartouche::fold(text); });
}

Vector length(const Batch& batch, std::span<Vector> args) {
  return map<Integer, Text>(batch, args, [](Text text) { return static_cast<Integer>(utf8_length(text)); });
}

Vector trim(const Batch& batch, std::span<Vector> args) {
  return map<Text, Text>(batch, args, [](Text text) { return without_blanks(text); });
}

Vector lpad(const Batch& batch, std::span<Vector> args) {
  if (args[0].type() != Type::text) args[0] = to_text(batch, args.first(1));
  std::string scratch;
  return map<Text, Text, Integer, Text>(batch, args, [&](Text text, Integer length, Text fill) {
    const auto known = static_cast<Integer>(utf8_length(text));
    if (fill.empty() || text.empty() || length > kLongestPad || known >= length) return text;
    scratch.clear();
    for (std::size_t at = 0, i = 0; i < static_cast<std::size_t>(length - known); ++i) {
      const std::size_t end = skip(fill, at, 1);
      scratch.append(fill.substr(at, end - at));
      at = end == fill.size() ? 0 : end;
    }
    return batch.arena->keep(scratch.append(text));
  });
}

Vector substr(const Batch& batch, std::span<Vector> args) {
  if (args.size() == 2)
    return map<Text, Text, Integer>(batch, args, [](Text text, Integer start) {
      return part(text, start, std::numeric_limits<std::int64_t>::max() / 2);
    });
  return map<Text, Text, Integer, Integer>(
      batch, args, [](Text text, Integer start, Integer count) { return part(text, start, count); });
}

Vector replace(const Batch& batch, std::span<Vector> args) {
  std::string scratch;
  return map<Text, Text, Text, Text>(batch, args, [&](Text text, Text from, Text to) {
    return batch.arena->keep(replaced(text, from, to, scratch));
  });
}

Vector starts_with(const Batch& batch, std::span<Vector> args) {
  return map<Boolean, Text, Text>(batch, args, [](Text text, Text start) { return text.starts_with(start); });
}

Vector ends_with(const Batch& batch, std::span<Vector> args) {
  return map<Boolean, Text, Text>(batch, args, [](Text text, Text end) { return text.ends_with(end); });
}

Vector contains(const Batch& batch, std::span<Vector> args) {
  return map<Boolean, Text, Text>(batch, args,
                                  [](Text text, Text inner) { return text.find(inner) != Text::npos; });
}

Vector has(const Batch& batch, std::span<Vector> args) {
  return map<Boolean, Text, Text>(batch, args, has_part);
}

Vector split_part(const Batch& batch, std::span<Vector> args) {
  return map<Text, Text, Text, Integer>(batch, args, nth_part);
}

Vector to_text(const Batch& batch, std::span<Vector> args) {
  switch (args[0].type()) {
    case Type::text:
      break;
    case Type::integer:
      return texts<Integer>(batch, args, [](Integer value, std::string& scratch) -> Text {
        return scratch = std::to_string(value);
      });
    case Type::real:
      return texts<Real>(batch, args, [](Real value, std::string& scratch) -> Text {
        return scratch = format_shortest(value);
      });
    case Type::boolean:
      return map<Text, Boolean>(batch, args,
                                [](Boolean value) { return value ? Text("true") : Text("false"); });
  }
  return std::move(args[0]);
}

Vector to_number(const Batch& batch, std::span<Vector> args) {
  if (args[0].type() == Type::integer)
    return map<Real, Integer>(batch, args, [](Integer value) { return static_cast<Real>(value); });
  if (args[0].type() == Type::boolean)
    return map<Real, Boolean>(batch, args, [](Boolean value) { return value ? 1.0 : 0.0; });
  if (args[0].type() == Type::real) return std::move(args[0]);
  std::string scratch;
  Vector result = map<Real, Text>(batch, args, [&](Text text) { return number_of(text, scratch); });
  mark_nan(batch, result);
  return result;
}

Vector format(const Batch& batch, std::span<Vector> args) {
  constexpr Integer kMostDecimals = 20;
  if (args.size() == 1)
    return texts<Real>(
        batch, args, [](Real value, std::string& scratch) -> Text { return scratch = format_french(value); });
  std::string scratch;
  return map<Text, Real, Integer>(batch, args, [&](Real value, Integer decimals) {
    const auto shown = static_cast<int>(std::clamp<Integer>(decimals, 0, kMostDecimals));
    return batch.arena->keep(scratch = format_french(value, shown));
  });
}

}  // namespace text_functions
}  // namespace cartouche::expression
