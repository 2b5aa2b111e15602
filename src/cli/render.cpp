#include <algorithm>
#include <atomic>

#include "cartouche/backend/backend.h"
#include "cartouche/base/atomic_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/draw/draw.h"
#include "cartouche/web/page.h"
#include "commands.h"
#include "ledger.h"
#include "page_formats.h"
#include "session.h"
#include "undrawn.h"

namespace cartouche::cli {
namespace {

constexpr const char* kWebFormat = "html";
constexpr const char* kAtlas = "index";
constexpr double kThumbnailDpi = 20;  // an A4 page 165 pixels wide

SvgText svg_text_named(const std::string& name) {
  const std::vector<std::string> names{"live", "outlines"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    throw usage_error({}, "--text must be 'live' or 'outlines', not '" + name + "'", suggestion(name, names));
  return static_cast<SvgText>(found - names.begin());
}

bool wants(const RenderOptions& options, const std::string& format) {
  return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

// With all pages made, a page of links to them: some pages are no atlas.
bool wants_atlas(const RenderOptions& options) {
  return wants(options, kWebFormat) && options.pages.empty();
}

void check_options(const RenderOptions& options) {
  for (const std::string& format : options.formats) writer_named(format);
  svg_text_named(options.text);
  constexpr double kMinDpi = 10, kMaxDpi = 2400;
  if (!(options.dpi >= kMinDpi && options.dpi <= kMaxDpi))
    throw usage_error({}, "--dpi must lie between 10 and 2400");
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw data_error({}, "cannot make the folder '" + folder.string() + "': " + error.message());
}

// Shown on a terminal only, on one line that is written over.
class Progress {
 public:
  Progress(std::ostream& err, bool shown) : err_(err), shown_(shown) {}
  void begin(const char* what, std::size_t total) {
    what_ = what;
    total_ = total;
    done_ = 0;
  }
  void step() {
    const std::size_t done = ++done_;
    if (!shown_) return;
    const std::lock_guard lock(mutex_);
    err_ << "\r\x1b[K" << what_ << ' ' << done << '/' << total_ << std::flush;
  }
  void end() {
    if (shown_) err_ << "\r\x1b[K" << std::flush;
  }

 private:
  std::ostream& err_;
  bool shown_;
  const char* what_ = "";
  std::size_t total_ = 0;
  std::atomic<std::size_t> done_{0};
  std::mutex mutex_;
};

using Pages = std::vector<std::unique_ptr<LaidOutPage>>;
using Lists = std::vector<display::DisplayList>;

/// PDF pages are drawn once, for their own file and for the book, which is put together with the last of
/// them.
class Book {
 public:
  Book(const RenderOptions& options, const Session& session, std::size_t pages)
      : options_(options), project_(session.project), pages_(pages), missing_(pages) {}

  void add(std::size_t number, const display::DisplayList& list, const std::string& file) {
    PdfPage page(list);
    write_file_atomically(options_.out / (file + ".pdf"), to_pdf({page}, list.title));
    pages_[number] = std::move(page);
    if (--missing_ > 0 || !project_.book) return;
    std::vector<PdfPage> all;
    for (const std::optional<PdfPage>& one : pages_) all.push_back(*one);
    write_file_atomically(options_.out / (project_.book->value + ".pdf"), to_pdf(all, project_.title.value));
  }

 private:
  const RenderOptions& options_;
  const project::Project& project_;
  std::vector<std::optional<PdfPage>> pages_;
  std::atomic<std::size_t> missing_;
};

void check_atlas(const Pages& pages) {
  for (const auto& page : pages)
    if (page->map.file == kAtlas)
      throw usage_error({}, "a page is named 'index', as is the atlas's list of pages",
                        "give it another 'file', or name the pages to make with --pages");
}

void write_atlas(const RenderOptions& options, const Session& session, const Pages& pages,
                 const Lists& lists) {
  std::vector<web::Thumbnail> thumbnails;
  for (std::size_t i = 0; i < pages.size(); ++i)
    thumbnails.push_back({pages[i]->map.title, pages[i]->map.file + "." + kWebFormat,
                          to_png(lists[i], kThumbnailDpi), lists[i].width, lists[i].height});
  write_file_atomically(options.out / (std::string(kAtlas) + "." + kWebFormat),
                        web::index_html(session.project.title.value, thumbnails));
}

using Tasks = std::vector<std::function<void()>>;

// One file each; PDF first, because the book waits for all of it.
Tasks output_tasks(const RenderOptions& options, const Session& session, const Pages& pages,
                   const Lists& lists, Book& book) {
  Tasks tasks;
  const OutputOptions output{options.dpi, svg_text_named(options.text)};
  if (wants(options, "pdf"))
    for (std::size_t i = 0; i < lists.size(); ++i)
      tasks.emplace_back([&, i] { book.add(i, lists[i], pages[i]->map.file); });
  for (const std::string& name : options.formats) {
    if (name == "pdf") continue;
    const PageWriter write = writer_named(name);
    for (std::size_t i = 0; i < lists.size(); ++i)
      tasks.emplace_back([&options, &name, output, write, &list = lists[i], &page = *pages[i]] {
        write_file_atomically(options.out / (page.map.file + "." + name), write(page, list, output));
      });
  }
  if (wants_atlas(options)) tasks.emplace_back([&] { write_atlas(options, session, pages, lists); });
  for (const auto& page : pages)
    tasks.emplace_back([&options, &page] {
      write_file_atomically(options.out / (page->map.file + ".figures.json"), ledger_json(page->layout));
    });
  return tasks;
}

}  // namespace

ExitCode render(const RenderOptions& options, std::ostream& err) {
  check_options(options);
  const unsigned threads = options.jobs > 0 ? options.jobs : hardware_threads();
  Session session(options.project, options.settings, options.pages, threads);
  Progress progress(err, options.progress);
  progress.begin("laying out", session.pages.size());
  map::GeometryStore store;
  const Pages pages = lay_out_pages(session, store, threads, [&] { progress.step(); });
  Lists lists(pages.size());
  parallel_for(pages.size(), threads, [&](std::size_t i) { lists[i] = draw(pages[i]->layout); });
  if (wants_atlas(options)) check_atlas(pages);
  make_folder(options.out);  // only now: a project with a mistake leaves no empty folder
  Book book(options, session, lists.size());
  const Tasks tasks = output_tasks(options, session, pages, lists, book);
  progress.begin("writing", tasks.size());
  parallel_for(tasks.size(), threads, [&](std::size_t i) {
    tasks[i]();
    progress.step();
  });
  progress.end();
  Diagnostics all = session.diagnostics;
  find_empty_sources(session, all);
  for (const auto& page : pages) all.append(page->diagnostics);
  find_undrawn(pages, all);
  if (!options.quiet) {
    print(all, err);
    err << "cartouche: " << pages.size() << (pages.size() == 1 ? " page" : " pages") << " in "
        << options.out.string() << "\n";
  }
  return ExitCode::done;
}

}  // namespace cartouche::cli
