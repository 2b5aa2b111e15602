#include "cartouche/base/output_plan.h"

#include <gmock/gmock.h>

#include <functional>

#include "../support/temporary_folder.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "";
}

class Plan : public ::testing::Test {
 protected:
  Plan() {
    data = folder.write("data.csv", "x");
    fs::create_directory(folder.path() / "out");
    fs::create_symlink(data, folder.path() / "out/symbolic.csv");
    fs::create_hard_link(data, folder.path() / "out/hard.csv");
    fs::create_directory_symlink(folder.path(), folder.path() / "out/up");
  }
  TemporaryFolder folder;
  fs::path data;
};

TEST_F(Plan, NothingTakesThePlaceOfWhatIsReadHoweverItIsSpelt) {
  const fs::path out = folder.path() / "out";
  for (const fs::path& file : {data, folder.path() / "out/../data.csv", out / "symbolic.csv",
                               out / "hard.csv", out / "up/data.csv", fs::relative(data)}) {
    OutputPlan plan({data});
    EXPECT_THAT(
        refusal_of([&] {
          plan.add(file, "the answer", {"p.yaml", 3, 1});
        }),
        HasSubstr("p.yaml:3:1: the answer would take the place of '" + data.string() + "', which is read"))
        << file;
  }
  OutputPlan through_link({out / "symbolic.csv"});
  EXPECT_NE(refusal_of([&] { through_link.add(data, "the answer"); }), "");
  OutputPlan of_folder({folder.path()});
  EXPECT_NE(refusal_of([&] { of_folder.add(out / "hard.csv", "the answer"); }), "");
  OutputPlan absent({folder.path() / "absent.csv"});
  EXPECT_NE(refusal_of([&] { absent.add(out / "up/absent.csv", "the answer"); }), "");
  OutputPlan other({data});
  EXPECT_EQ(refusal_of([&] { other.add(out / "new.csv", "the answer"); }), "");
}

TEST_F(Plan, NoTwoOutputsShareAPlace) {
  OutputPlan plan({});
  const fs::path out = folder.path() / "out";
  plan.add_in(out, "a.pdf", "page 'a'", {});
  EXPECT_THAT(refusal_of([&] { plan.add_in(out, "a.pdf", "the book", {}); }),
              HasSubstr("the book and page 'a' would both be"));
  plan.add(out / "hard.csv", "page 'b'");
  EXPECT_NE(refusal_of([&] { plan.add(out / "symbolic.csv", "page 'c'"); }), "");
  EXPECT_NE(refusal_of([&] { plan.add(out / "up/out/a.pdf", "page 'd'"); }), "");
}

TEST_F(Plan, NamesOfAProjectArePlain) {
  const fs::path out = folder.path() / "out";
  const std::string names[] = {
      "",         "../evil",   "a/b",  "/tmp/evil",           "..",   ".hidden", "a\nb",
      "a\x1b[2J", {"a\0b", 3}, "a\\b", std::string(300, 'x'), "a\x7f"};
  for (const std::string& name : names) {
    OutputPlan plan({});
    const std::string said = refusal_of([&] { plan.add_in(out, name, "the book", {"p.yaml", 2, 1}); });
    EXPECT_THAT(said, HasSubstr("p.yaml:2:1: ")) << name;
    EXPECT_EQ(said.find_first_of("\n\x1b"), std::string::npos);
  }
  OutputPlan plan({});
  EXPECT_EQ(refusal_of([&] { plan.add_in(out, "Île-de-France : été.pdf", "the book", {}); }), "");
}

TEST_F(Plan, PathsOfAProjectStayBelowItsFolder) {
  const fs::path out = folder.path() / "out";
  for (const std::string path :
       {"../evil.csv", "/tmp/evil.csv", "a/../../evil.csv", "up/evil.csv", "", "a\nb.csv"}) {
    OutputPlan plan({});
    EXPECT_NE(refusal_of([&] { plan.add_below(out, path, "the answer", {}); }), "") << path;
  }
  for (const std::string path : {"a.csv", "sub/a.csv", "sub/../b.csv"}) {
    OutputPlan plan({});
    EXPECT_EQ(refusal_of([&] { plan.add_below(out, path, "the answer", {}); }), "") << path;
  }
}

TEST_F(Plan, AFolderIsNoFile) {
  OutputPlan plan({});
  EXPECT_THAT(refusal_of([&] { plan.add(folder.path(), "the answer"); }), HasSubstr("is a folder"));
}

}  // namespace
}  // namespace cartouche
