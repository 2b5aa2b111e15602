#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>

#include "cartouche/base/number_format.h"
#include "cartouche/expression/expression.h"
#include "code_or_year.h"
#include "program.h"
#include "words.h"

namespace cartouche {
namespace {

using expression::Program;
using expression::Range;
using expression::SourceText;

constexpr std::string_view kCodeFormat = "code";

// What stands between two braces.
struct Field {
  SourceText source;   // of the expression
  int decimals = -1;   // -1: as many as the value needs
  bool plain = false;  // digit by digit, without spaces: a code or a year
};
using Piece = std::variant<std::string, Field>;

// Cuts a template into literal text and fields. A field ends at the first brace, and its format begins at the
// first colon, that do not stand in quotes: the language itself has neither.
class Splitter {
 public:
  Splitter(std::string_view text, const Location& where)
      : whole_{std::string(text), where}, text_(whole_.text) {}

  std::vector<Piece> run() {
    std::string literal;
    while (at_ < text_.size()) {
      if (text_[at_] != '{') {
        literal += text_[at_++];
      } else if (text_.substr(at_).starts_with("{{")) {
        literal += '{';
        at_ += 2;
      } else {
        if (!literal.empty()) pieces_.emplace_back(std::move(literal));
        literal.clear();
        pieces_.emplace_back(field());
      }
    }
    if (!literal.empty()) pieces_.emplace_back(std::move(literal));
    return std::move(pieces_);
  }

 private:
  Field field() {
    const std::size_t open = at_++;
    const std::size_t begin = at_;
    std::size_t colon = std::string_view::npos;
    char quote = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ':' && colon == std::string_view::npos) {
        colon = at_;
      } else if (c == '}') {
        break;
      }
    }
    if (at_ == text_.size())
      throw whole_.error({open, open + 1}, "the brace '{' is never closed",
                         "a brace that is to be printed is '{{'");
    const std::size_t end = at_++;
    Field made;
    const std::size_t stop = std::min(colon, end);
    made.source = {std::string(text_.substr(begin, stop - begin)), whole_.at(begin)};
    if (colon != std::string_view::npos) read_format({colon + 1, end}, made);
    return made;
  }

  void read_format(Range range, Field& field) const {
    std::string_view format = text_.substr(range.begin, range.end - range.begin);
    while (format.starts_with(' ')) format.remove_prefix(1);
    while (format.ends_with(' ')) format.remove_suffix(1);
    const bool digit = format.size() == 1 && format[0] >= '0' && format[0] <= '9';
    field.plain = format == kCodeFormat;
    if (digit) field.decimals = format[0] - '0';
    if (digit || field.plain) return;
    throw whole_.error(range, "the format '" + std::string(format) + "' is unknown",
                       "a format is a number of decimals, 0 to 9, or 'code': {emplois:0}, {siren:code}");
  }

  SourceText whole_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece> pieces_;
};

struct CompiledField {
  Program program;
  int decimals;
  bool plain;
};

std::string printed(const Value& value, const CompiledField& field) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    if (field.plain) return std::to_string(*integer);
    return format_french(static_cast<double>(*integer), field.decimals);
  }
  if (const auto* real = std::get_if<double>(&value)) {
    const bool whole = std::floor(*real) == *real;
    return field.plain && whole ? format_shortest(*real) : format_french(*real, field.decimals);
  }
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "oui" : "non";
  return "";
}

// A figure is a text under its name and a number under name.value: a format asks for the number.
void prefer_number(SourceText& source, expression::SyntaxPtr& syntax, const Schema& schema) {
  if (syntax->kind != expression::Syntax::Kind::name) return;
  const auto text = schema.parameters.find(syntax->text);
  const auto number = schema.parameters.find(syntax->text + ".value");
  if (text == schema.parameters.end() || number == schema.parameters.end() || text->second != Type::text)
    return;
  auto named = std::make_shared<expression::Syntax>(*syntax);
  named->text = number->first;
  syntax = std::move(named);
  source.text = number->first;
}

CompiledField compile_field(Field field, const Schema& schema) {
  expression::SyntaxPtr syntax = expression::parse(field.source, expression::Dialect::row);
  if (field.decimals >= 0) prefer_number(field.source, syntax, schema);
  const bool plain = field.plain || (field.decimals < 0 && gives_codes_or_years(*syntax));
  CompiledField made{expression::compile(field.source, *syntax, schema), field.decimals, plain};
  const Type type = made.program.type();
  if (field.decimals >= 0 && type != Type::integer && type != Type::real)
    throw field.source.error(syntax->range,
                             "decimals are for numbers, and this is " + std::string(type_name(type)),
                             type == Type::text ? "to_number(…), or no format" : "");
  return made;
}

void add_names(std::vector<std::string>& names, const expression::Syntax& syntax) {
  for (const std::string& name : expression::names_in(syntax))
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

struct TextTemplate::Data {
  std::vector<std::variant<std::string, CompiledField>> pieces;
  std::vector<std::string> names;

  std::string render(const Table* table, std::size_t row, const Parameters& parameters) const {
    std::string text;
    for (const auto& piece : pieces) {
      if (const auto* literal = std::get_if<std::string>(&piece)) {
        text += *literal;
      } else {
        const auto& field = std::get<CompiledField>(piece);
        text += printed(expression::evaluate_row(field.program, table, row, parameters), field);
      }
    }
    return text;
  }
};

TextTemplate TextTemplate::compile(std::string_view text, const Location& where, const Schema& schema) {
  Data data;
  data.names = names_of(text, where);
  for (Piece& piece : Splitter(text, where).run()) {
    if (auto* literal = std::get_if<std::string>(&piece)) {
      data.pieces.emplace_back(std::move(*literal));
    } else {
      data.pieces.emplace_back(compile_field(std::move(std::get<Field>(piece)), schema));
    }
  }
  TextTemplate made;
  made.data_ = std::make_shared<const Data>(std::move(data));
  return made;
}

std::string TextTemplate::render(const Table& table, std::size_t row, const Parameters& parameters) const {
  return data_->render(&table, row, parameters);
}

std::string TextTemplate::render(const Parameters& parameters) const {
  return data_->render(nullptr, 0, parameters);
}

std::vector<std::string> TextTemplate::names() const {
  return data_->names;
}

void TextTemplate::check(std::string_view text, const Location& where, const Vocabulary& vocabulary) {
  for (const Piece& piece : Splitter(text, where).run())
    if (const auto* field = std::get_if<Field>(&piece))
      expression::check_words(field->source, *expression::parse(field->source, expression::Dialect::row),
                              vocabulary);
}

std::vector<std::string> TextTemplate::names_of(std::string_view text, const Location& where) {
  std::vector<std::string> names;
  for (const Piece& piece : Splitter(text, where).run())
    if (const auto* field = std::get_if<Field>(&piece))
      add_names(names, *expression::parse(field->source, expression::Dialect::row));
  return names;
}

std::vector<std::string> TextTemplate::tables_of(std::string_view text, const Location& where) {
  std::vector<std::string> tables;
  for (const Piece& piece : Splitter(text, where).run())
    if (const auto* field = std::get_if<Field>(&piece))
      for (std::string& table :
           expression::tables_in(*expression::parse(field->source, expression::Dialect::row)))
        tables.push_back(std::move(table));
  return tables;
}

}  // namespace cartouche
