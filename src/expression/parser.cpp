#include <algorithm>
#include <array>
#include <charconv>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/words.h"
#include "lexer.h"
#include "syntax.h"

namespace cartouche::expression {
namespace {

using Kind = Syntax::Kind;

// Recursive descent, one function a level of docs/expressions.md's grammar, the loosest binding first.
class Parser {
 public:
  Parser(const SourceText& source, Dialect dialect, const std::string& rows)
      : source_(source), dialect_(dialect), rows_(rows), tokens_(tokens_of(source)) {}

  SyntaxPtr run() {
    if (peek().kind == TokenKind::end) throw source_.error({0, 0}, "an expression is missing");
    SyntaxPtr whole = expression();
    if (peek().kind != TokenKind::end) throw unexpected_after_expression();
    return whole;
  }

 private:
  // Nesting deeper than any person writes would exhaust the stack here and in every later walk of the tree.
  class Depth {
   public:
    explicit Depth(Parser& parser) : parser_(parser) {
      constexpr int kDeepest = 200;
      if (++parser_.depth_ > kDeepest)
        throw parser_.source_.error(parser_.peek().range, "the expression is nested too deeply");
    }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    ~Depth() { --parser_.depth_; }

   private:
    Parser& parser_;
  };

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  const Token& advance() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool is(TokenKind kind, std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).kind == kind && peek(ahead).text == text;
  }
  bool is_sign(std::string_view text) const { return is(TokenKind::sign, text); }
  bool is_keyword(std::string_view text) const { return is(TokenKind::keyword, text); }
  // Words of queries only; elsewhere they may name columns.
  bool is_word(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::name && ascii_lower(peek(ahead).text) == text;
  }
  bool accept_sign(std::string_view text) { return is_sign(text) && (++at_, true); }
  bool accept_keyword(std::string_view text) { return is_keyword(text) && (++at_, true); }
  bool accept_word(std::string_view text) { return is_word(text) && (++at_, true); }
  void expect_sign(std::string_view text, const std::string& hint = "") {
    if (!accept_sign(text)) throw expected("'" + std::string(text) + "'", hint);
  }
  void expect_keyword(std::string_view text) {
    if (!accept_keyword(text)) throw expected("'" + std::string(text) + "'");
  }

  Error expected(const std::string& what, const std::string& hint = "") const {
    return source_.error(peek().range, "expected " + what + " but found " + shown(peek()),
                         hint.empty() ? hint_for(peek()) : hint);
  }

  Error unexpected_after_expression() const {
    const bool condition = !rows_.empty() && is_word("where");
    return source_.error(
        peek().range, "unexpected " + shown(peek()),
        condition ? "a condition stands inside: count(where …), sum(column where …)" : hint_for(peek()));
  }

  // What a person may have meant by a word that cannot follow a finished expression.
  static std::string hint_for(const Token& token) {
    if (token.kind == TokenKind::sign) {
      if (token.text == "==") return "equality is written '='";
      if (token.text == "&&") return "write 'and'";
      if (is_comparison(token.text)) return "comparisons cannot be chained: write 'a < b and b < c'";
    }
    if (token.kind != TokenKind::name) return "";
    const std::vector<std::string> words = {"and", "or", "in", "between", "like", "is", "not"};
    const std::string nearest = nearest_word(token.text, words);
    return nearest.empty() ? "" : "did you mean '" + nearest + "'?";
  }

  static bool is_comparison(std::string_view sign) {
    static constexpr std::array<std::string_view, 7> kOperators = {"=", "<>", "!=", "<", "<=", ">", ">="};
    return std::find(kOperators.begin(), kOperators.end(), sign) != kOperators.end();
  }

