#include "cartouche/base/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "cartouche/base/error.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

Error file_error(const fs::path& path, const char* what, int error) {
  return data_error({path.string()}, std::string(what) + ": " + std::generic_category().message(error));
}

constexpr int kMostAttempts = 1000;

// Owns a file descriptor.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  bool is_open() const { return descriptor_ >= 0; }
  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  /// Number of bytes read, 0 at the end, -1 on an error.
  ssize_t read(char* buffer, std::size_t size) {
    ssize_t got = 0;
    do got = ::read(descriptor_, buffer, size);
    while (got < 0 && errno == EINTR);
    return got;
  }
  bool close() {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    return ::close(descriptor) == 0;
  }

 private:
  int descriptor_;
};

// Removes the file unless it was kept.
class Temporary {
 public:
  explicit Temporary(fs::path path) : path_(std::move(path)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!kept_) ::unlink(path_.c_str());
  }
  const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool kept_ = false;
};

// Unique among processes by the process id, among the threads of this one by the attempt.
fs::path temporary_name(const fs::path& path, int attempt) {
  const std::string suffix = ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
  return path.parent_path() / ("." + path.filename().string() + suffix);
}

// A device or a pipe has no former content to keep and cannot be replaced by a rename.
bool is_special(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

struct AtomicFile::Data {
  fs::path path;
  std::optional<Temporary> temporary;  // none: written where it is
  std::optional<File> file;
};

AtomicFile::AtomicFile(const fs::path& path) : data_(std::make_unique<Data>()) {
  data_->path = path;
  constexpr mode_t kMode = 0666;  // narrowed by the umask, as for any other new file
  int descriptor = -1;
  if (is_special(path)) {
    descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
      const fs::path name = temporary_name(path, attempt);
      descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
      if (descriptor >= 0) data_->temporary.emplace(name);
      if (descriptor >= 0 || errno != EEXIST) break;
    }
  }
  data_->file.emplace(descriptor);
  if (descriptor < 0) throw file_error(path, "cannot write", errno);
}

AtomicFile::~AtomicFile() = default;

void AtomicFile::write(std::string_view bytes) {
  if (!data_->file->write(bytes)) throw file_error(data_->path, "cannot write", errno);
}

void AtomicFile::finish() {
  if (data_->file->is_open() && !data_->file->close()) throw file_error(data_->path, "cannot write", errno);
}

void AtomicFile::commit() {
  finish();
  if (!data_->temporary) return;
  if (::rename(data_->temporary->path().c_str(), data_->path.c_str()) != 0)
    throw file_error(data_->path, "cannot write", errno);
  data_->temporary->keep();
}

AtomicPath::AtomicPath(fs::path path, const std::string& ending) : path_(std::move(path)) {
  const fs::path folder = is_special(path_) ? fs::temp_directory_path() : path_.parent_path();
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    place_ = folder / temporary_name(path_, attempt).filename();
    place_ += ending;
    std::error_code ignored;
    if (!fs::exists(place_, ignored)) return;
  }
}

AtomicPath::~AtomicPath() {
  if (!committed_) ::unlink(place_.c_str());
}

void AtomicPath::commit() {
  if (is_special(path_)) return write_file_atomically(path_, read_file(place_));
  if (::rename(place_.c_str(), path_.c_str()) != 0) throw file_error(path_, "cannot write", errno);
  committed_ = true;
}

void write_file_atomically(const fs::path& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

std::string read_file(const fs::path& path) {
  File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw file_error(path, "cannot read", errno);
  std::error_code unknown;
  const auto size = fs::file_size(path, unknown);
  std::string bytes;
  if (!unknown) bytes.reserve(size + 1);
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = file.read(buffer, sizeof buffer);
    if (got < 0) throw file_error(path, "cannot read", errno);
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace cartouche
