#include "xml_scanner.h"

#include <algorithm>
#include <array>

namespace cartouche::project {
namespace {

constexpr std::size_t kLargestFile = 1 << 20;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.' || (c & 0x80) != 0;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

}  // namespace

XmlScanner::XmlScanner(std::string_view text, std::string file_name)
    : text_(text), file_(std::move(file_name)) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  if (text_.size() > kLargestFile)
    throw usage_error({file_, 0, 0}, "a drawing of more than a megabyte", "simplify it");
}

Location XmlScanner::place() const {
  const std::string_view before = text_.substr(0, std::min(at_, text_.size()));
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t newline = before.rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {file_, line, static_cast<int>(before.size() - start) + 1};
}

void XmlScanner::fail(const std::string& message) const {
  throw usage_error(place(), message);
}

void XmlScanner::advance_past(std::string_view end, const char* what) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) fail(std::string(what) + " that does not end");
  at_ = found + end.size();
}

void XmlScanner::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

std::string XmlScanner::name() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
  if (at_ == begin) fail("expected a name");
  return std::string(text_.substr(begin, at_ - begin));
}

std::string XmlScanner::value() {
  const char quote = at_ < text_.size() ? text_[at_] : '\0';
  if (quote != '"' && quote != '\'') fail("expected a value in quotes");
  const std::size_t begin = ++at_;
  const std::size_t end = text_.find(quote, begin);
  if (end == std::string_view::npos) fail("a value that does not end");
  at_ = end + 1;
  return decoded(text_.substr(begin, end - begin));
}

std::string XmlScanner::decoded(std::string_view raw) const {
  std::string text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '&') {
      text += raw[i];
      continue;
    }
    const std::size_t end = raw.find(';', i);
    if (end == std::string_view::npos) fail("'&' that begins nothing");
    const std::string_view entity = raw.substr(i + 1, end - i - 1);
    const auto known = std::find_if(kEntities.begin(), kEntities.end(),
                                    [&](const auto& each) { return each.first == entity; });
    if (known != kEntities.end())
      text += known->second;
    else if (entity.starts_with('#'))
      text += ' ';  // no attribute that is read holds a character that must be written by number
    else
      fail("entity '" + std::string(entity) + "' is not one of XML's own");
    i = end;
  }
  return text;
}

void XmlScanner::read_attributes(XmlElement& element) {
  for (;;) {
    skip_space();
    if (at_ >= text_.size()) fail("a tag that does not end");
    if (starts_with("/>")) {
      element.closes = true;
      at_ += 2;
      return;
    }
    if (text_[at_] == '>') {
      ++at_;
      return;
    }
    const std::string key = name();
    skip_space();
    if (at_ >= text_.size() || text_[at_] != '=') fail("expected '=' after '" + key + "'");
    ++at_;
    skip_space();
    element.attributes[key] = value();
  }
}

std::optional<XmlElement> XmlScanner::next() {
  for (;;) {
    at_ = std::min(text_.find('<', at_), text_.size());
    if (at_ >= text_.size()) return std::nullopt;
    if (starts_with("<!--")) {
      advance_past("-->", "a comment");
    } else if (starts_with("<![CDATA[")) {
      advance_past("]]>", "a CDATA section");
    } else if (starts_with("<?")) {
      advance_past("?>", "a processing instruction");
    } else if (starts_with("<!")) {
      fail("a document type is not read, and not safe to read; take it out");
    } else {
      break;
    }
  }
  XmlElement element;
  element.where = place();
  ++at_;
  const bool end_tag = starts_with("/");
  if (end_tag) ++at_;
  element.name = name();
  if (const std::size_t colon = element.name.rfind(':'); colon != std::string::npos)
    element.name.erase(0, colon + 1);
  element.opens = !end_tag;
  element.closes = end_tag;
  read_attributes(element);
  return element;
}

}  // namespace cartouche::project
