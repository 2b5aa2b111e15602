#pragma once
// Output is whole or not at all: written beside its final name and renamed when complete.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace cartouche {

/// Writes `bytes` to a temporary file in the same folder, then renames it to `path`. Throws a data error
/// naming the path (disk full, no permission); the former file, if any, is then untouched and no temporary
/// file remains.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// The same for bytes that come one after the other.
class AtomicFile {
 public:
  explicit AtomicFile(const std::filesystem::path& path);
  /// Without commit() the former file stays and nothing of the new one is left.
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  void write(std::string_view bytes);
  /// Says that all is written; where many files wait for their commit, each then costs no more than its name.
  void finish();
  void commit();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// A place beside `path` for a library that writes files itself.
class AtomicPath {
 public:
  /// `ending` is what the library knows the format by: ".gpkg".
  AtomicPath(std::filesystem::path path, const std::string& ending);
  /// Without commit() the file at the place is removed.
  ~AtomicPath();
  AtomicPath(const AtomicPath&) = delete;
  AtomicPath& operator=(const AtomicPath&) = delete;
  const std::filesystem::path& place() const { return place_; }
  /// Renames the finished file to `path`; to a device or a pipe it is copied.
  void commit();

 private:
  std::filesystem::path path_, place_;
  bool committed_ = false;
};

/// The whole file. Throws a data error naming the path where it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace cartouche
