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

TEST(Architecture, EveryIncludeKeepsToTheModuleTable) {
  EXPECT_THAT(include_faults(CARTOUCHE_SOURCE_DIR), IsEmpty());
}

TEST(Architecture, TheBuildLinksWhatTheModuleTableSays) {
  EXPECT_THAT(build_faults(CARTOUCHE_SOURCE_DIR), IsEmpty());
}

TEST(Architecture, NoModuleReachesItselfThroughAnother) {
  for (const auto& [module, uses] : module_table())
    for (const std::string& used : uses)
      EXPECT_FALSE(reachable(module_table(), used).contains(module)) << module << " and " << used;
}

TEST(Architecture, SourcesAreFormatted) {
  if (std::system("command -v clang-format-14 >/dev/null") != 0)
    GTEST_SKIP() << "clang-format-14 is not installed";
  EXPECT_EQ(std::system("'" CARTOUCHE_SOURCE_DIR "/tools/format' --check"), 0) << "run tools/format";
}

// A tree of its own for each test, made of the one file under test.
class MadeUpTree : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / (std::string("cartouche-architecture-") + test->name());
    fs::remove_all(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::vector<std::string> faults(const std::string& file, const std::string& content) {
    write(file, content);
    return include_faults(root_);
  }
  void write(const std::string& file, const std::string& content) {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << content;
  }

  fs::path root_;
};

TEST_F(MadeUpTree, LetsAModuleUseWhatItsTableReaches) {
  EXPECT_THAT(
      faults("src/layout/a.cpp",
             "#include <vector>\n#include <fmt/format.h>\n#include \"cartouche/layout/page.h\"\n"
             "#include \"cartouche/map/map.h\"\n#include \"cartouche/base/error.h\"\n#include \"near.h\"\n"),
      IsEmpty());
}

TEST_F(MadeUpTree, NamesAnIncludeAgainstTheFlow) {
  EXPECT_THAT(faults("src/map/a.cpp", "#include <vector>\n#include \"cartouche/layout/page.h\"\n"),
              ElementsAre("src/map/a.cpp:2: cartouche/layout/page.h: module 'map' must not use 'layout'"));
}

TEST_F(MadeUpTree, NamesAnIncludeOfANeighbour) {
  EXPECT_THAT(
      faults("include/cartouche/label/a.h", "  #  include <cartouche/text/text.h>\n"),
      ElementsAre(
          "include/cartouche/label/a.h:1: cartouche/text/text.h: module 'label' must not use 'text'"));
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
  EXPECT_THAT(faults("src/source/a.h", "#include <gdal.h>\n"), IsEmpty());
  EXPECT_THAT(faults("include/cartouche/source/a.h", "#include <gdal.h>\n"),
              ElementsAre("include/cartouche/source/a.h:1: gdal.h: a library's header in a public header"));
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
  for (const auto& [module, uses] : module_table()) {
    std::string call = "cartouche_module(" + module + " USES";
    for (const std::string& used : uses) call += " " + used;
    write("src/" + module + "/CMakeLists.txt", call + " LIBRARIES fmt::fmt)\n");
  }
  EXPECT_THAT(build_faults(root_), IsEmpty());
  write("src/label/CMakeLists.txt", "cartouche_module(label USES geometry text)\n");
  EXPECT_THAT(build_faults(root_),
              ElementsAre("src/label/CMakeLists.txt: USES differs from the module table"));
}

}  // namespace
}  // namespace cartouche::architecture
