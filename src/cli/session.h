#pragma once
// A project with its data and styles read: what render and check begin with.

#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "cartouche/layout/page.h"
#include "cartouche/map/map.h"
#include "cartouche/source/source.h"

namespace cartouche::cli {

struct Session {
  project::Project project;
  std::map<std::string, project::Style> styles;  // by path as written in the project
  Tables tables;
  std::vector<map::PageInstance> pages;
  Diagnostics diagnostics;

  Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
          const std::vector<std::string>& wanted_pages, unsigned threads);
  const project::Style& style_of(const map::PageInstance& page) const;
};

/// A page resolved and laid out, with what was noticed on the way. The layout points into the map: neither
/// moves.
struct LaidOutPage {
  map::Map map;
  layout::Page layout;
  Diagnostics diagnostics;
};

/// Shapers to borrow: making one reads the font configuration, so threads keep theirs from page to page.
class ShaperPool {
 public:
  std::unique_ptr<Shaper> borrow();
  void give_back(std::unique_ptr<Shaper> shaper);

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Shaper>> idle_;
};

/// Lays out all pages of the session on `threads` threads; `done` is called after each. `store` keeps what
/// was projected.
std::vector<std::unique_ptr<LaidOutPage>> lay_out_pages(const Session& session, map::GeometryStore& store,
                                                        unsigned threads, const std::function<void()>& done);

}  // namespace cartouche::cli
