#include <algorithm>
#include <atomic>

#include "cartouche/backend/backend.h"
#include "cartouche/base/atomic_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/draw/draw.h"
#include "commands.h"
#include "ledger.h"
#include "session.h"
#include "undrawn.h"

namespace cartouche::cli {
namespace {

const OutputFormat& format_named(const std::string& name) {
  std::vector<std::string> names;
  for (const OutputFormat& format : output_formats()) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  throw usage_error({}, "no output format '" + name + "'", suggestion(name, names));
}

void check_options(const RenderOptions& options) {
  for (const std::string& format : options.formats) format_named(format);
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

// One file each; the book first, because it takes longest.
std::vector<std::function<void()>> output_tasks(const RenderOptions& options, const Session& session,
                                                const Pages& pages, const Lists& lists) {
  std::vector<std::function<void()>> tasks;
  const bool pdf = std::find(options.formats.begin(), options.formats.end(), "pdf") != options.formats.end();
  if (session.project.book && pdf && !lists.empty())
    tasks.emplace_back([&] {
      std::vector<const display::DisplayList*> all;
      for (const display::DisplayList& list : lists) all.push_back(&list);
      write_file_atomically(options.out / (session.project.book->value + ".pdf"),
                            to_pdf(all, session.project.title.value));
    });
  for (const std::string& name : options.formats) {
    const OutputFormat& format = format_named(name);
    for (std::size_t i = 0; i < lists.size(); ++i)
      tasks.emplace_back([&options, &format, &list = lists[i], &file = pages[i]->map.file] {
        write_file_atomically(options.out / (file + "." + format.name), format.write(list, options.dpi));
      });
  }
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
  make_folder(options.out);  // only now: a project with a mistake leaves no empty folder
  const auto tasks = output_tasks(options, session, pages, lists);
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
