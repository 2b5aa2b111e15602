#pragma once
// A project as it is being edited: read anew when a file changes, its pages made when they are asked for.
// What was good last stays until something better can be made.

#include <filesystem>
#include <set>

#include "cartouche/press/session.h"
#include "cartouche/press/table_cache.h"
#include "cartouche/web/preview_server.h"

namespace cartouche::press {

class Preview {
 public:
  Preview(std::filesystem::path project, std::map<std::string, std::string> settings, unsigned threads);

  /// Reads what has changed and makes the pages `shown`. Throws nothing: what is wrong is part of the state.
  void reload(const std::set<std::string>& shown);

  // Both may be called from any thread.
  web::PreviewState state() const;
  /// The newest HTML of a page that can be made; none where the project has no such page.
  std::optional<std::string> page(const std::string& file);

  /// The files that the last good reading came from, those that a failed one after it asked for, and the
  /// project's in any case.
  std::vector<std::filesystem::path> files() const;

 private:
  struct Page {
    std::uint64_t version = 0;  // of the project it was made from; 0 = not yet made
    std::string html;
    Diagnostics diagnostics;
  };
  void read_project(FilesRead& asked);
  void make(const map::PageInstance& instance, Page& page);
  void try_make(const std::string& file);

  const std::filesystem::path project_;
  const std::map<std::string, std::string> settings_;
  const unsigned threads_;

  mutable std::mutex mutex_;  // over all that follows
  TableCache cache_;
  ShaperPool shapers_;
  std::shared_ptr<const BuiltTables> built_;
  std::unique_ptr<Session> session_;  // the last good one
  std::map<std::string, Page> pages_;
  FilesRead files_;
  std::uint64_t version_ = 0;
  std::string error_;  // the project cannot be read
  std::map<std::string, std::string> page_errors_;
};

}  // namespace cartouche::press
