#include "cartouche/base/shipped_files.h"

#include <cstdlib>
#include <system_error>

#include "code_folder.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShipped = "cartouche:";

bool holds_them(const fs::path& folder) {
  std::error_code ignored;
  for (const char* part : {"styles", "schemas", "geodata"})
    if (!fs::is_directory(folder / part, ignored)) return false;
  return true;
}

}  // namespace

fs::path shipped_folder() {
  if (const char* named = std::getenv("CARTOUCHE_DATA"); named != nullptr && *named != '\0') return named;
  // prefix/bin, prefix/lib/x86_64-linux-gnu; or a build folder in a checkout.
  for (fs::path at = code_folder(); at.has_relative_path(); at = at.parent_path())
    for (const fs::path& folder : {at / "share" / "cartouche", at})
      if (holds_them(folder)) return folder;
  return {};
}

fs::path path_named(const fs::path& folder, const std::string& text, const Location& where) {
  if (!text.starts_with(kShipped)) return (folder / text).lexically_normal();
  const fs::path shipped = shipped_folder();
  if (shipped.empty())
    throw usage_error(where, "the files that come with the program are not found",
                      "name their folder in the environment variable CARTOUCHE_DATA");
  return (shipped / text.substr(kShipped.size())).lexically_normal();
}

}  // namespace cartouche