  SyntaxPtr node(Kind kind, Range range, std::string text, std::vector<SyntaxPtr> children) const {
    constexpr int kDeepest = 1000;  // a chain of as many operators; see Depth
    auto made = std::make_shared<Syntax>();
    for (const SyntaxPtr& child : children) made->depth = std::max(made->depth, child->depth + 1);
    if (made->depth > kDeepest)
      throw source_.error(range, "the expression chains too many operators",
                          "a long list is written 'x in (…)'");
    made->kind = kind;
    made->range = range;
    made->text = std::move(text);
    made->children = std::move(children);
    return made;
  }
  static SyntaxPtr literal(Range range, std::string text, Value value) {
    auto made = std::make_shared<Syntax>();
    made->range = range;
    made->text = std::move(text);
    made->value = std::move(value);
    return made;
  }
  SyntaxPtr binary(const std::string& op, const SyntaxPtr& a, const SyntaxPtr& b) const {
    return node(Kind::binary, {a->range.begin, b->range.end}, op, {a, b});
  }
  SyntaxPtr negated(bool negate, const SyntaxPtr& a) const {
    return negate ? node(Kind::logic_not, a->range, "not", {a}) : a;
  }

  SyntaxPtr expression() {
    const Depth depth(*this);
    SyntaxPtr a = conjunction();
    while (accept_keyword("or")) a = binary("or", a, conjunction());
    return a;
  }

  SyntaxPtr conjunction() {
    SyntaxPtr a = negation();
    while (accept_keyword("and")) a = binary("and", a, negation());
    return a;
  }

  SyntaxPtr negation() {
    const Depth depth(*this);
    if (!is_keyword("not")) return comparison();
    const std::size_t begin = advance().range.begin;
    const SyntaxPtr a = negation();
    return node(Kind::logic_not, {begin, a->range.end}, "not", {a});
  }

  SyntaxPtr comparison() {
    const SyntaxPtr a = concatenation();
    if (peek().kind == TokenKind::sign && is_comparison(peek().text)) {
      const std::string op = advance().text;
      return binary(op == "!=" ? "<>" : op, a, concatenation());
    }
    if (accept_keyword("is")) {
      const bool negate = accept_keyword("not");
      const Range end = peek().range;
      if (!accept_keyword("null")) throw expected("'null'", "is null, is not null");
      return negated(negate, node(Kind::is_null, {a->range.begin, end.end}, "is null", {a}));
    }
    const bool negate = is_keyword("not") && accept_keyword("not");
    if (accept_keyword("in")) return negated(negate, list(a));
    if (accept_keyword("between")) return negated(negate, between(a));
    if (accept_keyword("like")) {
      const SyntaxPtr pattern = concatenation();
      return negated(negate, node(Kind::like, {a->range.begin, pattern->range.end}, "like", {a, pattern}));
    }
    if (negate) throw expected("'in', 'between' or 'like'");
    return a;
  }

  SyntaxPtr list(const SyntaxPtr& a) {
    std::vector<SyntaxPtr> children = {a};
    expect_sign("(", "a list stands in parentheses: in ('01', '02')");
    do children.push_back(expression());
    while (accept_sign(","));
    const std::size_t end = peek().range.end;
    expect_sign(")");
    return node(Kind::in_list, {a->range.begin, end}, "in", std::move(children));
  }

  SyntaxPtr between(const SyntaxPtr& a) {
    const SyntaxPtr low = concatenation();
    expect_keyword("and");
    const SyntaxPtr high = concatenation();
    return binary("and", binary(">=", a, low), binary("<=", a, high));
  }

  SyntaxPtr concatenation() {
    SyntaxPtr a = sum();
    while (accept_sign("||")) a = binary("||", a, sum());
    return a;
  }

  SyntaxPtr sum() {
    SyntaxPtr a = product();
    while (is_sign("+") || is_sign("-")) {
      const std::string op = advance().text;
      a = binary(op, a, product());
    }
    return a;
  }

  SyntaxPtr product() {
    SyntaxPtr a = sign();
    while (is_sign("*") || is_sign("/") || is_sign("%")) {
      const std::string op = advance().text;
      a = binary(op, a, sign());
    }
    return a;
  }

