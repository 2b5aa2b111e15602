// The recipes of the projects that ship with the program: every step and every name in them is understood.

#include <filesystem>

#include "recipes.h"

namespace cartouche {
namespace {

struct Reached {};

TEST(Examples, EveryRecipeIsUnderstoodBeforeDataIsRead) {
  const std::filesystem::path folder = std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "examples";
  int projects = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    ++projects;
    const project::Project project = project::read_project(entry.path());
    const auto read = [](const project::Source&, Diagnostics&) -> Table { throw Reached(); };
    Diagnostics diagnostics;
    EXPECT_THROW(build_tables(project, {}, read, 1, diagnostics), Reached) << entry.path().filename();
  }
  EXPECT_GT(projects, 0);
}

}  // namespace
}  // namespace cartouche
