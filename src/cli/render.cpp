#include <algorithm>

#include "cartouche/base/clean_text.h"
#include "cartouche/base/finding_lines.h"
#include "cartouche/base/words.h"
#include "cartouche/press/press.h"
#include "commands.h"

namespace cartouche::cli {
namespace {

bool outlines_asked(const std::string& text) {
  const std::vector<std::string> names{"live", "outlines"};
  if (std::find(names.begin(), names.end(), text) == names.end())
    throw usage_error({}, "--text must be 'live' or 'outlines', not '" + text + "'", suggestion(text, names));
  return text == "outlines";
}

press::BookOptions book_of(const RenderOptions& options, std::ostream& err) {
  press::BookOptions book;
  book.folder = options.out;
  book.pages = options.pages;
  if (!options.formats.empty()) book.formats = options.formats;
  book.output = {options.dpi, outlines_asked(options.text)};
  // On a terminal, one line that is written over.
  if (options.progress)
    book.progress = [&err](std::size_t done, std::size_t total) {
      err << "\r\x1b[K"
          << "page " << done << '/' << total << (done == total ? "\r\x1b[K" : "") << std::flush;
    };
  return book;
}

// Problems are said even to those who asked for quiet: the page may be wrong.
void report(const RenderOptions& options, const press::MadeBook& made, std::ostream& err) {
  const std::string problems = count_of_problems(made.findings.open);
  print(options.quiet ? problems_of(made.findings.open) : made.findings.open, err);
  if (options.quiet && problems.empty()) return;
  err << "cartouche: " << made.pages << (made.pages == 1 ? " page" : " pages") << " in "
      << clean_name(options.out.string()) << (problems.empty() ? "" : "; ") << problems << "\n";
}

}  // namespace

ExitCode render(const RenderOptions& options, std::ostream& err) {
  const press::BookOptions book = book_of(options, err);
  press::require_valid(book);
  const auto press = press::Press::open(options.project, {options.settings, options.jobs});
  const press::MadeBook made = press.write_book(book);
  report(options, made, err);
  return options.strict && made.findings.open.has(Severity::problem) ? ExitCode::problems : ExitCode::done;
}

}  // namespace cartouche::cli
