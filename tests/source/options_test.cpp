#include "support.h"

namespace cartouche {
namespace {

using testing::complaint_of;

project::Source source() {
  project::Source one;
  one.name.value = "projets";
  one.path.value = "PG:dbname=atlas";
  one.where = {"projet.yaml", 3, 5};
  return one;
}

TEST(Options, AreWhatTheProjectSaysOfTheSource) {
  project::Source one = source();
  one.layer.emplace().value = "public.zones";
  one.x.emplace().value = "lon";
  one.y.emplace().value = "lat";
  one.crs.emplace().value = "EPSG:4326";
  one.id.emplace().value = "code";
  one.types["lot"].value = "text";
  one.types["n"].value = "real";
  const ReadOptions options = options_of(project::Project(), one);
  EXPECT_EQ(options.path, "PG:dbname=atlas");
  EXPECT_EQ(options.layer, "public.zones");
  EXPECT_EQ(options.x + " " + options.y + " " + options.crs, "lon lat EPSG:4326");
  EXPECT_EQ(options.id, "code");
  EXPECT_EQ(options.types, (std::map<std::string, Type>{{"lot", Type::text}, {"n", Type::real}}));
  EXPECT_EQ(options.asked_at, (Location{"projet.yaml", 3, 5}));
}

TEST(Options, NameTheNearestType) {
  project::Source one = source();
  one.types["n"] = {"integr", {"projet.yaml", 4, 9}};
  const auto complaint = complaint_of([&] { options_of(project::Project(), one); });
  EXPECT_EQ(complaint.code, 2);
  EXPECT_EQ(complaint.line, "projet.yaml:4:9: unknown type 'integr'; did you mean 'integer'?");
}

}  // namespace
}  // namespace cartouche
