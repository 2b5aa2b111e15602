#include "code_folder.h"

#include <dlfcn.h>

#include <system_error>

namespace cartouche {

std::filesystem::path code_folder() {
  static const char here = 0;
  std::filesystem::path file;
  Dl_info info{};
  if (dladdr(&here, &info) != 0 && info.dli_fname != nullptr) file = info.dli_fname;
  // A program is told by the words that it was called with, which need not be a path.
  std::error_code error;
  if (!file.is_absolute()) file = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path whole = std::filesystem::canonical(file, error);
  return error ? std::filesystem::path() : whole.parent_path();
}

}  // namespace cartouche
