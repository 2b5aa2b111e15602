#include "cartouche/press/table_cache.h"

#include <gtest/gtest.h>

#include <random>

#include "../support/small_project.h"
#include "cartouche/press/project_tables.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/source/source.h"

namespace cartouche::press {
namespace {

using testing::TemporaryFolder;

struct Outcome {
  std::string tables, notes;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(const Tables& tables, const Diagnostics& notes) {
  Outcome outcome;
  for (const auto& [name, table] : tables)
    outcome.tables += name + "\n" + write_table_to_string(*table, "csv");
  for (const Diagnostic& one : notes.all()) outcome.notes += to_line(one) + "\n";
  return outcome;
}

// The tables as the cache has them, beside those built from nothing; "error" where they cannot be built.
class Edited {
 public:
  explicit Edited(const TemporaryFolder& folder) : file_(folder.path() / "projet.yaml") {}

  std::pair<Outcome, Outcome> read() { return {cached(), fresh()}; }
  const Tables& tables() const { return last_; }

 private:
  Outcome cached() {
    Diagnostics notes;
    try {
      const project::Node root = project::read_yaml(file_);
      const project::Project project = project::parse_project(root, file_, {});
      last_ = cache_.get(project, root, 1, notes)->tables;
      return outcome_of(last_, notes);
    } catch (const Error& error) {
      return {"error", error.what()};
    }
  }
  Outcome fresh() const {
    Diagnostics notes;
    try {
      const project::Project project = project::read_project(file_, {});
      return outcome_of(build_tables(project, map::tables_needed(project), reader_of(project), 1, notes,
                                     query::make_spatial_engine()),
                        notes);
    } catch (const Error& error) {
      return {"error", error.what()};
    }
  }

  std::filesystem::path file_;
  TableCache cache_;
  Tables last_;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// The small project with a table before and one after its own.
std::string project_text() {
  std::string text = replaced(testing::kSmallProject, "    - from: points\n", "    - from: grands\n");
  text = replaced(text, "tables:\n", "tables:\n  grands:\n    - from: points\n    - filter: emplois > 6\n");
  text = replaced(text, "figures:\n",
                  "  bilan:\n    - from: projets\n    - derive: { double: 2 * emplois }\nfigures:\n");
  return replaced(text, "sum(emplois from projets where", "sum(double from bilan where");
}

TEST(TableCache, GivesWhatIsBuiltFromNothingAfterAnyEdits) {
  const TemporaryFolder folder;
  testing::write_small_project(folder);
  struct Edit {
    const char *file, *from, *to;
  };
  const std::vector<Edit> edits = {
      {"projet.yaml", "emplois > 6", "emplois > 9"},
      {"projet.yaml", "2 * emplois", "3 * emplois"},
      {"projet.yaml", "{ ti: ti, code: dans_zone }", "{ ti: ti, nom: dans_zone }"},
      {"projet.yaml", "tables:\n", "\n\ntables:\n"},
      {"projet.yaml", "- from: projets", "- from: grands"},
      {"projet.yaml", "emplois > 6", "emploi > 6"},
      {"projet.yaml", "table: zones, predicate", "table: zone, predicate"},
      {"points.csv", "Alpha", "Autre"},
      {"points.csv", "p4,Delta,3.8,46.8", "p4,Delta,9.8,46.8"},
      {"points.csv", "20", "vingt"},
      {"zones.geojson", "[3,47],[2,47]", "[2,47],[3,47]"},
      {"zones.geojson", "Ouest", "Couchant"},
  };
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    std::mt19937_64 random(seed);
    std::map<std::string, std::string> original{{"projet.yaml", project_text()},
                                                {"points.csv", testing::kSmallPoints},
                                                {"zones.geojson", testing::kSmallZones}};
    Edited edited(folder);
    std::size_t errors = 0;
    for (int round = 0; round < 25; ++round) {
      // Some of the edits at once, each from the original.
      for (const auto& [file, text] : original) {
        std::string now = text;
        for (const Edit& edit : edits)
          if (file == edit.file && random() % 4 == 0) now = replaced(now, edit.from, edit.to);
        if (folder.read(file) != now) folder.write(file, now);
      }
      const auto [cached, fresh] = edited.read();
      EXPECT_EQ(cached.tables, fresh.tables) << "seed " << seed << " round " << round;
      EXPECT_EQ(cached.notes, fresh.notes) << "seed " << seed << " round " << round;
      errors += fresh.tables == "error" ? 1 : 0;
    }
    EXPECT_GT(errors, 0U);
    EXPECT_LT(errors, 25U);
  }
}

TEST(TableCache, KeepsTheTablesThatAnEditDoesNotReach) {
  const TemporaryFolder folder;
  testing::write_small_project(folder);
  folder.write("projet.yaml", project_text());
  Edited edited(folder);
  edited.read();
  const Tables before = edited.tables();
  ASSERT_EQ(before.size(), 5U);
  folder.write("projet.yaml", replaced(project_text(), "2 * emplois", "3 * emplois"));
  edited.read();
  for (const auto& [name, table] : edited.tables())
    EXPECT_EQ(table == before.at(name), name != "bilan") << name;
  const Tables recipe = edited.tables();
  folder.write("points.csv", replaced(testing::kSmallPoints, "Alpha", "Autre"));
  edited.read();
  for (const auto& [name, table] : edited.tables())
    EXPECT_EQ(table == recipe.at(name), name == "zones") << name;
}

}  // namespace
}  // namespace cartouche::press
