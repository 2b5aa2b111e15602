#include "line_breaking.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cartouche::text {
namespace {

// Widths are sums of multiples of 1/1024 point; anything nearer than this is the same width.
constexpr double kSameWidth = 1e-6;
constexpr double kNever = std::numeric_limits<double>::infinity();

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// Length of the hyphen or en dash at `at`, or 0.
std::size_t hyphen_length(std::string_view text, std::size_t at) {
  constexpr std::string_view kEnDash = "\u2013";
  if (text[at] == '-') return 1;
  return text.substr(at, kEnDash.size()) == kEnDash ? kEnDash.size() : 0;
}

/// A letter or digit: ASCII ones, and every character beyond ASCII but spaces and general punctuation.
bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80)
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  const std::string_view two = text.substr(at, 2);
  return byte >= 0x80 && two != "\u00A0" && two != "\xE2\x80" && two != "\u00AB" && two != "\u00BB";
}

/// A word between spaces, cut after its inner hyphens.
void append_pieces(std::string_view word, std::vector<Word>& words) {
  std::size_t begin = 0;
  bool space_before = !words.empty();
  for (std::size_t at = 1; at < word.size(); ++at) {
    const std::size_t length = hyphen_length(word, at);
    const std::size_t next = at + length;
    if (length == 0 || next >= word.size()) continue;
    // The byte before is the last of its character; beyond ASCII any such byte counts as part of a letter.
    const auto before = static_cast<unsigned char>(word[at - 1]);
    if (!(before >= 0x80 || is_word_byte(word, at - 1)) || !is_word_byte(word, next)) continue;
    words.push_back({std::string(word.substr(begin, next - begin)), space_before});
    begin = next;
    space_before = false;
  }
  words.push_back({std::string(word.substr(begin)), space_before});
}

}  // namespace

std::vector<Word> split_words(std::string_view paragraph) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < paragraph.size()) {
    while (at < paragraph.size() && is_space(paragraph[at])) ++at;
    const std::size_t begin = at;
    while (at < paragraph.size() && !is_space(paragraph[at])) ++at;
    if (at > begin) append_pieces(paragraph.substr(begin, at - begin), words);
  }
  return words;
}

std::vector<std::string> split_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    paragraphs.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return paragraphs;
}

std::string joined(std::span<const Word> words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && words[i].space_before) text += ' ';
    text += words[i].text;
  }
  return text;
}

double Measures::width(std::size_t begin, std::size_t end) const {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += words[i] + (i > begin ? joints[i] : 0);
  return sum;
}

std::vector<std::size_t> break_greedy(const Measures& measures, double max_width) {
  std::vector<std::size_t> starts;
  double width = 0;
  for (std::size_t i = 0; i < measures.words.size(); ++i) {
    const double longer = width + measures.joints[i] + measures.words[i];
    if (starts.empty() || longer > max_width + kSameWidth) {
      starts.push_back(i);
      width = measures.words[i];
    } else {
      width = longer;
    }
  }
  return starts;
}

namespace {

/// best[k][i]: the least cost of setting words [0, i) on exactly k lines, cost being `fold` over line widths.
struct Plan {
  std::vector<std::vector<double>> best;
  std::vector<std::vector<std::size_t>> start;  ///< first word of the last line
};

template <typename Fold>
Plan plan_lines(const Measures& measures, std::size_t max_lines, double limit, Fold fold) {
  const std::size_t count = measures.words.size();
  Plan plan;
  plan.best.assign(max_lines + 1, std::vector<double>(count + 1, kNever));
  plan.start.assign(max_lines + 1, std::vector<std::size_t>(count + 1, 0));
  plan.best[0][0] = 0;
  for (std::size_t k = 1; k <= max_lines; ++k)
    for (std::size_t end = k; end <= count; ++end)
      for (std::size_t begin = k - 1; begin < end; ++begin) {
        const double width = measures.width(begin, end);
        if (width > limit + kSameWidth || plan.best[k - 1][begin] == kNever) continue;
        const double cost = fold(plan.best[k - 1][begin], width);
        if (cost < plan.best[k][end] - kSameWidth) {
          plan.best[k][end] = cost;
          plan.start[k][end] = begin;
        }
      }
  return plan;
}

}  // namespace

std::vector<std::size_t> break_balanced(const Measures& measures, int max_lines) {
  const std::size_t count = measures.words.size();
  if (count == 0) return {};
  const std::size_t most = std::min<std::size_t>(count, static_cast<std::size_t>(std::max(max_lines, 1)));
  const Plan widest =
      plan_lines(measures, most, kNever, [](double so_far, double width) { return std::max(so_far, width); });
  std::size_t lines = 1;
  for (std::size_t k = 2; k <= most; ++k)
    if (widest.best[k][count] < widest.best[lines][count] - kSameWidth) lines = k;
  const Plan even = plan_lines(measures, lines, widest.best[lines][count],
                               [](double so_far, double width) { return so_far + width * width; });
  std::vector<std::size_t> starts(lines);
  std::size_t end = count;
  for (std::size_t k = lines; k > 0; --k) starts[k - 1] = end = even.start[k][end];
  return starts;
}

}  // namespace cartouche::text
