#include "session.h"

#include "cartouche/base/existing_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/query/spatial_engine.h"
#include "project_tables.h"

namespace cartouche::cli {

Session::Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
                 const std::vector<std::string>& wanted_pages, unsigned threads)
    : project(project::read_project(file, settings)) {
  for (const project::Page& page : project.pages) {
    if (styles.contains(page.style.value)) continue;
    const std::filesystem::path path = project.file.parent_path() / page.style.value;
    require_file(path, "a style file", page.style.where);
    styles.emplace(page.style.value, project::read_style(path));
  }
  const auto engine = query::make_spatial_engine();
  tables =
      build_tables(project, map::tables_needed(project), reader_of(project), threads, diagnostics, engine);
  pages = map::select_pages(map::plan_pages(project, tables, engine), wanted_pages);
}

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

std::vector<std::unique_ptr<LaidOutPage>> lay_out_pages(const Session& session, map::GeometryStore& store,
                                                        unsigned threads, const std::function<void()>& done) {
  std::vector<std::unique_ptr<LaidOutPage>> pages(session.pages.size());
  ShaperPool shapers;
  parallel_for(pages.size(), threads, [&](std::size_t i) {
    auto page = std::make_unique<LaidOutPage>();
    const map::PageInstance& instance = session.pages[i];
    page->map = map::resolve(session.project, session.style_of(instance), session.tables, instance, store);
    std::unique_ptr<Shaper> shaper = shapers.borrow();
    page->layout = layout::lay_out(page->map, store, *shaper, page->diagnostics);
    shapers.give_back(std::move(shaper));
    pages[i] = std::move(page);
    done();
  });
  return pages;
}

}  // namespace cartouche::cli
