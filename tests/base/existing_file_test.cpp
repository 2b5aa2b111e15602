#include "cartouche/base/existing_file.h"

#include <gmock/gmock.h>

#include "../support/temporary_folder.h"

namespace {

using cartouche::testing::TemporaryFolder;

std::string said(const std::filesystem::path& path) {
  try {
    cartouche::require_file(path, "a style file", {"projet.yaml", 3, 7});
  } catch (const cartouche::Error& error) {
    EXPECT_EQ(error.code(), cartouche::ExitCode::usage);
    return error.what();
  }
  return "";
}

TEST(ExistingFile, NamesTheNearestNameTheMissingFolderOrTheFolderInItsPlace) {
  const TemporaryFolder folder;
  folder.write("annexe.yaml", "");
  const std::string root = folder.path().string();
  EXPECT_EQ(said(folder.path() / "annexe.yaml"), "");
  EXPECT_EQ(said(folder.path() / "anexe.yaml"),
            "projet.yaml:3:7: no file '" + root + "/anexe.yaml'; did you mean 'annexe.yaml'?");
  EXPECT_EQ(said(folder.path() / "x" / "y.yaml"),
            "projet.yaml:3:7: no file '" + root + "/x/y.yaml'; there is no folder '" + root + "/x'");
  EXPECT_EQ(said(folder.path()), "projet.yaml:3:7: '" + root + "' is a folder; a style file was expected");
}

}  // namespace
