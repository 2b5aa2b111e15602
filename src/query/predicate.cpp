#include <array>
#include <charconv>

#include "cartouche/base/words.h"
#include "cartouche/query/question.h"

namespace cartouche::query {
namespace {

const std::array<std::string, 4> kPredicates{"within", "intersects", "dwithin", "nearest"};
const std::array<std::string, 3> kOverlaps{"all", "first", "error"};

double parse_metres(const std::string& text, const std::string& whole, const Location& where) {
  double metres = 0;
  const char* end = text.data() + text.size();
  const auto [rest, failure] = std::from_chars(text.data(), end, metres);
  if (failure != std::errc() || rest != end || !(metres >= 0) || metres > 1e8)
    throw usage_error(where, "'" + whole + "' has no distance in metres",
                      "write dwithin:500 or nearest:2000");
  return metres;
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
      predicate.metres = parse_metres(text.substr(colon + 1), text, where);
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
