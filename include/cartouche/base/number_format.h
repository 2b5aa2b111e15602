#pragma once
// Numbers as the French page prints them and as files store them. Never uses the process locale.

#include <string>
#include <string_view>

namespace cartouche {

inline constexpr std::string_view kNarrowNoBreakSpace = "\u202F";
inline constexpr std::string_view kNoBreakSpace = "\u00A0";

/// French: decimal comma, U+202F between groups of three: (1416, 0) → "1 416"; (391.1, 1) → "391,1". Rounds
/// half away from zero; with decimals < 0 prints as many as the value needs, at most 6, without trailing
/// zeros. The rounding is that of the shortest decimal text: 2.675 at two decimals is "2,68". A negative
/// number opens with U+2212. NaN → "n.d.".
std::string format_french(double value, int decimals = -1);

/// The shortest decimal text that reads back as the same double; "12" for 12.0. Without an exponent from 1e-6
/// to 1e16. NaN → "nan".
std::string format_shortest(double value);
/// Fixed decimals, trailing zeros and "-0" removed: (1.50, 2) → "1.5".
std::string format_fixed(double value, int decimals);

/// French typography on a finished text: U+202F before ; : ! ? % » and after «, ’ for ' between letters;
/// leaves URLs ("://"), times and scales ("12:30", "1:500 000") and a colon inside a word ("EPSG:2154")
/// alone. Applying it twice changes nothing more.
std::string french_typography(std::string_view text);

}  // namespace cartouche
