#include "cartouche/base/output_plan.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <system_error>

namespace cartouche {
namespace {

namespace fs = std::filesystem;

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  });
}

// Absolute and without links as far as it exists; a name alone is one of the present folder.
std::string whole(const fs::path& file) {
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  const fs::path canonical = fs::weakly_canonical(absolute, error);
  return (error ? absolute.lexically_normal() : canonical).string();
}

std::optional<struct stat> status_of(const fs::path& file) {
  struct stat status {};
  const int failed = file == "-" ? ::fstat(0, &status) : ::stat(file.c_str(), &status);
  if (failed != 0) return std::nullopt;
  return status;
}

void require_no_control(const std::string& name, const std::string& what, const Location& asked_at) {
  if (has_control(name))
    throw usage_error(asked_at, what + " cannot be named '" + name + "'",
                      "a file's name holds no control characters");
}

}  // namespace

const std::string* OutputPlan::Known::find(const fs::path& file) const {
  if (const auto status = status_of(file); status && S_ISREG(status->st_mode))
    if (const auto found = inodes.find({status->st_dev, status->st_ino}); found != inodes.end())
      return &found->second;
  const auto found = paths.find(whole(file));
  return found == paths.end() ? nullptr : &found->second;
}

void OutputPlan::Known::insert(const fs::path& file, const std::string& what) {
  if (const auto status = status_of(file); status && S_ISREG(status->st_mode))
    inodes.emplace(Inode{status->st_dev, status->st_ino}, what);
  if (file != "-") paths.emplace(whole(file), what);
}

OutputPlan::OutputPlan(const FilesRead& read) {
  for (const fs::path& file : read) {
    read_.insert(file, file.string());
    std::error_code error;
    if (!fs::is_directory(file, error)) continue;
    for (const auto& entry : fs::directory_iterator(file, error))
      read_.insert(entry.path(), entry.path().string());
  }
}

void OutputPlan::add(const fs::path& file, const std::string& what, const Location& asked_at) {
  require_no_control(file.string(), what, asked_at);
  std::error_code ignored;
  if (fs::is_directory(file, ignored))
    throw usage_error(asked_at, "'" + file.string() + "' is a folder", "name a file in it");
  if (const std::string* source = read_.find(file))
    throw usage_error(asked_at, what + " would take the place of '" + *source + "', which is read",
                      "write it elsewhere, or under another name");
  if (const std::string* other = written_.find(file))
    throw usage_error(asked_at, what + " and " + *other + " would both be '" + file.string() + "'",
                      "give one of them another name");
  written_.insert(file, what);
}

void OutputPlan::add_in(const fs::path& folder, const std::string& name, const std::string& what,
                        const Location& asked_at) {
  require_plain_name(name, what, asked_at);
  add(folder / name, what, asked_at);
}

void OutputPlan::add_below(const fs::path& folder, const std::string& path, const std::string& what,
                           const Location& asked_at) {
  require_no_control(path, what, asked_at);
  const fs::path base = folder.empty() ? fs::path(".") : folder;
  const std::string inside = whole(base);
  const std::string file = whole(base / path);
  const bool below = inside == "/" || file.starts_with(inside + "/");
  if (path.empty() || fs::path(path).is_absolute() || !below)
    throw usage_error(asked_at, what + " '" + path + "' would lie outside the folder of the project",
                      "name a file in it; the command line may name any other");
  add(base / path, what, asked_at);
}

void require_plain_name(const std::string& name, const std::string& what, const Location& asked_at) {
  constexpr std::size_t kLongest = 200;  // of 255 bytes: a file is written under a longer name first
  require_no_control(name, what, asked_at);
  if (name.empty() || name.front() == '.' || name.find_first_of("/\\") != std::string::npos)
    throw usage_error(asked_at, what + " cannot be named '" + name + "'",
                      "a plain name is expected: no folders, no leading dot");
  if (name.size() > kLongest)
    throw usage_error(asked_at, "the name of " + what + " is longer than " + std::to_string(kLongest) +
                                    " bytes: '" + name + "'");
}

}  // namespace cartouche
