#include <array>
#include <charconv>

#include "cartouche/base/number_format.h"
#include "cartouche/base/words.h"
#include "cartouche/query/question.h"

namespace cartouche::query {
namespace {

const std::array<std::string, 4> kPredicates{"within", "intersects", "dwithin", "nearest"};
const std::array<std::string, 3> kOverlaps{"all", "first", "error"};

// Nobody asks farther than around the Earth.
constexpr double kFarthest = 1e8;

// "5 km" as metres to write instead; "" where it is no such thing.
std::string in_metres(double number, std::string_view unit, const std::string& word) {
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const double metres = unit == "km" ? 1000 * number : unit == "m" ? number : -1;
  if (!(metres >= 0) || metres > kFarthest) return "";
  return "write " + word + ":" + format_shortest(metres) + ", in metres without a unit";
}

double parse_metres(const std::string& text, const std::string& word, const Location& where) {
  double metres = 0;
  const char* end = text.data() + text.size();
  const auto [rest, failure] = std::from_chars(text.data(), end, metres);
  if (failure == std::errc() && rest == end && metres < 0)
    throw usage_error(where, "'" + text + "' is negative, and a distance is not");
  if (failure == std::errc() && rest == end && metres <= kFarthest) return metres;
  const std::string meant = failure == std::errc() ? in_metres(metres, {rest, end}, word) : "";
  throw usage_error(where, "'" + word + ":" + text + "' has no distance in metres",
                    meant.empty() ? "write dwithin:500 or nearest:2000" : meant);
}

}  // namespace

Predicate parse_predicate(const std::string& text, const Location& where) {
  const std::size_t colon = text.find(':');
  const std::string word = text.substr(0, colon);
  for (std::size_t i = 0; i < kPredicates.size(); ++i) {
    if (word != kPredicates[i]) continue;
    Predicate predicate{static_cast<Predicate::Kind>(i)};
    if (colon != std::string::npos) {
      if (!predicate.measures())
        throw usage_error(where, "predicate '" + word + "' takes no distance", "write dwithin:METRES");
      predicate.metres = parse_metres(text.substr(colon + 1), word, where);
    } else if (predicate.kind == Predicate::Kind::dwithin) {
      throw usage_error(where, "predicate 'dwithin' needs a distance in metres", "write dwithin:500");
    }
    return predicate;
  }
  throw usage_error(where, "no predicate '" + word + "'", suggestion(word, kPredicates));
}

Overlap parse_overlap(const std::string& text, const Location& where) {
  for (std::size_t i = 0; i < kOverlaps.size(); ++i)
    if (text == kOverlaps[i]) return static_cast<Overlap>(i);
  throw usage_error(where, "no way '" + text + "' to treat overlaps", suggestion(text, kOverlaps));
}

}  // namespace cartouche::query
