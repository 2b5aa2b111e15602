#include "cartouche/text/upper_case.h"

#include "letter_case.h"
#include "pango_handles.h"

namespace cartouche {

std::string upper_case(const std::string& utf8) {
  const std::string clean = text::printable(utf8);
  const text::GlibPtr<char> upper(g_utf8_strup(clean.c_str(), -1));
  return upper.get();
}

}  // namespace cartouche
