#include "cartouche/base/shipped_files.h"

#include <gmock/gmock.h>

#include "../support/temporary_folder.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

TEST(ShippedFiles, AreNamedByTheirPrefixAndAllOthersByTheirFolder) {
  EXPECT_EQ(path_named("a", "b/../c.yaml", {}), "a/c.yaml");
  EXPECT_EQ(path_named("a", "/b/c.yaml", {}), "/b/c.yaml");
  EXPECT_EQ(path_named("", "c.yaml", {}), "c.yaml");
  EXPECT_EQ(path_named("a", "cartouche:styles/annexe.yaml", {}), shipped_folder() / "styles/annexe.yaml");
  EXPECT_TRUE(fs::exists(path_named("a", "cartouche:styles/annexe.yaml", {}))) << "a build in a checkout";
}

TEST(ShippedFiles, StandWhereTheEnvironmentSays) {
  const testing::TemporaryFolder folder;
  setenv("CARTOUCHE_DATA", folder.path().c_str(), 1);
  EXPECT_EQ(path_named("a", "cartouche:styles/x.yaml", {}), folder.path() / "styles/x.yaml");
  unsetenv("CARTOUCHE_DATA");
}

}  // namespace
}  // namespace cartouche
