#include "cartouche/base/existing_file.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

void require_exists(const fs::path& path, const Location& asked_at) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) return;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored))
    throw usage_error(asked_at, "no file '" + path.string() + "'",
                      "there is no folder '" + folder.string() + "'");
  const std::string near = nearest_word(path.filename().string(), names_in(folder));
  throw usage_error(asked_at, "no file '" + path.string() + "'",
                    near.empty() ? "" : "did you mean '" + near + "'?");
}

void require_file(const fs::path& path, const std::string& what, const Location& asked_at) {
  require_exists(path, asked_at);
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    throw usage_error(asked_at, "'" + path.string() + "' is a folder", what + " was expected");
}

}  // namespace cartouche
