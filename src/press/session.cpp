#include "cartouche/press/session.h"

#include <algorithm>

#include "cartouche/base/existing_file.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/base/shipped_files.h"
#include "cartouche/base/words.h"
#include "cartouche/map/check.h"
#include "cartouche/press/check_project.h"
#include "cartouche/press/project_tables.h"
#include "cartouche/project/style_files.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/source/source_files.h"

namespace cartouche::press {
namespace {

void report_moves_without_page(const project::Project& project, const std::vector<map::PageInstance>& all,
                               Diagnostics& diagnostics) {
  for (const project::Page& page : project.pages) {
    std::vector<std::string> files;
    for (const map::PageInstance& one : all)
      if (one.page == &page) files.push_back(one.file);
    for (const project::PageMoves& moves : page.moves)
      if (std::find(files.begin(), files.end(), moves.file.value) == files.end())
        diagnostics.add(finding("move-stale"),
                        "page '" + page.name.value + "' makes no file '" + moves.file.value +
                            "' to move in; " + suggestion(moves.file.value, files),
                        moves.file.where, {moves.file.value});
  }
}

std::map<std::string, map::PageStyle> read_styles(const project::Project& project, FilesRead& asked) {
  std::map<std::string, map::PageStyle> styles;
  for (const project::Page& page : project.pages) {
    const auto [style, is_new] = styles.try_emplace(page.style.value);
    if (is_new) {
      const auto path = path_named(project.file.parent_path(), page.style.value, page.style.where);
      asked.insert(path);
      require_file(path, "a style file", page.style.where);
      style->second = map::read_templates(project::read_style(path, asked));
    }
    map::check_page(project, page, style->second);
  }
  return styles;
}

void add_files_of(const project::Project& project, const project::Source& source, FilesRead& files) {
  for (std::filesystem::path& file : source_files(project::source_path(project, source)))
    files.insert(std::move(file));
}

bool exists_quietly(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::exists(file, ignored);
}

}  // namespace

Session::Session(project::Project read, const Prepare& prepare, FilesRead& asked) : project(std::move(read)) {
  asked.insert(project.file);
  check_project(project);
  styles = read_styles(project, asked);
  map::check_undrawn_layers(project, styles);
  files = asked;
  for (const project::Source& source : project.sources) add_files_of(project, source, asked);
  Prepared prepared = prepare(project, diagnostics);
  tables = std::move(prepared.tables);
  for (const project::Source& source : project.sources)
    if (tables.contains(source.name.value)) add_files_of(project, source, files);
  std::erase_if(files, [](const std::filesystem::path& file) { return !exists_quietly(file); });
  pages = map::plan_pages(project, tables, prepared.engine);
  report_moves_without_page(project, pages, diagnostics);
}

Session::Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
                 unsigned threads)
    : Session(file, settings, threads, FilesRead()) {}

Session::Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
                 unsigned threads, FilesRead asked)
    : Session(
          project::read_project(file, settings),
          [threads](const project::Project& read, Diagnostics& notes) {
            const auto engine = query::make_spatial_engine();
            return Prepared{
                build_tables(read, map::tables_needed(read), reader_of(read), threads, notes, engine),
                engine};
          },
          asked) {}

const map::PageStyle& Session::style_of(const map::PageInstance& page) const {
  return styles.at(page.page->style.value);
}

std::unique_ptr<Shaper> ShaperPool::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Shaper> shaper = std::move(idle_.back());
      idle_.pop_back();
      return shaper;
    }
  }
  return std::make_unique<Shaper>();
}

void ShaperPool::give_back(std::unique_ptr<Shaper> shaper) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(shaper));
}

std::unique_ptr<LaidOutPage> lay_out_page(const Session& session, const map::PageInstance& instance,
                                          map::GeometryStore& store, ShaperPool& shapers) {
  auto page = std::make_unique<LaidOutPage>();
  page->map = map::resolve(session.project, session.style_of(instance), session.tables, instance, store);
  std::unique_ptr<Shaper> shaper = shapers.borrow();
  page->layout = layout::lay_out(page->map, store, *shaper, page->diagnostics);
  shapers.give_back(std::move(shaper));
  return page;
}

}  // namespace cartouche::press
