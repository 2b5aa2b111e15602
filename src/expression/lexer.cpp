#include "lexer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cartouche/base/ascii_case.h"

namespace cartouche::expression {
namespace {

constexpr std::array<std::string_view, 15> kKeywords = {"and",   "between", "case", "else", "end",
                                                        "false", "in",      "is",   "like", "not",
                                                        "null",  "or",      "then", "true", "when"};
// Longer signs first: "<=" is not "<" and "=".
constexpr std::array<std::string_view, 19> kSigns = {"||", "<=", ">=", "<>", "!=", "==", "&&", "=", "<", ">",
                                                     "+",  "-",  "*",  "/",  "%",  "(",  ")",  ",", ";"};
constexpr std::array<std::string_view, 2> kNoBreakSpaces = {"\u00A0", "\u202F"};
constexpr std::array<std::string_view, 6> kTypographicQuotes = {"‘", "’", "“", "”", "«", "»"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Letters of other scripts are bytes above 0x7F: "unité" is a name.
bool opens_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  explicit Lexer(const SourceText& source) : source_(source), text_(source.text) {}

  std::vector<Token> run() {
    while (skip_spaces()) tokens_.push_back(next());
    tokens_.push_back({TokenKind::end, "", {text_.size(), text_.size()}});
    return std::move(tokens_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  bool follows(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  // False at the end.
  bool skip_spaces() {
    while (!at_end()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
        continue;
      }
      const auto* space = std::find_if(kNoBreakSpaces.begin(), kNoBreakSpaces.end(),
                                       [this](std::string_view one) { return follows(one); });
      if (space == kNoBreakSpaces.end()) return true;
      at_ += space->size();
    }
    return false;
  }

  Token next() {
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (c == '\'') return {TokenKind::text, quoted('\''), {begin, at_}};
    if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) return number();
    if (c == '"') return name(TokenKind::quoted);
    refuse_typographic_quote();
    if (opens_name(c)) return name(TokenKind::name);
    for (const std::string_view sign : kSigns) {
      if (!follows(sign)) continue;
      at_ += sign.size();
      return {TokenKind::sign, std::string(sign), {begin, at_}};
    }
    throw source_.error({begin, begin + 1}, "unexpected '" + std::string(1, c) + "'");
  }

  void refuse_typographic_quote() const {
    for (const std::string_view quote : kTypographicQuotes)
      if (follows(quote))
        throw source_.error({at_, at_ + quote.size()}, "unexpected '" + std::string(quote) + "'",
                            "a text stands between straight quotes: 'like this'");
  }

  // The content between two quotes; a doubled quote is one.
  std::string quoted(char quote) {
    const std::size_t begin = at_++;
    std::string content;
    while (!at_end()) {
      const char c = text_[at_++];
      if (c != quote) {
        content += c;
      } else if (!at_end() && text_[at_] == quote) {
        content += quote;
        ++at_;
      } else {
        return content;
      }
    }
    throw source_.error({begin, begin + 1}, std::string("the quote ") + quote + " is never closed",
                        quote == '\'' ? "a quote inside a text is doubled: 'l''État'" : "");
  }

  Token number() {
    const std::size_t begin = at_;
    const auto digits = [this] {
      while (!at_end() && is_digit(text_[at_])) ++at_;
    };
    digits();
    if (!at_end() && text_[at_] == '.') {
      ++at_;
      digits();
    }
    if (!at_end() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      const std::size_t mark = at_++;
      if (!at_end() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
      if (at_end() || !is_digit(text_[at_])) at_ = mark;
      digits();
    }
    if (!at_end() && opens_name(text_[at_]) && !is_no_break_space()) {
      while (!at_end() && (opens_name(text_[at_]) || is_digit(text_[at_]))) ++at_;
      const std::string word(text_.substr(begin, at_ - begin));
      throw source_.error(
          {begin, at_}, "'" + word + "' is neither a number nor a name",
          "a code is a text: '" + word + "'; a name that opens with a digit stands in double quotes");
    }
    return {TokenKind::number, std::string(text_.substr(begin, at_ - begin)), {begin, at_}};
  }

  bool is_no_break_space() const {
    return std::any_of(kNoBreakSpaces.begin(), kNoBreakSpaces.end(),
                       [this](std::string_view one) { return follows(one); });
  }

  // page.code, "nom officiel", page."nom officiel"
  Token name(TokenKind kind) {
    const std::size_t begin = at_;
    std::string whole;
    while (true) {
      if (!at_end() && text_[at_] == '"') {
        whole += quoted('"');
        kind = TokenKind::quoted;
      } else {
        whole += plain_part();
      }
      const bool continues =
          at_ + 1 < text_.size() && text_[at_] == '.' &&
          (opens_name(text_[at_ + 1]) || is_digit(text_[at_ + 1]) || text_[at_ + 1] == '"');
      if (!continues) break;
      whole += text_[at_++];
    }
    if (kind == TokenKind::name) {
      const std::string lower = ascii_lower(whole);
      if (std::find(kKeywords.begin(), kKeywords.end(), lower) != kKeywords.end())
        return {TokenKind::keyword, lower, {begin, at_}};
    }
    return {kind, whole, {begin, at_}};
  }

  std::string plain_part() {
    const std::size_t begin = at_;
    while (!at_end() && (opens_name(text_[at_]) || is_digit(text_[at_])) && !is_no_break_space()) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(const SourceText& source) {
  return Lexer(source).run();
}

std::string shown(const Token& token) {
  if (token.kind == TokenKind::end) return "the end of the expression";
  const char* quote = token.kind == TokenKind::text ? "'" : "";
  return std::string("'") + quote + token.text + quote + "'";
}

}  // namespace cartouche::expression
