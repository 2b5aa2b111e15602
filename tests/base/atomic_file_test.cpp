#include "cartouche/base/atomic_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "cartouche/base/error.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

class AtomicFile : public testing::Test {
 protected:
  AtomicFile() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("cartouche-" + std::to_string(::getpid()) + "-" + std::string(info->name()));
    fs::create_directories(folder_);
  }
  ~AtomicFile() override { fs::remove_all(folder_); }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(AtomicFile, ReadsBackWhatWasWritten) {
  std::string bytes(200'000, 'x');
  bytes[100] = '\0';
  write_file_atomically(folder_ / "a", bytes);
  EXPECT_EQ(read_file(folder_ / "a"), bytes);
  write_file_atomically(folder_ / "a", "");
  EXPECT_EQ(read_file(folder_ / "a"), "");
  EXPECT_EQ(files(), 1U);
}

TEST_F(AtomicFile, LeavesTheFormerContentWhenItFails) {
  write_file_atomically(folder_ / "a", "former");
  fs::create_directory(folder_ / "d");
  std::ofstream(folder_ / "d" / "inside") << "x";
  EXPECT_THROW(write_file_atomically(folder_ / "d", "new"), Error);  // a folder cannot be replaced
  EXPECT_EQ(read_file(folder_ / "a"), "former");
  EXPECT_EQ(files(), 2U) << "a temporary file remains";
}

TEST_F(AtomicFile, FailureIsADataErrorThatNamesThePath) {
  const fs::path missing = folder_ / "no" / "such.txt";
  for (const bool writing : {false, true}) {
    try {
      writing ? write_file_atomically(missing, "x") : void(read_file(missing));
      ADD_FAILURE() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::data);
      EXPECT_EQ(error.where().file, missing.string());
      EXPECT_NE(error.message().find("No such file"), std::string::npos) << error.message();
    }
  }
  EXPECT_THROW(read_file(folder_), Error);
}

TEST_F(AtomicFile, AFullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this system";
  EXPECT_THROW(write_file_atomically("/dev/full", "x"), Error);
  EXPECT_NO_THROW(write_file_atomically("/dev/null", "x"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(AtomicFile, InPiecesIsThereOnceCommitted) {
  write_file_atomically(folder_ / "a", "avant");
  {
    cartouche::AtomicFile file(folder_ / "a");
    file.write("un");
    file.write(" deux");
    EXPECT_EQ(read_file(folder_ / "a"), "avant");
    file.commit();
  }
  EXPECT_EQ(read_file(folder_ / "a"), "un deux");
  { cartouche::AtomicFile(folder_ / "a").write("jamais"); }
  EXPECT_EQ(read_file(folder_ / "a"), "un deux");
  EXPECT_EQ(files(), 1U);
}

TEST_F(AtomicFile, APlaceBesideHasTheEndingAskedForAndGoesWhereNotCommitted) {
  fs::path place;
  {
    const AtomicPath beside(folder_ / "a", ".gpkg");
    place = beside.place();
    EXPECT_EQ(place.parent_path(), folder_);
    EXPECT_EQ(place.extension(), ".gpkg");
    std::ofstream(place) << "jamais";
  }
  EXPECT_EQ(files(), 0U);
  AtomicPath beside(folder_ / "a", ".gpkg");
  std::ofstream(beside.place()) << "oui";
  beside.commit();
  EXPECT_EQ(read_file(folder_ / "a"), "oui");
  EXPECT_EQ(files(), 1U);
}

}  // namespace
}  // namespace cartouche
