#pragma once
// The elements of a small XML file, one after the other. Private to the module.
//
// Safe by what it refuses: a document type (and with it every entity but XML's own five and numbers) is an
// error, nothing outside the text is ever read, and depth and size are bounded.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cartouche/base/error.h"

namespace cartouche::project {

struct XmlElement {
  std::string name;  ///< without its prefix: "svg:path" → "path"
  std::map<std::string, std::string> attributes;
  bool opens = false;   ///< a start tag
  bool closes = false;  ///< an end tag; both: an empty element
  Location where;
};

class XmlScanner {
 public:
  XmlScanner(std::string_view text, std::string file_name);
  /// The next tag, or nothing at the end. Text between tags is passed over. Usage errors with the place.
  std::optional<XmlElement> next();

 private:
  bool starts_with(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  Location place() const;
  [[noreturn]] void fail(const std::string& message) const;
  void advance_past(std::string_view end, const char* what);
  void skip_space();
  std::string name();
  std::string value();
  std::string decoded(std::string_view raw) const;
  void read_attributes(XmlElement& element);

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
};

}  // namespace cartouche::project
