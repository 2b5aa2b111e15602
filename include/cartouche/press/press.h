#pragma once
// Makes the pages of a project: what `cartouche render` does, for other programs.
//
//   const auto press = cartouche::press::Press::open("annexe.yaml");
//   for (const auto& page : press.pages())
//     save(page.file + ".svg", press.write(page.key, "svg").bytes);
//
// Guarantees. The bytes of a page are a function of the project, its files and the fonts of the machine: the
// same whatever the number of threads, the order of calls and the other pages. One page is held in memory
// for each thread that makes one, never the whole book. No global state: several presses may be open at once.
//
// Errors are thrown as cartouche::Error, whose text is one line with file, line, column and what was
// expected, and whose code tells a wrong project (ExitCode::usage) from data that cannot be used
// (ExitCode::data). What is doubtful but stops nothing is a finding (cartouche/base/diagnostics.h).
//
// Text is UTF-8. Which of these names may change from version to version is said in docs/library.md.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/base/error.h"

namespace cartouche::press {

struct Settings {
  std::map<std::string, std::string> parameters;  ///< values of the project's `parameters`, as --set gives
  unsigned threads = 0;                           ///< at most; 0 = as many as the machine has processors
};

struct PageName {
  std::string key;   ///< what selects it: "84"
  std::string file;  ///< name of its files, without extension: "annexe-84"
};

/// What all pages of a format make together.
enum class Whole {
  nothing,
  book,   ///< one file with all pages, where the project names a `book`
  atlas,  ///< a page of links to them
};

struct Format {
  const char* name;  ///< what --format names, and the extension: "svg"
  const char* what;  ///< in a few words, for people
  bool usual;        ///< made where nobody says what to make
  Whole whole;
};

/// All formats that pages can be written in.
const std::vector<Format>& formats();
/// The names of those that are made where nobody says what to make.
std::vector<std::string> usual_formats();

struct OutputOptions {
  double dpi = 300;            ///< dots per inch of PNG, 10 to 2400
  bool text_outlines = false;  ///< letters of SVG as outlines, for printers without the fonts
};

/// Something that was found and that the project accepts, with its reason.
struct AcceptedFinding {
  Diagnostic finding;
  std::string because;
};

/// What was found, each once, less what the project accepts.
struct Findings {
  Diagnostics open;
  std::vector<AcceptedFinding> accepted;
};

/// A page in one format, and what was noticed while it was made.
struct MadePage {
  std::string bytes;
  Diagnostics findings;
};

struct BookOptions {
  std::filesystem::path folder = "out";  ///< made where it is missing
  std::vector<std::string> pages;        ///< keys or file names; empty = all
  std::vector<std::string> formats = usual_formats();
  OutputOptions output;
  /// Called after each page, from the thread that made it, one at a time.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

struct MadeBook {
  std::size_t pages = 0;
  std::vector<std::filesystem::path> files;  ///< that were written
  Findings findings;                         ///< of reading and of all pages
};

/// Throws a usage error where the options name no format or a resolution out of bounds; what a caller asks
/// before it opens a large project.
void require_valid(const BookOptions& options);

/// A project with its data and styles read. Its functions may be called from several threads at once.
class Press {
 public:
  /// Reads the project file, its styles and its data. Throws what is wrong with any of them.
  static Press open(const std::filesystem::path& project, const Settings& settings = {});

  Press(Press&&) noexcept;
  Press& operator=(Press&&) noexcept;
  ~Press();

  /// All pages, in the project's order.
  const std::vector<PageName>& pages() const;
  /// Every file that was read: the project, its styles and those they inherit from, markers and tiles, the
  /// files of its sources. Fonts and databases are not among them.
  const std::vector<std::filesystem::path>& files_read() const;
  /// What was noticed while reading.
  const Diagnostics& findings() const;

  /// One page, by its key or file name. A usage error names the nearest page or format.
  MadePage write(const std::string& page, const std::string& format, const OutputOptions& output = {}) const;

  /// Makes pages in one or more formats into a folder, with the ledger of each (`<file>.figures.json`), and,
  /// of all pages, the book and the atlas. Files take their places together when all are made: where
  /// anything is wrong, those that were there before stay as they were.
  MadeBook write_book(const BookOptions& options) const;

  /// Makes all pages (or those that are named) without writing them, and looks for what is doubtful in them.
  Findings check(const std::vector<std::string>& pages = {}) const;

 private:
  struct Data;
  explicit Press(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche::press
