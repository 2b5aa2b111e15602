#include "staged_files.h"

#include <system_error>

#include "cartouche/base/error.h"

namespace cartouche::press {

namespace fs = std::filesystem;

StagedFiles::~StagedFiles() {
  files_.clear();
  std::error_code ignored;
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
}

void StagedFiles::make_folder() {
  const std::lock_guard lock(mutex_);
  std::error_code error;
  if (fs::is_directory(folder_, error)) return;
  std::vector<fs::path> missing;
  for (fs::path folder = folder_; !folder.empty() && !fs::exists(folder, error);
       folder = folder.parent_path())
    missing.insert(missing.begin(), folder);
  fs::create_directories(folder_, error);
  if (error) throw data_error({}, "cannot make the folder '" + folder_.string() + "': " + error.message());
  made_ = std::move(missing);
}

void StagedFiles::write(const std::string& name, std::string_view bytes) {
  make_folder();
  auto file = std::make_unique<AtomicFile>(folder_ / name);
  file->write(bytes);
  file->finish();
  const std::lock_guard lock(mutex_);
  files_.insert_or_assign(name, std::move(file));
}

std::vector<fs::path> StagedFiles::commit() {
  const std::lock_guard lock(mutex_);
  std::vector<fs::path> written;
  for (const auto& [name, file] : files_) {
    file->commit();
    written.push_back(folder_ / name);
  }
  made_.clear();
  return written;
}

}  // namespace cartouche::press
