#include <gtest/gtest.h>

#include "sample.h"

namespace cartouche {
namespace {

struct Case {
  const char* expression;
  const char* caret;    ///< the part of the expression that the error points at
  const char* message;  ///< without "in «…»"
  const char* hint;
};

// The excerpt is the expression with a line of carets under the wrong word.
std::string word_under_carets(const Error& error) {
  const std::string& excerpt = error.excerpt();
  const std::size_t line_end = excerpt.find('\n');
  const std::string carets = excerpt.substr(line_end + 1);
  const std::size_t first = carets.find('^');
  return excerpt.substr(0, line_end).substr(first, carets.size() - first);
}

TEST(ExpressionErrors, NameTheWrongWordAndTheWayOut) {
  const Case cases[] = {
      {"dixx > 10", "dixx", "no column 'dixx'",
       "expected one of: code, nom, emplois, montant, dans_ti, epci, nom officiel, laureats, laureats.value, "
       "page.code, page.part, page.reg, page.rien, page.vide, param.seuil"},
      {"emplois > 10 and emploi < 3", "emploi", "no column 'emploi'", "did you mean 'emplois'?"},
      {"page.cod = 'x'", "page.cod", "no parameter 'page.cod'", "did you mean 'page.code'?"},
      {"code = \"Bretagne\"", "\"Bretagne\"", "no column 'Bretagne'",
       "a text stands in single quotes: 'Bretagne'"},
      {"code = 1004", "1004", "the text 'code' cannot be compared with the integer '1004'",
       "a code is a text: '1004'; or to_number(code)"},
      {"emplois = '12'", "'12'", "the integer 'emplois' cannot be compared with the text ''12''",
       "write the number without quotes, or to_text(emplois)"},
      {"code = emplois", "emplois", "the text 'code' cannot be compared with the integer 'emplois'",
       "to_text(emplois) or to_number(code)"},
      {"dans_ti < true", "dans_ti < true", "booleans have no order", "'=' and '<>' compare them"},
      {"nom = null", "null", "a comparison with null is never true", "write 'nom is null' or 'is not null'"},
      {"code + 1", "code", "'+' needs numbers but the text 'code' is none",
       "texts are joined by '||'; a number is made by to_number(code)"},
      {"emplois and true", "emplois", "'and' needs a condition but 'emplois' is an integer",
       "compare it: emplois > 0"},
      {"not nom", "nom", "'not' needs a condition but 'nom' is a text", "compare it: nom is not null"},
      {"emplois like 'a'", "emplois", "'like' needs texts but 'emplois' is an integer", "to_text(emplois)"},
      {"code in ('01', 2)", "2", "the values of 'in' differ in type: the text 'code' and the integer '2'",
       "a code is a text: '2'; or to_number(code)"},
      {"case when true then 1 else 'a' end", "'a'",
       "the values of 'case' differ in type: the integer '1' and the text ''a''",
       "a code is a text: '1'; or to_number('a')"},
      {"uper(nom)", "uper", "no function 'uper'", "did you mean 'upper'?"},
      {"sum(emplois)", "sum", "'sum' counts over a table, an expression sees one row",
       "aggregates stand in a figure's query"},
      {"min(emplois from projets)", "from", "'from' belongs to the queries of figures",
       "an expression sees one row; aggregates over a table stand under 'figures'"},
      {"substr(nom)", "substr", "'substr' does not take 1 argument", "it is substr(text, start[, count])"},
      {"upper(emplois)", "emplois", "'emplois' is an integer, which upper(text) does not take",
       "to_text(emplois)"},
      {"abs(nom)", "nom", "'nom' is a text, which abs(number) does not take", "to_number(nom)"},
      {"emplois == 12", "==", "unexpected '=='", "equality is written '='"},
      {"(emplois == 12)", "==", "expected ')' but found '=='", "equality is written '='"},
      {"emplois = 1 = 2", "=", "unexpected '='", "comparisons cannot be chained: write 'a < b and b < c'"},
      {"emplois > 1 nad dans_ti", "nad", "unexpected 'nad'", "did you mean 'and'?"},
      {"emplois >", "", "expected a value but found the end of the expression", ""},
      {"", "", "an expression is missing", ""},
      {"(emplois", "", "expected ')' but found the end of the expression", ""},
      {"code in '01'", "'01'", "expected '(' but found ''01''",
       "a list stands in parentheses: in ('01', '02')"},
      {"nom is 'x'", "'x'", "expected 'null' but found ''x''", "is null, is not null"},
      {"nom not 'x'", "'x'", "expected 'in', 'between' or 'like' but found ''x''", ""},
      {"case else 1 end", "else", "expected a value but found 'else'",
       "a column named 'else' stands in double quotes"},
      {"nom = 'a", "'", "the quote ' is never closed", "a quote inside a text is doubled: 'l''État'"},
      {"code = 2A004", "2A004", "'2A004' is neither a number nor a name",
       "a code is a text: '2A004'; a name that opens with a digit stands in double quotes"},
      {"nom = ’a’", "", "unexpected '’'", "a text stands between straight quotes: 'like this'"},
      {"a # b", "#", "unexpected '#'", ""},
      {"1e999", "1e999", "the number '1e999' is out of range", ""},
      {"count(projets)", "count", "'count' counts over a table, an expression sees one row",
       "aggregates stand in a figure's query"},
  };
  for (const Case& one : cases) {
    try {
      test::evaluated(one.expression);
      ADD_FAILURE() << "accepted: " << one.expression;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      EXPECT_EQ(error.message(), one.message + std::string(" in «") + one.expression + "»");
      EXPECT_EQ(error.hint(), one.hint) << one.expression;
      if (*one.caret != 0) {
        EXPECT_EQ(word_under_carets(error), one.caret) << one.expression;
      }
    }
  }
}

Error error_of(const std::string& text, const Location& where) {
  try {
    Expression::compile(text, where, Schema::of(test::projects()));
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "accepted: " << text;
  return usage_error({}, "");
}

TEST(ExpressionErrors, MoveTheColumnToTheWord) {
  EXPECT_EQ(error_of("emplois > dixx", {"p.yaml", 4, 12}).where(), (Location{"p.yaml", 4, 22}));
  EXPECT_EQ(error_of("emplois > dixx", {"p.yaml", 4, 0}).where(), (Location{"p.yaml", 4, 0}));
  EXPECT_EQ(error_of("emplois >\n dixx", {"p.yaml", 4, 12}).where(), (Location{"p.yaml", 4, 12}))
      << "the indentation of a text of several lines is not known";
}

TEST(ExpressionErrors, AreOneLineWithAnExcerptApart) {
  const Error error = error_of("nom = 'é' and\n  nomm = 'b'", {"p.yaml", 4, 12});
  EXPECT_STREQ(error.what(),
               "p.yaml:4:12: no column 'nomm' in «nom = 'é' and nomm = 'b'»; did you mean 'nom'?");
  EXPECT_EQ(error.excerpt(), "    nomm = 'b'\n    ^^^^");
  EXPECT_EQ(error_of("'éé' = nomm", {}).excerpt(), "  'éé' = nomm\n         ^^^^");
}

TEST(ExpressionErrors, ShowALongExpressionAroundTheWordOnly) {
  std::string text = "code in ('x'";
  for (int i = 0; i < 100; ++i) text += ", 'é'";
  text += ") and nomm = 'x' and code in ('x'";
  for (int i = 0; i < 100; ++i) text += ", 'é'";
  const std::string message = error_of(text + ")", {}).message();
  EXPECT_LT(message.size(), 160U);
  EXPECT_NE(message.find("and nomm = 'x'"), std::string::npos) << message;
  EXPECT_NE(message.find("«…"), std::string::npos) << message;
  EXPECT_NE(message.find("…»"), std::string::npos) << message;
}

TEST(ExpressionErrors, DeepNestingIsRefusedNotACrash) {
  const std::string open(20'000, '(');
  std::string chain = "1";
  for (int i = 0; i < 20'000; ++i) chain += "+1";
  std::string nots;
  for (int i = 0; i < 20'000; ++i) nots += "not ";
  for (const std::string& text : {open + "1", chain, nots + "true", std::string(20'000, '-') + "1"})
    EXPECT_EQ(error_of(text, {}).code(), ExitCode::usage);
}

}  // namespace
}  // namespace cartouche
