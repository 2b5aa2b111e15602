#pragma once
// Files that change on disk, however an editor saves them: written in place, or written beside and renamed
// over. Their folders are watched (Linux inotify), so that a file that is replaced stays watched.

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cartouche::web {

class FileWatch {
 public:
  FileWatch();  ///< a data error where the system gives no watch
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// These files and no others. Files whose folder does not exist are left out.
  void watch(const std::vector<std::filesystem::path>& files);
  /// Readable (poll) when something happened in a folder.
  int descriptor() const { return descriptor_; }
  /// Takes what happened: true where a watched file was written, replaced or removed.
  bool take_changes();

 private:
  int descriptor_ = -1;
  std::map<int, std::set<std::string>> names_;  // watch → names in its folder
};

}  // namespace cartouche::web
