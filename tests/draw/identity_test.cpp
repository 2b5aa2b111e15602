#include <gmock/gmock.h>

#include "../support/small_tables.h"
#include "cartouche/draw/draw.h"

namespace cartouche {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;

std::string dump_with(const std::string& keys) {
  const SmallPage small("01", with(kSmallProject, "where: zone = page.code\n    classes",
                                   "where: zone = page.code\n    " + keys + "\n    classes"));
  return display::dump(draw(small.page));
}

TEST(Feature, CarriesTheColumnsAndTheLinkThatItsLayerNames) {
  const std::string dump =
      dump_with("attributes: [nom, emplois]\n    link: \"https://exemple.fr/{nom}?a=1&b={id}\"");
  EXPECT_THAT(dump, HasSubstr("nom=\"Alpha\""));
  EXPECT_THAT(dump, HasSubstr("emplois=\"10\""));
  EXPECT_THAT(dump, HasSubstr("https://exemple.fr/Alpha?a=1&b=p1"));
  EXPECT_THAT(dump, HasSubstr("https://exemple.fr/B%C3%AAta?a=1&b=p2")) << "no bytes that a URL may not have";
}

TEST(Feature, LinksToTheWebAloneAndNamesColumnsThatExist) {
  const struct {
    const char* keys;
    const char* message;
  } cases[] = {
      {"link: \"javascript:alert('{id}')\"", "a link must begin with https:// or http://"},
      {"link: \"{nom}\"", "a link must begin with https:// or http://"},
      {"link: \"file:///{id}\"", "a link must begin with https:// or http://"},
      {"link: \"https://exemple.fr/{idd}\"", "idd"},
      {"attributes: [nmo]", "did you mean 'nom'?"},
  };
  for (const auto& one : cases) {
    try {
      dump_with(one.keys);
      ADD_FAILURE() << one.keys;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(one.message));
      EXPECT_THAT(error.what(), HasSubstr("projet.yaml:")) << "with its place";
    }
  }
}

}  // namespace
}  // namespace cartouche
