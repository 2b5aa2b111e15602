// No command writes over what it read, outside its folder, or two outputs into one place: refused in one line
// before anything is written.

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "../support/small_project.h"
#include "run_command.h"

namespace {

namespace fs = std::filesystem;
using cartouche::testing::kSmallPoints;
using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::kSmallZones;
using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using ::testing::HasSubstr;

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

const char* const kQuestion =
    "questions:\n  q: { points: points, zones: { z: zones }, output: OUTPUT, format: csv }\n";

/// The small project, its points in "Ouest.csv" and a marker in "Est.svg": the names of its zones.
struct Folder : TemporaryFolder {
  Folder() {
    fs::create_directory(path() / "ici");
    write("ici/zones.geojson", kSmallZones);
    write("ici/Ouest.csv", kSmallPoints);
    write("ici/Est.svg", "<svg viewBox='0 0 2 2'><circle cx='1' cy='1' r='1'/></svg>");
    write("ici/style.yaml", with(kSmallStyle, "marker: circle", "marker: Est.svg"));
    fs::create_directory_symlink(path() / "ici", path() / "lien");
    fs::create_directory(path() / "dur");
    fs::create_hard_link(path() / "ici/Ouest.csv", path() / "dur/Ouest.csv");
    fs::create_directory(path() / "symbole");
    fs::create_symlink("../ici/Ouest.csv", path() / "symbole/Ouest.csv");
  }
  std::string at(const std::string& name) const { return (path() / name).string(); }
  std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      if (!entry.is_regular_file()) continue;
      std::ostringstream bytes;
      bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      files[entry.path().string()] = bytes.str();
    }
    return files;
  }
};

std::string project(const std::string& from = "", const std::string& to = "") {
  const std::string text = with(kSmallProject, "path: points.csv", "path: Ouest.csv");
  return from.empty() ? text : with(text, from, to);
}

