#include "cartouche/press/press.h"

#include <gmock/gmock.h>

#include "../support/small_disk.h"
#include "../support/small_project.h"

namespace cartouche::press {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TemporaryFolder;
using ::testing::UnorderedElementsAre;
using testing::write_small_project;
namespace fs = std::filesystem;

// Names of all that stands below a folder.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Press, MakesThePagesThatItLists) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  std::map<std::string, std::string> saved;
  const auto save = [&](const std::string& name, std::string bytes) { saved[name] = std::move(bytes); };
  // The example of the header.
  const auto press = cartouche::press::Press::open(project);
  for (const auto& page : press.pages()) save(page.file + ".svg", press.write(page.key, "svg").bytes);
  ASSERT_THAT(press.pages(),
              ElementsAre(AllOf(Field(&PageName::key, "01"), Field(&PageName::file, "zone-01")),
                          AllOf(Field(&PageName::key, "02"), Field(&PageName::file, "zone-02"))));
  EXPECT_THAT(saved.at("zone-01.svg"), HasSubstr("2 projets : Ouest"));
  EXPECT_THAT(saved.at("zone-02.svg"), HasSubstr("2 projets : Est"));
}

TEST(Press, WritesOnePageInEachFormatAsTheBookHoldsIt) {
  const TemporaryFolder folder;
  const auto press = Press::open(write_small_project(folder), {{}, 2});
  BookOptions options;
  options.folder = folder.path() / "out";
  options.output.dpi = 60;
  options.formats.clear();
  for (const Format& format : formats()) options.formats.emplace_back(format.name);
  press.write_book(options);
  for (const Format& format : formats())
    EXPECT_EQ(press.write("zone-01", format.name, options.output).bytes,
              folder.read(std::string("out/zone-01.") + format.name))
        << format.name;
}

TEST(Press, TellsEveryFileThatItRead) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder);
  const fs::path& here = folder.path();
  folder.write("base.yaml", folder.read("style.yaml") + "\n");
  folder.write("style.yaml", "style: 1\ninherits: base.yaml\nsymbols: { dans: { marker: rond.svg } }\n");
  folder.write("rond.svg", "<svg viewBox='0 0 2 2'><circle cx='1' cy='1' r='1'/></svg>");
  EXPECT_THAT(Press::open(project).files_read(),
              UnorderedElementsAre(project, here / "style.yaml", here / "base.yaml", here / "rond.svg",
                                   here / "zones.geojson", here / "points.csv"));
}

TEST(Press, SaysWhichPageOrFormatIsMeant) {
  const TemporaryFolder folder;
  const auto press = Press::open(write_small_project(folder));
  EXPECT_THAT(message_of([&] { press.write("zone-1", "svg"); }), HasSubstr("zone-01"));
  EXPECT_THAT(message_of([&] { press.write("01", "sgv"); }), HasSubstr("did you mean 'svg'?"));
  EXPECT_THAT(message_of([&] { press.write("01", "png", {5, false}); }), HasSubstr("10 to 2400"));
  EXPECT_THAT(message_of([&] { Press::open(folder.path() / "absent.yaml"); }), HasSubstr("absent.yaml"));
}

TEST(Press, MakesTheBookOfAllPagesOnly) {
  const TemporaryFolder folder;
  const auto press = Press::open(write_small_project(folder));
  BookOptions options;
  options.folder = folder.path() / "out";
  options.formats = {"pdf"};
  EXPECT_THAT(press.write_book(options).files, Contains(options.folder / "livre.pdf"));
  const std::string book = folder.read("out/livre.pdf");
  options.pages = {"01"};
  const MadeBook part = press.write_book(options);
  EXPECT_THAT(part.files,
              ElementsAre(options.folder / "zone-01.figures.json", options.folder / "zone-01.pdf"));
  EXPECT_THAT(part.findings.open.all(), Contains(Field(&Diagnostic::code, "book-left")));
  EXPECT_EQ(folder.read("out/livre.pdf"), book);
  options.pages = {"02", "01"};
  EXPECT_THAT(press.write_book(options).files, Contains(options.folder / "livre.pdf"));
}

TEST(Press, ReplacesTheFilesOfABookTogetherOrLeavesThem) {
  const TemporaryFolder folder;
  const auto press = Press::open(write_small_project(folder), {{}, 1});
  BookOptions options;
  options.folder = folder.path() / "a" / "b";
  options.formats = {"csv", "svg"};
  {
    const testing::SmallDisk disk(2000);
    EXPECT_THAT(message_of([&] { press.write_book(options); }), HasSubstr("cannot write"));
  }
  EXPECT_THAT(names_in(folder.path()), Not(Contains("a")));
  fs::create_directories(options.folder);
  for (const char* name : {"zone-01.csv", "zone-01.svg"}) folder.write(std::string("a/b/") + name, "avant");
  {
    const testing::SmallDisk disk(2000);
    EXPECT_THAT(message_of([&] { press.write_book(options); }), HasSubstr("cannot write"));
  }
  EXPECT_THAT(names_in(options.folder), ElementsAre("zone-01.csv", "zone-01.svg"));
  EXPECT_EQ(folder.read("a/b/zone-01.csv"), "avant");
  EXPECT_THAT(press.write_book(options).findings.open.all(), IsEmpty());
  EXPECT_NE(folder.read("a/b/zone-01.csv"), "avant");
}

TEST(Press, CountsItsPagesAsTheyAreMade) {
  const TemporaryFolder folder;
  const auto press = Press::open(write_small_project(folder), {{}, 2});
  BookOptions options;
  options.folder = folder.path() / "out";
  options.formats = {"csv"};
  std::vector<std::size_t> seen;
  options.progress = [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 2U);
    seen.push_back(done);
  };
  press.write_book(options);
  EXPECT_THAT(seen, ElementsAre(1, 2));
}

TEST(Formats, AreListedOnceEach) {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  EXPECT_THAT(names, ElementsAre("svg", "png", "pdf", "html", "csv", "gpkg"));
  EXPECT_THAT(usual_formats(), ElementsAre("svg", "png", "pdf", "csv"));
}

}  // namespace
}  // namespace cartouche::press
