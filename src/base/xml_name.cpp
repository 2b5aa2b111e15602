#include "cartouche/base/xml_name.h"

#include <algorithm>

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

}  // namespace

std::string xml_name(std::string_view text) {
  std::string name(text);
  if (!std::all_of(name.begin(), name.end(), is_name_character)) {
    name = fold(text);
    for (char& c : name)
      if (!is_name_character(c)) c = '-';
  }
  if (!name.empty() && !is_letter(name.front())) name.insert(0, 1, '_');
  return name;
}

}  // namespace cartouche
