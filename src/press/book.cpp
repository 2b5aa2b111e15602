#include "book.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "accepted.h"
#include "cartouche/backend/backend.h"
#include "cartouche/base/atomic_file.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/base/output_plan.h"
#include "cartouche/base/parallel.h"
#include "cartouche/draw/draw.h"
#include "cartouche/web/page.h"
#include "checks.h"
#include "formats.h"
#include "ledger.h"
#include "staged_files.h"
#include "undrawn.h"

namespace cartouche::press {
namespace {

constexpr const char* kAtlas = "index";
constexpr const char* kLedger = ".figures.json";
constexpr double kThumbnailDpi = 20;  // an A4 page 165 pixels wide

// What is kept of a page when it has been let go.
struct Kept {
  Diagnostics findings;
  Undrawn undrawn;
  std::optional<PdfPage> sheet;  // of the book
  std::optional<web::Thumbnail> thumbnail;
};

// What is found of the project before any page is made.
Diagnostics findings_of(const Session& session) {
  Diagnostics found = session.diagnostics;
  check_credits(session, found);
  find_empty_sources(session, found);
  return found;
}

// An atlas that another project made, or a page of another origin, is not replaced.
void require_own_atlas(const std::filesystem::path& file, const project::Project& project) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return;
  if (web::is_index_of(read_file(file), project.file.filename())) return;
  throw usage_error({project.file.string(), 0, 0},
                    "'" + file.string() + "' is there and is no list of this project's pages",
                    "write into another folder with --out, or take it away");
}

class BookMaker {
 public:
  BookMaker(const Session& session, map::GeometryStore& store, ShaperPool& shapers, unsigned threads,
            const BookOptions& options)
      : session_(session),
        store_(store),
        shapers_(shapers),
        threads_(threads),
        options_(options),
        pages_(map::select_pages(session.pages, options.pages)),
        of_project_(findings_of(session)),
        kept_(pages_.size()),
        files_(options.folder) {
    for (const std::string& name : options.formats)
      if (const Format* format = &format_named(name);
          std::find(formats_.begin(), formats_.end(), format) == formats_.end())
        formats_.push_back(format);
    const bool all = pages_.size() == session.pages.size();
    book_ = makes(Whole::book) && session.project.book && all;
    atlas_ = makes(Whole::atlas) && options.pages.empty();
    if (makes(Whole::book) && session.project.book && !all) left_ = session.project.book->value;
  }

  MadeBook make() {
    plan();
    parallel_for(pages_.size(), threads_, [&](std::size_t i) {
      make_page(i);
      step();
    });
    if (book_) write_book();
    if (atlas_) write_atlas();
    MadeBook made;
    made.pages = pages_.size();
    made.files = files_.commit();
    made.findings = findings();
    return made;
  }

 private:
  bool makes(Whole whole) const {
    return std::any_of(formats_.begin(), formats_.end(),
                       [&](const Format* format) { return format->whole == whole; });
  }

  // All that is going to be written, refused before any page is made. The book is among it also where it is
  // left as it was: a page may not take its place.
  void plan() const {
    OutputPlan plan(session_.files);
    for (const map::PageInstance& page : pages_) {
      const std::string what = "page '" + page.file + "'";
      for (const Format* format : formats_)
        plan.add_in(options_.folder, page.file + "." + format->name, what, page.page->file.where);
      plan.add_in(options_.folder, page.file + kLedger, "the ledger of " + what, page.page->file.where);
    }
    if (const auto& book = session_.project.book; book && makes(Whole::book))
      plan.add_in(options_.folder, book->value + ".pdf", "the book", book->where);
    if (!atlas_) return;
    plan.add_in(options_.folder, std::string(kAtlas) + ".html", "the atlas's list of pages", {});
    require_own_atlas(options_.folder / (std::string(kAtlas) + ".html"), session_.project);
  }