  SyntaxPtr sign() {
    const Depth depth(*this);
    if (!is_sign("-") && !is_sign("+")) return primary();
    const Token& token = advance();
    const SyntaxPtr a = sign();
    if (token.text == "+") return a;
    return node(Kind::negate, {token.range.begin, a->range.end}, "-", {a});
  }

  SyntaxPtr primary() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::text:
        return literal(token.range, token.text, advance().text);
      case TokenKind::number:
        return number(advance());
      case TokenKind::name:
      case TokenKind::quoted:
        if (token.kind == TokenKind::name && is(TokenKind::sign, "(", 1)) return call();
        if (!rows_.empty() && !inside_aggregate_ && is_word("count")) return over_rows(advance(), {});
        return name(advance());
      case TokenKind::keyword:
        return keyword();
      case TokenKind::sign:
        if (accept_sign("(")) return parenthesis();
        break;
      case TokenKind::end:
        break;
    }
    throw expected("a value");
  }

  SyntaxPtr parenthesis() {
    const SyntaxPtr inside = expression();
    expect_sign(")");
    return inside;
  }

  SyntaxPtr keyword() {
    const Token& token = peek();
    if (token.text == "case") return choice();
    if (token.text == "true" || token.text == "false")
      return literal(token.range, "", advance().text == "true");
    if (accept_keyword("null")) return literal(token.range, "null", {});
    throw expected("a value", "a column named '" + token.text + "' stands in double quotes");
  }

  SyntaxPtr number(const Token& token) {
    const char* end = token.text.data() + token.text.size();
    if (token.text.find_first_of(".eE") == std::string::npos) {
      std::int64_t integer = 0;
      const auto read = std::from_chars(token.text.data(), end, integer);
      if (read.ec == std::errc() && read.ptr == end) return literal(token.range, token.text, integer);
    }
    double real = 0;
    if (std::from_chars(token.text.data(), end, real).ec != std::errc())
      throw source_.error(token.range, "the number '" + token.text + "' is out of range");
    return literal(token.range, token.text, real);
  }

  SyntaxPtr name(const Token& token) {
    auto made = std::make_shared<Syntax>();
    made->kind = Kind::name;
    made->range = token.range;
    made->text = token.text;
    made->quoted = token.kind == TokenKind::quoted;
    return made;
  }

  // case when c then v … [else v] end; case x when y then v … compares x with each y.
  SyntaxPtr choice() {
    const std::size_t begin = advance().range.begin;
    const SyntaxPtr subject = is_keyword("when") ? nullptr : expression();
    std::vector<SyntaxPtr> children;
    while (accept_keyword("when")) {
      const SyntaxPtr when = expression();
      children.push_back(subject ? binary("=", subject, when) : when);
      expect_keyword("then");
      children.push_back(expression());
    }
    if (children.empty()) throw expected("'when'");
    if (accept_keyword("else")) children.push_back(expression());
    const std::size_t end = peek().range.end;
    expect_keyword("end");
    return node(Kind::choice, {begin, end}, "case", std::move(children));
  }

  SyntaxPtr call() {
    const Token& token = advance();
    const std::string function = ascii_lower(token.text);
    expect_sign("(");
    if (dialect_ == Dialect::query &&
        std::find(kAggregates.begin(), kAggregates.end(), function) != kAggregates.end())
      return rows_.empty() ? aggregate_or_call(token, function) : total_or_call(token, function);
    return arguments(token, function, {});
  }

  SyntaxPtr arguments(const Token& token, const std::string& function, std::vector<SyntaxPtr> given) {
    if (given.empty() && !is_sign(")")) given.push_back(expression());
    while (accept_sign(",")) given.push_back(expression());
    const std::size_t end = peek().range.end;
    if (dialect_ == Dialect::row && (is_word("from") || is_word("where")))
      throw source_.error(peek().range, "'" + peek().text + "' belongs to the queries of figures",
                          "an expression sees one row; aggregates over a table stand under 'figures'");
    expect_sign(")");
    return node(Kind::call, {token.range.begin, end}, function, std::move(given));
  }

  // min(a, b) is the function of values, min(a from t) the aggregate.
  SyntaxPtr aggregate_or_call(const Token& token, const std::string& function) {
    auto made = std::make_shared<AggregateSyntax>();
    made->function = function;
    const bool names_table = peek().kind == TokenKind::name || peek().kind == TokenKind::quoted;
    const bool only_table = is(TokenKind::sign, ")", 1) || is_word("where", 1);
    if (function == "count" && names_table && only_table) return aggregate(token, std::move(made));
    if (is_word("distinct") && !is(TokenKind::sign, ")", 1)) {
      if (function != "count") throw expected("a value", "only count takes 'distinct'");
      made->distinct = true;
      ++at_;
    }
    made->argument = expression();
    if (accept_word("from")) return aggregate(token, std::move(made));
    if (function == "min" || function == "max") return arguments(token, function, {made->argument});
    throw expected("'from'", function + " over a table: " + function + "(column from table where condition)");
  }

  // The same over the rows that go without saying: count(), count(where c), sum(x where c).
  SyntaxPtr total_or_call(const Token& token, const std::string& function) {
    if ((function == "min" || function == "max") && (inside_aggregate_ || has_several_arguments()))
      return arguments(token, function, {});
    if (inside_aggregate_) throw source_.error(token.range, "an aggregate cannot stand inside an aggregate");
    inside_aggregate_ = true;
    AggregateSyntax made;
    made.function = function;
    if (is_word("distinct") && !is(TokenKind::sign, ")", 1)) {
      if (function != "count") throw expected("a value", "only count takes 'distinct'");
      made.distinct = true;
      ++at_;
    }
    const bool counts_rows = function == "count" && !made.distinct && (is_sign(")") || is_word("where"));
    if (!counts_rows) made.argument = expression();
    if (accept_word("where")) made.condition = expression();
    inside_aggregate_ = false;
    if (is_word("from"))
      throw expected("')'", "the rows are those of the question: " + function + "(column where condition)");
    const SyntaxPtr whole = over_rows(token, std::move(made));
    expect_sign(")");
    return whole;
  }

  // Whether a comma stands before the bracket that closes the one just opened.
  bool has_several_arguments() const {
    int depth = 0;
    for (std::size_t i = 0; peek(i).kind != TokenKind::end && depth >= 0; ++i) {
      if (is(TokenKind::sign, ",", i) && depth == 0) return true;
      depth += is(TokenKind::sign, "(", i) ? 1 : is(TokenKind::sign, ")", i) ? -1 : 0;
    }
    return false;
  }

  SyntaxPtr over_rows(const Token& token, AggregateSyntax made) {
    if (made.function.empty()) made.function = ascii_lower(token.text);
    made.table = rows_;
    auto whole = std::make_shared<Syntax>();
    whole->kind = Kind::aggregate;
    whole->range = {token.range.begin, is_sign(")") ? peek().range.end : token.range.end};
    whole->text = made.function;
    whole->aggregate = std::make_shared<AggregateSyntax>(std::move(made));
    return whole;
  }

  SyntaxPtr aggregate(const Token& token, std::shared_ptr<AggregateSyntax> made) {
    if (peek().kind != TokenKind::name && peek().kind != TokenKind::quoted) throw expected("a table");
    made->table_range = peek().range;
    made->table = advance().text;
    if (accept_word("where")) made->condition = expression();
    const std::size_t end = peek().range.end;
    expect_sign(")");
    auto whole = std::make_shared<Syntax>();
    whole->kind = Kind::aggregate;
    whole->range = {token.range.begin, end};
    whole->text = made->function;
    whole->aggregate = std::move(made);
    return whole;
  }

  const SourceText& source_;
  Dialect dialect_;
  const std::string& rows_;
  bool inside_aggregate_ = false;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

SyntaxPtr parse(const SourceText& source, Dialect dialect, const std::string& rows) {
  return Parser(source, dialect, rows).run();
}

}  // namespace cartouche::expression
