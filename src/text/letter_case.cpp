#include "letter_case.h"

#include <glib.h>

#include "cartouche/base/markup.h"
#include "pango_handles.h"

namespace cartouche::text {
namespace {

void append(std::string& text, gunichar character) {
  char bytes[6];
  text.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(character, bytes)));
}

void append_capital(std::string& text, gunichar character) {
  constexpr gunichar kSharpS = 0xDF;  // the one lower-case letter of Latin-1 whose capital is two letters
  if (character == kSharpS)
    text += "SS";
  else
    append(text, g_unichar_toupper(character));
}

}  // namespace

std::string printable(const std::string& text) {
  GlibPtr<char> valid(g_utf8_make_valid(text.c_str(), static_cast<gssize>(text.size())));
  std::string clean;
  for (const char* at = valid.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char(at);
    // Data does not choose the direction of its reader.
    if (is_direction_control(character)) continue;
    const bool control = g_unichar_iscntrl(character) || character == 0x2028 || character == 0x2029;
    append(clean, control ? ' ' : character);
  }
  return clean;
}

std::vector<CaseSegment> small_cap_segments(const std::string& text) {
  std::vector<CaseSegment> segments;
  for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char(at);
    const bool mark = g_unichar_ismark(character) && !segments.empty();
    const bool small = mark ? segments.back().small : g_unichar_islower(character) != FALSE;
    if (segments.empty() || segments.back().small != small) segments.push_back({"", small});
    if (small)
      append_capital(segments.back().text, character);
    else
      append(segments.back().text, character);
  }
  return segments;
}

}  // namespace cartouche::text
