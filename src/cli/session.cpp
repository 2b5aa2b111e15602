#include "session.h"

#include <algorithm>

#include "cartouche/base/existing_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/query/spatial_engine.h"
#include "project_tables.h"

namespace cartouche::cli {
namespace {

void report_moves_without_page(const project::Project& project, const std::vector<map::PageInstance>& all,
                               Diagnostics& diagnostics) {
  for (const project::Page& page : project.pages) {
    std::vector<std::string> files;
    for (const map::PageInstance& one : all)
      if (one.page == &page) files.push_back(one.file);
    for (const project::PageMoves& moves : page.moves)
      if (std::find(files.begin(), files.end(), moves.file.value) == files.end())
        diagnostics.add(Severity::problem, "move-stale",
                        "page '" + page.name.value + "' makes no file '" + moves.file.value +
                            "' to move in; " + suggestion(moves.file.value, files),
                        moves.file.where, {moves.file.value});
  }
}

}  // namespace

Session::Session(project::Project read, const std::vector<std::string>& wanted_pages, const Prepare& prepare)
    : project(std::move(read)) {
  for (const project::Page& page : project.pages) {
    if (styles.contains(page.style.value)) continue;
    const std::filesystem::path path = project.file.parent_path() / page.style.value;
    require_file(path, "a style file", page.style.where);
    styles.emplace(page.style.value, project::read_style(path));
  }
  Prepared prepared = prepare(project, diagnostics);
  tables = std::move(prepared.tables);
  std::vector<map::PageInstance> all = map::plan_pages(project, tables, prepared.engine);
  report_moves_without_page(project, all, diagnostics);
  pages = map::select_pages(std::move(all), wanted_pages);
}

Session::Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
                 const std::vector<std::string>& wanted_pages, unsigned threads)
    : Session(project::read_project(file, settings), wanted_pages,
              [threads](const project::Project& read, Diagnostics& notes) {
                const auto engine = query::make_spatial_engine();
                return Prepared{
                    build_tables(read, map::tables_needed(read), reader_of(read), threads, notes, engine),
                    engine};
              }) {}

const project::Style& Session::style_of(const map::PageInstance& page) const {
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

std::vector<std::unique_ptr<LaidOutPage>> lay_out_pages(const Session& session, map::GeometryStore& store,
                                                        unsigned threads, const std::function<void()>& done) {
  std::vector<std::unique_ptr<LaidOutPage>> pages(session.pages.size());
  ShaperPool shapers;
  parallel_for(pages.size(), threads, [&](std::size_t i) {
    pages[i] = lay_out_page(session, session.pages[i], store, shapers);
    done();
  });
  return pages;
}

}  // namespace cartouche::cli
