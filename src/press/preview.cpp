#include "cartouche/press/preview.h"

#include "accepted.h"
#include "cartouche/base/failure.h"
#include "cartouche/base/finding_lines.h"
#include "cartouche/draw/draw.h"
#include "cartouche/web/page.h"
#include "undrawn.h"

namespace cartouche::press {
namespace {

namespace fs = std::filesystem;

// The words of what went wrong in `work` and, below, the text with the wrong word marked; "" = nothing.
std::string error_of(const std::function<void()>& work) {
  try {
    work();
    return "";
  } catch (...) {
    const Failure failure = current_failure();
    return failure.excerpt.empty() ? failure.line : failure.line + "\n" + failure.excerpt;
  }
}

}  // namespace

Preview::Preview(fs::path project, std::map<std::string, std::string> settings, unsigned threads)
    : project_(std::move(project)), settings_(std::move(settings)), threads_(threads), files_{project_} {}

void Preview::read_project(FilesRead& asked) {
  const project::Node root = project::read_yaml(project_);
  project::Project project = project::parse_project(root, project_, settings_);
  std::shared_ptr<const BuiltTables> built;
  auto session = std::make_unique<Session>(
      std::move(project),
      [&](const project::Project& read, Diagnostics& diagnostics) {
        built = cache_.get(read, root, threads_, diagnostics);
        return Session::Prepared{built->tables, built->engine};
      },
      asked);
  session_ = std::move(session);
  built_ = std::move(built);
}

void Preview::make(const map::PageInstance& instance, Page& page) {
  const auto laid = lay_out_page(*session_, instance, *built_->store, shapers_);
  page.html = web::page_html(laid->layout, draw(laid->layout));
  page.diagnostics = std::move(laid->diagnostics);
  page.version = version_;
}

void Preview::try_make(const std::string& file) {
  for (const map::PageInstance& instance : session_->pages) {
    if (instance.file != file) continue;
    Page& page = pages_[file];
    if (page.version == version_ || page_errors_.contains(file)) return;
    const std::string error = error_of([&] { make(instance, page); });
    if (!error.empty()) page_errors_[file] = error;
    return;
  }
}

void Preview::reload(const std::set<std::string>& shown) {
  const std::lock_guard lock(mutex_);
  FilesRead asked{project_};
  error_ = error_of([&] { read_project(asked); });
  if (!error_.empty()) {
    // The mistake may stand in any of those that were asked for; the pages stay as they are, and so do
    // theirs.
    files_.merge(asked);
    return;
  }
  files_ = std::move(asked);
  ++version_;
  page_errors_.clear();
  for (const std::string& file : shown) try_make(file);
}

web::PreviewState Preview::state() const {
  const std::lock_guard lock(mutex_);
  web::PreviewState state;
  state.version = version_;
  state.error = error_;
  if (!session_) return state;
  state.title = session_->project.title.value;
  Diagnostics all = session_->diagnostics;
  find_empty_sources(*session_, all);
  for (const map::PageInstance& instance : session_->pages) {
    state.pages.push_back(instance.file);
    if (const auto page = pages_.find(instance.file); page != pages_.end())
      all.append(page->second.diagnostics);
  }
  for (const auto& [file, error] : page_errors_) state.error += (state.error.empty() ? "" : "\n") + error;
  state.findings = finding_lines(judge(all, session_->project.acceptances).findings.open);
  return state;
}

std::optional<std::string> Preview::page(const std::string& file) {
  const std::lock_guard lock(mutex_);
  if (!session_) return std::nullopt;
  try_make(file);
  const auto page = pages_.find(file);
  if (page == pages_.end() || page->second.version == 0) return std::nullopt;
  return page->second.html;
}

std::vector<fs::path> Preview::files() const {
  const std::lock_guard lock(mutex_);
  return {files_.begin(), files_.end()};
}

}  // namespace cartouche::press
