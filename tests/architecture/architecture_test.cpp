#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "include_rules.h"

namespace cartouche::architecture {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const ModuleTable& table() {
  static const ModuleTable read = read_module_table(CARTOUCHE_SOURCE_DIR "/docs/architecture.md");
  return read;
}

TEST(Architecture, EveryIncludeKeepsToTheModuleTable) {
  EXPECT_THAT(include_faults(CARTOUCHE_SOURCE_DIR, table()), IsEmpty());
}

TEST(Architecture, TheBuildLinksWhatTheModuleTableSays) {
  EXPECT_THAT(build_faults(CARTOUCHE_SOURCE_DIR, table()), IsEmpty());
}

TEST(Architecture, NoModuleReachesItselfThroughAnother) {
  ASSERT_FALSE(table().empty());
  for (const auto& [name, module] : table()) EXPECT_FALSE(reached_from(table(), name).contains(name)) << name;
}

TEST(Architecture, TheModuleTableNamesNoModuleThatItLacks) {
  for (const auto& [name, module] : table())
    for (const std::string& used : module.used()) EXPECT_TRUE(table().contains(used)) << name << ": " << used;
}

TEST(Architecture, SourcesAreFormatted) {
  if (std::system("command -v clang-format-14 >/dev/null") != 0)
    GTEST_SKIP() << "clang-format-14 is not installed";
  EXPECT_EQ(std::system("'" CARTOUCHE_SOURCE_DIR "/tools/format' --check"), 0) << "run tools/format";
}

// A tree of its own for each test, made of the one file under test, and a table of three modules.
class MadeUpTree : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / (std::string("cartouche-architecture-") + test->name());
    fs::remove_all(root_);
    write("table.md",
          "| module | holds | headers use | sources use too | libraries |\n|---|---|---|---|---|\n"
          "| `base` | errors | | | |\n"
          "| `map` | what a `page` shows | base | | GEOS, yaml-cpp |\n"
          "| `layout` | places | map | base | |\n"
          "| `draw` | lists | layout | | |\n");
    table_ = read_module_table(root_ / "table.md");
  }
  void TearDown() override { fs::remove_all(root_); }

  std::vector<std::string> faults(const std::string& file, const std::string& content) {
    write(file, content);
    return include_faults(root_, table_);
  }
  void write(const std::string& file, const std::string& content) {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << content;
  }

  fs::path root_;
  ModuleTable table_;
};

TEST_F(MadeUpTree, LetsAModuleUseWhatItsRowNames) {
  EXPECT_THAT(faults("src/layout/a.cpp",
                     "#include <vector>\n#include <fmt/format.h>\n#include \"cartouche/layout/page.h\"\n"
                     "#include \"cartouche/map/map.h\"\n#include \"cartouche/base/error.h\"\n#include "
                     "\"near.h\"\n"),
              IsEmpty());
}

TEST_F(MadeUpTree, NamesAnIncludeAgainstTheFlow) {
  EXPECT_THAT(
      faults("src/map/a.cpp", "#include <vector>\n#include \"cartouche/layout/page.h\"\n"),
      ElementsAre("src/map/a.cpp:2: cartouche/layout/page.h: module 'map' does not use 'layout' directly"));
}

TEST_F(MadeUpTree, NamesAnIncludeOverANeighbour) {
  EXPECT_THAT(
      faults("src/draw/a.cpp", "  #  include <cartouche/map/map.h>\n"),
      ElementsAre("src/draw/a.cpp:1: cartouche/map/map.h: module 'draw' does not use 'map' directly"));
}

TEST_F(MadeUpTree, NamesAPublicIncludeOfWhatIsForTheSources) {
  EXPECT_THAT(
      faults("include/cartouche/layout/a.h", "#include \"cartouche/base/error.h\"\n"),
      ElementsAre("include/cartouche/layout/a.h:1: cartouche/base/error.h: module 'layout' uses 'base' "
                  "in its sources only"));
}

TEST_F(MadeUpTree, NamesALibraryOutsideItsModule) {
  for (const char* header :
       {"gdal.h", "ogr_api.h", "cpl_conv.h", "proj.h", "geos_c.h", "cairo.h", "pango/pango.h",
        "fontconfig/fontconfig.h", "yaml-cpp/yaml.h", "CLI/CLI.hpp", "nlohmann/json.hpp"})
    EXPECT_THAT(
        faults("src/draw/a.cpp", "#include <" + std::string(header) + ">\n"),
        ElementsAre("src/draw/a.cpp:1: " + std::string(header) + ": a library that is not module 'draw's"));
}

TEST_F(MadeUpTree, LetsTheOwnerUseItsLibraryButNotInAPublicHeader) {
  EXPECT_THAT(faults("src/map/a.h", "#include <geos_c.h>\n#include <yaml-cpp/yaml.h>\n"), IsEmpty());
  EXPECT_THAT(faults("include/cartouche/map/a.h", "#include <geos_c.h>\n"),
              ElementsAre("include/cartouche/map/a.h:1: geos_c.h: a library's header in a public header"));
}

TEST_F(MadeUpTree, LetsWhatOnlyLinuxHasStandInItsOneFile) {
  EXPECT_THAT(faults("src/base/a.cpp", "#include <unistd.h>\n#include <dlfcn.h>\n"),
              ElementsAre("src/base/a.cpp:2: dlfcn.h: a library that no module owns"));
  fs::remove(root_ / "src/base/a.cpp");
  EXPECT_THAT(faults("src/base/code_folder.cpp", "#include <dlfcn.h>\n"), IsEmpty());
}

TEST_F(MadeUpTree, NamesALibraryNobodyOwns) {
  EXPECT_THAT(faults("src/base/a.cpp", "#include <boost/any.hpp>\n"),
              ElementsAre("src/base/a.cpp:1: boost/any.hpp: a library that no module owns"));
}

TEST_F(MadeUpTree, NamesAPathIntoAnotherFolder) {
  EXPECT_THAT(faults("src/draw/a.cpp", "#include \"../layout/context.h\"\n"),
              ElementsAre("src/draw/a.cpp:1: ../layout/context.h: a private header of another folder"));
}

TEST_F(MadeUpTree, NamesAModuleThatIsNotInTheTable) {
  EXPECT_THAT(faults("src/utilities/a.cpp", ""),
              ElementsAre("src/utilities/a.cpp: module 'utilities' is not in the table"));
}

TEST_F(MadeUpTree, NamesALinkThatTheTableDoesNotHave) {
  write("src/base/CMakeLists.txt", "cartouche_module(base LIBRARIES fmt::fmt)\n");
  write("src/map/CMakeLists.txt", "cartouche_module(map PUBLIC base TESTS layout LIBRARIES fmt::fmt)\n");
  write("src/layout/CMakeLists.txt", "cartouche_module(layout PUBLIC map PRIVATE base)\n");
  write("src/draw/CMakeLists.txt", "cartouche_module(draw\n  PUBLIC layout)\n");
  EXPECT_THAT(build_faults(root_, table_), IsEmpty());
  write("src/layout/CMakeLists.txt", "cartouche_module(layout PUBLIC map base)\n");
  write("src/draw/CMakeLists.txt", "cartouche_module(draw PUBLIC layout PRIVATE map)\n");
  EXPECT_THAT(
      build_faults(root_, table_),
      ElementsAre("src/draw/CMakeLists.txt: PRIVATE differs from what the table says of its sources",
                  "src/layout/CMakeLists.txt: PUBLIC differs from what the table says of its headers"));
}

}  // namespace
}  // namespace cartouche::architecture