  // The files of one page; where pages are fewer than threads, several at once.
  void make_page(std::size_t i) {
    const auto page = lay_out_page(session_, pages_[i], store_, shapers_);
    const display::DisplayList list = draw(page->layout);
    const std::string& file = pages_[i].file;
    std::vector<std::function<void()>> tasks;
    for (const Format* format : formats_)
      tasks.emplace_back([&, format] { write_page(*page, list, *format, i); });
    check_page(pages_[i], *page, list, store_, kept_[i].findings);
    tasks.emplace_back([&] { files_.write(file + kLedger, ledger_json(page->layout, accepted_on(i))); });
    const auto each = static_cast<unsigned>(std::max<std::size_t>(1, threads_ / pages_.size()));
    parallel_for(tasks.size(), each, [&](std::size_t task) { tasks[task](); });
    if (atlas_)
      kept_[i].thumbnail = web::Thumbnail{page->map.title, file + ".html", to_png(list, kThumbnailDpi),
                                          list.width, list.height};
    kept_[i].undrawn = undrawn_of(*page);
  }

  // What the ledger of a page tells: of its own findings and of those that hold for all.
  std::vector<AcceptedFinding> accepted_on(std::size_t i) const {
    Diagnostics found = of_project_;
    found.append(kept_[i].findings);
    return judge(found, session_.project.acceptances).findings.accepted;
  }

  // A sheet of the book is drawn once, for the page's own file too.
  void write_page(const LaidOutPage& page, const display::DisplayList& list, const Format& format,
                  std::size_t i) {
    const std::string name = pages_[i].file + "." + format.name;
    if (!book_ || format.whole != Whole::book)
      return files_.write(name, writer_of(format)(page, list, options_.output));
    kept_[i].sheet.emplace(list);
    files_.write(name, to_pdf({*kept_[i].sheet}, list.title));
  }

  void write_book() {
    std::vector<PdfPage> sheets;
    for (Kept& page : kept_) sheets.push_back(std::move(*page.sheet));
    files_.write(session_.project.book->value + ".pdf", to_pdf(sheets, session_.project.title.value));
  }

  void write_atlas() {
    std::vector<web::Thumbnail> thumbnails;
    for (Kept& page : kept_) thumbnails.push_back(std::move(*page.thumbnail));
    files_.write(std::string(kAtlas) + ".html",
                 web::index_html(session_.project.title.value, session_.project.file.filename(), thumbnails));
  }

  void step() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, pages_.size());
  }

  Findings findings() {
    Diagnostics all = of_project_;
    std::vector<Undrawn> undrawn;
    for (Kept& page : kept_) {
      all.append(page.findings);
      undrawn.push_back(std::move(page.undrawn));
    }
    report_undrawn(undrawn, all);
    if (!left_.empty())
      all.add(finding("book-left"), "the book '" + left_ + "' is made of all pages only: left as it was",
              session_.project.book->where, {left_});
    return judged(all, session_.project.acceptances, pages_.size() == session_.pages.size());
  }

  const Session& session_;
  map::GeometryStore& store_;
  ShaperPool& shapers_;
  const unsigned threads_;
  const BookOptions& options_;
  const std::vector<map::PageInstance> pages_;
  const Diagnostics of_project_;
  std::vector<const Format*> formats_;
  bool book_ = false, atlas_ = false;
  std::string left_;
  std::vector<Kept> kept_;
  StagedFiles files_;
  std::mutex mutex_;  // over done_ and progress
  std::size_t done_ = 0;
};

}  // namespace

MadeBook make_book(const Session& session, map::GeometryStore& store, ShaperPool& shapers, unsigned threads,
                   const BookOptions& options) {
  return BookMaker(session, store, shapers, threads, options).make();
}

Findings check_pages(const Session& session, map::GeometryStore& store, ShaperPool& shapers, unsigned threads,
                     const std::vector<std::string>& wanted) {
  const std::vector<map::PageInstance> pages = map::select_pages(session.pages, wanted);
  std::vector<Diagnostics> found(pages.size());
  std::vector<Undrawn> undrawn(pages.size());
  parallel_for(pages.size(), threads, [&](std::size_t i) {
    const auto page = lay_out_page(session, pages[i], store, shapers);
    check_page(pages[i], *page, draw(page->layout), store, found[i]);
    undrawn[i] = undrawn_of(*page);
  });
  Diagnostics all = findings_of(session);
  for (const Diagnostics& page : found) all.append(page);
  report_undrawn(undrawn, all);
  return judged(all, session.project.acceptances, pages.size() == session.pages.size());
}

}  // namespace cartouche::press
