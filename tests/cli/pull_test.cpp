#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "../support/programs.h"
#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;
using ::testing::Not;

/// The small project, rendered; its pages may be edited and pulled.
struct Rendered {
  TemporaryFolder folder;
  std::string project;

  explicit Rendered(const std::string& text = kSmallProject) {
    write_small_project(folder);
    project = folder.write("projet.yaml", text).string();
    render();
  }
  void render() const {
    const Outcome made = run_command(
        {"render", project, "--out", (folder.path() / "out").string(), "--format", "svg", "--quiet"});
    EXPECT_EQ(made.code, 0) << made.err;
  }
  std::string page() const { return folder.read("out/zone-01.svg"); }
  Outcome pull(const std::string& svg, std::vector<std::string> more = {}) const {
    const auto file = folder.write("zone-01.svg", svg);
    std::vector<std::string> arguments{"pull", file.string(), "--into", project};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_command(arguments);
  }
  std::string text() const { return folder.read("projet.yaml"); }
};

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// The label of the western zone moved as Inkscape does.
std::string label_moved(const std::string& svg, const std::string& by) {
  return with(svg, "<text id=\"carte-nom-zones-01\"",
              "<text transform=\"translate(" + by + ")\" id=\"carte-nom-zones-01\"");
}

TEST(Pull, OfAnUntouchedPageChangesNothing) {
  const Rendered small;
  const Outcome outcome = small.pull(small.page());
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("nothing was moved"));
  EXPECT_EQ(small.text(), kSmallProject);
}

TEST(Pull, ReadsANameThatFollowsALineAsOne) {
  Rendered small;
  small.folder.write("style.yaml", with(cartouche::testing::kSmallStyle, "petit: { font: sans",
                                        "petit: { along: {}, font: sans"));
  small.render();
  const std::string page = small.page();
  EXPECT_THAT(page, HasSubstr("rotate=\""));
  EXPECT_EQ(small.pull(page).out, "");
  const Outcome outcome = small.pull(label_moved(page, "28.346457,-14.173228"));
  EXPECT_EQ(outcome.out, "carte-nom-zones-01: [10mm, -5mm]\n");
  EXPECT_EQ(outcome.err, "");
  small.render();
  EXPECT_EQ(small.pull(small.page()).out, "");
}

TEST(Pull, WritesThroughALinkIntoTheFileItLeadsTo) {
  const Rendered small;
  std::filesystem::create_directory(small.folder.path() / "links");
  const auto link = small.folder.path() / "links/projet.yaml";
  std::filesystem::rename(small.project, small.folder.path() / "le projet.yaml");
  std::filesystem::create_symlink("../le projet.yaml", link);
  std::filesystem::create_symlink("links/projet.yaml", small.project);
  EXPECT_EQ(small.pull(label_moved(small.page(), "28.346457,0")).code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link) && std::filesystem::is_symlink(small.project));
  EXPECT_THAT(small.folder.read("le projet.yaml"), HasSubstr("carte-nom-zones-01: [10mm, 0mm]"));
}

TEST(Pull, WritesNoNumberThatTheProjectCannotReadBack) {
  for (const char* by : {"1e30,0", "0,-1e300", "1e308,1e308", "1e9,0"}) {
    const Rendered small;
    const Outcome outcome = small.pull(label_moved(small.page(), by));
    EXPECT_NE(outcome.code, 0) << by;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(small.text(), kSmallProject);
  }
}

TEST(Pull, WritesTheMoveAndNothingElseAndTheNextPageKeepsIt) {
  const Rendered small;
  const std::string edited = label_moved(small.page(), "28.346457,-14.173228");
  const Outcome outcome = small.pull(edited);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "carte-nom-zones-01: [10mm, -5mm]\n");
  const std::string lines = "    moves:\n      zone-01:\n        carte-nom-zones-01: [10mm, -5mm]\n";
  EXPECT_EQ(small.text(),
            with(kSmallProject, "    file: zone-{page.code}\n", lines + "    file: zone-{page.code}\n"));
  small.render();
  // The page now stands as it was edited, so there is nothing more to pull.
  EXPECT_EQ(small.pull(small.page()).out, "");
  EXPECT_EQ(small.pull(edited).out, "");
}

TEST(Pull, AddsToTheMovesThatAreThere) {
  const std::string block = with(kSmallProject, "    credits: { made_by",
                                 "    moves:  # à la main\n      zone-01:\n        # le nom\n"
                                 "        carte-nom-zones-01: [1mm, 1mm]   # un peu\n    credits: { made_by");
  const std::string flow =
      with(kSmallProject, "    credits: { made_by",
           "    moves: { zone-01: { carte-nom-zones-01: [1mm, 1mm] } }\n    credits: { made_by");
  for (const std::string& text : {block, flow}) {
    const Rendered small(text);
    const Outcome outcome = small.pull(label_moved(small.page(), "28.346457,0"));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(small.text(), with(text, "[1mm, 1mm]", "[11mm, 1mm]"));
  }
}

