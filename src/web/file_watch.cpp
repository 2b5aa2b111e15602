#include "cartouche/web/file_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "cartouche/base/error.h"

namespace cartouche::web {
namespace {

namespace fs = std::filesystem;

}  // namespace

FileWatch::FileWatch() : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0)
    throw data_error({}, "files cannot be watched: " + std::generic_category().message(errno));
}

FileWatch::~FileWatch() {
  close(descriptor_);
}

void FileWatch::watch(const std::vector<fs::path>& files) {
  std::map<int, std::set<std::string>> names;
  const auto add = [&](const fs::path& file) {
    // Not the beginning of a write: the file is read when it is whole.
    const int folder = inotify_add_watch(descriptor_, file.parent_path().c_str(),
                                         IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
    if (folder < 0) return;
    names[folder].insert(file.filename());
  };
  for (const fs::path& file : files) {
    std::error_code error;
    const fs::path whole = fs::absolute(file, error);
    const fs::path real = fs::weakly_canonical(whole, error);
    add(whole);
    if (!real.empty() && real != whole) add(real);  // a link's own folder and its file's
  }
  for (const auto& [folder, old] : names_)
    if (!names.contains(folder)) inotify_rm_watch(descriptor_, folder);
  names_ = std::move(names);
}

bool FileWatch::take_changes() {
  bool changed = false;
  alignas(inotify_event) std::array<char, 16384> buffer;
  for (;;) {
    const ssize_t size = read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) return changed;
    for (ssize_t at = 0; at < size;) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      // Events that were lost may have been about any file.
      if ((event.mask & IN_Q_OVERFLOW) != 0) changed = true;
      const auto folder = names_.find(event.wd);
      if (event.len > 0 && folder != names_.end() && folder->second.contains(name)) changed = true;
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
}

}  // namespace cartouche::web
