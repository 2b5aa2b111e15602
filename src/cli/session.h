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

  struct Prepared {
    Tables tables;
    std::shared_ptr<const SpatialEngine> engine;
  };
  using Prepare = std::function<Prepared(const project::Project&, Diagnostics&)>;

  Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
          const std::vector<std::string>& wanted_pages, unsigned threads);
  /// With tables that somebody else keeps.
  Session(project::Project read, const std::vector<std::string>& wanted_pages, const Prepare& prepare);
  Session(const Session&) = delete;  // pages point into the project
  Session& operator=(const Session&) = delete;
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

/// Resolves and lays out one page of the session.
std::unique_ptr<LaidOutPage> lay_out_page(const Session& session, const map::PageInstance& instance,
                                          map::GeometryStore& store, ShaperPool& shapers);

/// Lays out all pages of the session on `threads` threads; `done` is called after each. `store` keeps what
/// was projected.
std::vector<std::unique_ptr<LaidOutPage>> lay_out_pages(const Session& session, map::GeometryStore& store,
                                                        unsigned threads, const std::function<void()>& done);

}  // namespace cartouche::cli