TEST(Pull, PutsASecondMoveBesideTheFirst) {
  const char* const cases[][2] = {
      {"    moves:\n      zone-01:\n        carte-nom-zones-02: [1mm, 1mm]\n",
       "    moves:\n      zone-01:\n        carte-nom-zones-01: [10mm, 0mm]\n        carte-nom-zones-02: "
       "[1mm, 1mm]\n"},
      {"    moves: { zone-01: { carte-nom-zones-02: [1mm, 1mm] } }\n",
       "    moves: { zone-01: { carte-nom-zones-01: [10mm, 0mm], carte-nom-zones-02: [1mm, 1mm] } }\n"},
      {"    moves:\n      zone-02:\n        carte-nom-zones-02: [1mm, 1mm]\n",
       "    moves:\n      zone-01:\n        carte-nom-zones-01: [10mm, 0mm]\n      zone-02:\n"
       "        carte-nom-zones-02: [1mm, 1mm]\n"},
  };
  for (const auto& one : cases) {
    const std::string text =
        with(kSmallProject, "    credits: { made_by", std::string(one[0]) + "    credits: { made_by");
    const Rendered small(text);
    EXPECT_EQ(small.pull(label_moved(small.page(), "28.346457,0")).code, 0) << one[0];
    EXPECT_EQ(small.text(), with(text, one[0], one[1]));
  }
}

TEST(Pull, ChangesNothingWhenItOnlyShows) {
  const Rendered small;
  EXPECT_EQ(small.pull(label_moved(small.page(), "28.346457,0"), {"--dry-run"}).out,
            "carte-nom-zones-01: [10mm, 0mm]\n");
  EXPECT_EQ(small.text(), kSmallProject);
}

TEST(Pull, SaysWhatItCannotKeep) {
  const Rendered small;
  std::string svg = with(small.page(), ">Ouest</text>", ">Couchant</text>");
  svg = with(svg, "<text id=\"carte-nom-zones-02\"", "<text id=\"carte-nom-zones-20\"");
  const Outcome outcome = small.pull(svg);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("carte-nom-zones-01: other words"));
  EXPECT_THAT(outcome.err, HasSubstr("carte-nom-zones-20: no longer on the page"));
  EXPECT_THAT(outcome.err, HasSubstr("carte-nom-zones-02: not in the edited drawing"));
  EXPECT_THAT(small
                  .pull(with(small.page(), "<text id=\"carte-nom-zones-01\"",
                             "<text transform=\"rotate(20, 132, 172)\" id=\"carte-nom-zones-01\""))
                  .err,
              HasSubstr("carte-nom-zones-01: turned or scaled"));
}

TEST(Pull, RefusesWithOneLineAndLeavesTheProjectAsItIs) {
  const Rendered small;
  const struct {
    std::string svg;
    std::vector<std::string> more;
    int code;
    const char* message;
  } cases[] = {
      {"no svg", {}, 3, "no XML"},
      {"<svg viewBox=\"0 0 10 10\"/>", {}, 3, "its page is 10 × 10 points"},
      {small.page(), {"--page", "zone-1"}, 2, "did you mean 'zone-01'?"},
      {small.page(), {"--pag", "zone-01"}, 2, "--page"},
  };
  for (const auto& one : cases) {
    const Outcome outcome = small.pull(one.svg, one.more);
    EXPECT_EQ(outcome.code, one.code) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(one.message));
    EXPECT_EQ(small.text(), kSmallProject);
  }
  const auto other = small.folder.write("autre.svg", small.page());
  EXPECT_THAT(run_command({"pull", other.string(), "--into", small.project}).err,
              HasSubstr("name the page with --page"));
  EXPECT_EQ(run_command({"pull", other.string(), "--into", small.project, "--page", "01"}).code, 0);
}

TEST(Pull, ReadsBackWhatInkscapeMoved) {
  if (!cartouche::testing::is_installed("inkscape")) GTEST_SKIP() << "inkscape is not installed";
  const Rendered small;
  const auto file = small.folder.path() / "out" / "zone-01.svg";
  const auto edited = small.folder.path() / "zone-01.svg";
  const auto done = cartouche::testing::output_of(
      "inkscape --actions='select-by-id:carte-nom-zones-01;transform-translate:20,8;export-filename:" +
      edited.string() + ";export-plain-svg:false;export-do' " + file.string());
  ASSERT_TRUE(done && std::filesystem::exists(edited));
  const Outcome outcome = run_command({"pull", edited.string(), "--into", small.project});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  // Inkscape's actions move by user units of 1/96 inch.
  EXPECT_THAT(outcome.out, ::testing::MatchesRegex("carte-nom-zones-01: .5\\.2[0-9]*mm, 2\\.1[0-9]*mm.\n"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("not in the edited drawing")));
  EXPECT_THAT(outcome.err, Not(HasSubstr("other words")));
}

}  // namespace