TEST(Outputs, AreRefusedBeforeAnythingIsWritten) {
  const std::string named = project("file: zone-{page.code}", "file: \"{page.nom}\"");
  const struct {
    std::string project;
    std::vector<std::string> arguments;  // "@" stands for the folder
    const char* says;
  } cases[] = {
      {named, {"render", "@/ici/projet.yaml", "--out", "@/ici"}, "would take the place of"},
      {named,
       {"render", "@/ici/projet.yaml", "--out", "@/ici/../ici", "--format", "csv"},
       "Ouest.csv', which is read"},
      {named,
       {"render", "@/ici/projet.yaml", "--out", "@/lien", "--format", "csv"},
       "Ouest.csv', which is read"},
      {named,
       {"render", "@/lien/projet.yaml", "--out", "@/ici", "--format", "csv"},
       "Ouest.csv', which is read"},
      {named,
       {"render", "@/ici/projet.yaml", "--out", "@/dur", "--format", "csv"},
       "Ouest.csv', which is read"},
      {named,
       {"render", "@/ici/projet.yaml", "--out", "@/symbole", "--format", "csv"},
       "Ouest.csv', which is read"},
      {named,
       {"render", "@/ici/projet.yaml", "--out", "@/ici", "--format", "svg"},
       "Est.svg', which is read"},
      {project("book: livre", "book: ../mal"),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "the book cannot be named '../mal'"},
      {project("book: livre", "book: /tmp/mal"), {"check", "@/ici/projet.yaml"}, "the book cannot be named"},
      {project("book: livre", "book: \"a\\nb\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "no control characters"},
      {project("book: livre", "book: \"a\\eb\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "no control characters"},
      {project("book: livre", "book: \"a\\0b\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "no control characters"},
      {project("book: livre", "book: zone-01"),
       {"render", "@/ici/projet.yaml", "--out", "@/out", "--format", "pdf"},
       "the book and page 'zone-01' would both be"},
      {project("book: livre", "book: zone-01"),
       {"render", "@/ici/projet.yaml", "--out", "@/out", "--format", "pdf", "--pages", "01"},
       "the book and page 'zone-01' would both be"},
      {project("file: zone-{page.code}", "file: \"a\\n{page.code}\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "no control characters"},
      {project("file: zone-{page.code}", "file: \"../{page.code}\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out"},
       "cannot be named '../01'"},
      {project("file: zone-{page.code}", "file: \"{if(page.code = '01', 'index', 'b')}\""),
       {"render", "@/ici/projet.yaml", "--out", "@/out", "--format", "html"},
       "page 'index'"},
      {project() + with(kQuestion, "OUTPUT", "../mal.csv"),
       {"query", "@/ici/projet.yaml"},
       "outside the folder of the project"},
      {project() + with(kQuestion, "OUTPUT", "/tmp/mal.csv"),
       {"query", "@/ici/projet.yaml"},
       "outside the folder of the project"},
      {project() + with(kQuestion, "OUTPUT", "Ouest.csv"),
       {"query", "@/ici/projet.yaml"},
       "Ouest.csv', which is read"},
      {project() + with(kQuestion, "OUTPUT", "a.csv"),
       {"query", "@/ici/projet.yaml", "-o", "@/dur/Ouest.csv"},
       "Ouest.csv', which is read"},
      {project(),
       {"query", "@/ici/Ouest.csv", "--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--zones",
        "z=@/ici/zones.geojson", "-o", "@/dur/Ouest.csv"},
       "Ouest.csv', which is read"},
      {project(),
       {"query", "@/ici/Ouest.csv", "--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--zones",
        "z=@/ici/zones.geojson", "-o", "@/lien/zones.geojson"},
       "zones.geojson', which is read"},
  };
  for (const auto& one : cases) {
    const Folder folder;
    folder.write("ici/projet.yaml", one.project);
    std::vector<std::string> arguments;
    for (std::string argument : one.arguments) {
      for (std::size_t at = argument.find('@'); at != std::string::npos; at = argument.find('@'))
        argument.replace(at, 1, folder.path().string());
      arguments.push_back(argument);
    }
    const auto before = folder.contents();
    const Outcome outcome = run_command(arguments);
    EXPECT_EQ(outcome.code, 2) << one.says << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(one.says));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
    EXPECT_EQ(folder.contents(), before) << one.says;
    EXPECT_FALSE(fs::exists(folder.path() / "out"));
  }
}

TEST(Outputs, BesideWhatIsReadAreWritten) {
  const Folder folder;
  const auto file = folder.write("ici/projet.yaml", project());
  const Outcome outcome =
      run_command({"render", file.string(), "--out", folder.at("ici"), "--format", "svg,csv,svg"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(fs::exists(folder.path() / "ici/zone-01.csv"));
  EXPECT_EQ(folder.read("ici/Ouest.csv"), kSmallPoints);
}

TEST(Outputs, TheListOfPagesOfAnotherProjectStays) {
  const Folder folder;
  const auto one = folder.write("ici/un.yaml", project()), other = folder.write("ici/autre.yaml", project());
  const auto render = [&](const fs::path& file) {
    return run_command({"render", file.string(), "--out", folder.at("out"), "--format", "html"});
  };
  EXPECT_EQ(render(one).code, 0);
  EXPECT_EQ(render(one).code, 0);
  const auto before = folder.contents();
  const Outcome refused = render(other);
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("no list of this project's pages"));
  EXPECT_EQ(folder.contents(), before);
  folder.write("out/index.html", "<html>mine</html>");
  EXPECT_EQ(render(one).code, 2);
}

TEST(Outputs, APartOfThePagesLeavesTheBookAndSaysSo) {
  const Folder folder;
  const auto file = folder.write("ici/projet.yaml", project());
  std::vector<std::string> command{"render", file.string(), "--out", folder.at("out"), "--format", "pdf"};
  EXPECT_EQ(run_command(command).code, 0);
  const std::string book = folder.read("out/livre.pdf");
  command.insert(command.end(), {"--pages", "01"});
  const Outcome part = run_command(command);
  EXPECT_EQ(part.code, 0);
  EXPECT_THAT(part.err, HasSubstr("[book-left]"));
  EXPECT_EQ(folder.read("out/livre.pdf"), book);
}

}  // namespace
