#include <algorithm>
#include <unordered_map>
#include <utility>

#include "cartouche/text/text.h"
#include "font_book.h"
#include "line_breaking.h"
#include "line_shaping.h"
#include "strong_words.h"

namespace cartouche {
namespace {

using text::FontBook;
using text::Measures;
using text::Note;
using text::ResolvedFont;
using text::ShapedLine;
using text::Word;

// Once a page: a Diagnostics belongs to one page, a shaper to a thread that draws several.
void report(const std::vector<Note>& notes, Diagnostics& diagnostics) {
  for (const Note& note : notes) {
    const auto& all = diagnostics.all();
    const bool known = std::any_of(all.begin(), all.end(), [&](const Diagnostic& one) {
      return one.code == note.code->code && one.message == note.message;
    });
    if (!known) diagnostics.add(*note.code, note.message);
  }
}

}  // namespace

struct Shaper::Data {
  FontBook fonts;
  std::unordered_map<std::string, ShapedLine> lines;  // looked up, never walked

  const ShapedLine& shaped(const std::string& utf8, const FontSpec& font) {
    std::string key = text::font_key(font) + '\n' + utf8;
    const auto known = lines.find(key);
    if (known != lines.end()) return known->second;
    return lines.emplace(std::move(key), text::shape_line(fonts, utf8, font)).first->second;
  }

  TextLine line(const std::string& utf8, const FontSpec& font, Diagnostics& diagnostics) {
    const ShapedLine& found = shaped(utf8, font);
    report(found.notes, diagnostics);
    return found.line;
  }

  Measures measure(const std::vector<Word>& words, const FontSpec& font) {
    Measures measures;
    const double space = shaped(" ", font).line.width + 2 * font.spacing;
    for (const Word& word : words) {
      measures.words.push_back(shaped(word.text, font).line.width);
      measures.joints.push_back(word.space_before ? space : font.spacing);
    }
    return measures;
  }

  void append_lines(TextBlock& block, const std::vector<Word>& words, const std::vector<std::size_t>& starts,
                    const FontSpec& font, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : words.size();
      block.lines.push_back(line(text::joined(words, starts[i], end), font, diagnostics));
    }
  }

  // A line's height is shared evenly above and below the font's ascent and descent.
  void stack(TextBlock& block, const FontSpec& font, double leading) {
    const ResolvedFont& found = fonts.resolve(font);
    const double height = leading * font.size;
    block.ascent = found.ascent;
    block.descent = found.descent;
    double top = 0;
    for (TextLine& one : block.lines) {
      one.baseline = top + (height - found.ascent - found.descent) / 2 + found.ascent;
      block.width = std::max(block.width, one.width);
      top += height;
    }
    block.height = top;
  }
};

Shaper::Shaper() : data_(std::make_unique<Data>()) {}
Shaper::~Shaper() = default;
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;

TextLine Shaper::line(const std::string& utf8, const FontSpec& font, Diagnostics& diagnostics) {
  return data_->line(utf8, font, diagnostics);
}

TextBlock Shaper::block(const std::string& utf8, const FontSpec& font, double max_width, double leading,
                        Diagnostics& diagnostics) {
  TextBlock block;
  const std::string marked = font.strong > 0 ? text::strong_word_by_word(utf8) : utf8;
  for (const std::string& paragraph : text::split_paragraphs(marked)) {
    const std::vector<Word> words = text::split_words(paragraph);
    if (words.empty()) {
      block.lines.push_back(data_->line("", font, diagnostics));  // an empty line keeps its height
      continue;
    }
    std::vector<std::size_t> starts{0};
    if (max_width > 0) starts = text::break_greedy(data_->measure(words, font), max_width);
    data_->append_lines(block, words, starts, font, diagnostics);
  }
  data_->stack(block, font, leading);
  return block;
}

TextBlock Shaper::balanced(const std::string& utf8, const FontSpec& font, int max_lines, double leading,
                           Diagnostics& diagnostics) {
  TextBlock block;
  const std::vector<std::string> paragraphs = text::split_paragraphs(utf8);
  // A text that breaks its lines itself keeps them.
  const int lines_each = paragraphs.size() > 1 ? 1 : max_lines;
  for (const std::string& paragraph : paragraphs) {
    const std::vector<Word> words = text::split_words(paragraph);
    data_->append_lines(block, words, text::break_balanced(data_->measure(words, font), lines_each), font,
                        diagnostics);
  }
  data_->stack(block, font, leading);
  return block;
}

}  // namespace cartouche
