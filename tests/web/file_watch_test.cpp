#include "cartouche/web/file_watch.h"

#include <gtest/gtest.h>

#include <fstream>

#include "../support/temporary_folder.h"

namespace cartouche::web {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file) << text;
}

TEST(FileWatch, SeesEachWayOfSavingAndNothingElse) {
  const testing::TemporaryFolder folder;
  const fs::path file = folder.path() / "projet.yaml";
  write(file, "1");
  FileWatch watch;
  watch.watch({file, folder.path() / "absent" / "file.csv"});
  EXPECT_FALSE(watch.take_changes());
  write(file, "2");
  EXPECT_TRUE(watch.take_changes());
  EXPECT_FALSE(watch.take_changes());
  write(folder.path() / "projet.yaml~", "3");
  EXPECT_FALSE(watch.take_changes());
  fs::rename(folder.path() / "projet.yaml~", file);
  EXPECT_TRUE(watch.take_changes());
  write(file, "4");  // the file that took its place
  EXPECT_TRUE(watch.take_changes());
  fs::remove(file);
  EXPECT_TRUE(watch.take_changes());
}

}  // namespace
}  // namespace cartouche::web
