#pragma once
// Files of a set that take their places together.

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/atomic_file.h"

namespace cartouche::press {

/// Written beside their places, which they take in commit(): until then, and for ever where it is not called,
/// the folder keeps what it held. A folder that was made for them goes with them.
class StagedFiles {
 public:
  explicit StagedFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  /// May be called from several threads. Data errors: a folder that cannot be made, a full disk.
  void write(const std::string& name, std::string_view bytes);
  /// The files, in the order of their names.
  std::vector<std::filesystem::path> commit();

 private:
  void make_folder();

  std::filesystem::path folder_;
  std::mutex mutex_;                                          // over all that follows
  std::vector<std::filesystem::path> made_;                   // folders, the outer first
  std::map<std::string, std::unique_ptr<AtomicFile>> files_;  // by name
};

}  // namespace cartouche::press
