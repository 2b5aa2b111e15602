#pragma once
// A project with its data and styles read, and its pages laid out one by one: what Press is made of, for
// commands of the program that look inside a page.

#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "cartouche/base/files_read.h"
#include "cartouche/layout/page.h"
#include "cartouche/map/map.h"

namespace cartouche::press {

struct Session {
  project::Project project;
  std::map<std::string, map::PageStyle> styles;  // by path as written in the project
  Tables tables;
  std::vector<map::PageInstance> pages;  // all of the project
  Diagnostics diagnostics;
  FilesRead files;  // that all this was read from

  struct Prepared {
    Tables tables;
    std::shared_ptr<const SpatialEngine> engine;
  };
  using Prepare = std::function<Prepared(const project::Project&, Diagnostics&)>;

  Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
          unsigned threads);
  /// With tables that somebody else keeps. `asked` takes the files that were read, or may be, also where
  /// reading fails.
  Session(project::Project read, const Prepare& prepare, FilesRead& asked);

  Session(const Session&) = delete;  // pages point into the project
  Session& operator=(const Session&) = delete;
  const map::PageStyle& style_of(const map::PageInstance& page) const;

 private:
  Session(const std::filesystem::path& file, const std::map<std::string, std::string>& settings,
          unsigned threads, FilesRead asked);
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

}  // namespace cartouche::press
