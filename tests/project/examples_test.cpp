// The project and style files that ship with the program are understood by it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cartouche/project/project.h"
#include "cartouche/project/style.h"

namespace cartouche::project {
namespace {

std::vector<std::filesystem::path> yaml_files(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(CARTOUCHE_SOURCE_DIR) / folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Examples, EveryProjectIsRead) {
  const auto files = yaml_files("examples");
  EXPECT_FALSE(files.empty());
  for (const auto& file : files) EXPECT_NO_THROW(read_project(file)) << file.filename();
}

TEST(Examples, EveryStyleIsRead) {
  const auto files = yaml_files("styles");
  EXPECT_FALSE(files.empty());
  for (const auto& file : files) EXPECT_NO_THROW(read_style(file)) << file.filename();
}

}  // namespace
}  // namespace cartouche::project
