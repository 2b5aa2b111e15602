#include "cartouche/edit/changes.h"

#include <gmock/gmock.h>

namespace cartouche::edit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 200\">" + body +
         "</svg>";
}

TEST(ChangesOf, TellsWhatMovedWentTurnedOrWasReworded) {
  const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f"};
  const auto text = [](const char* id, const char* attributes, const char* words = "mot") {
    return std::string("<text id=\"") + id + "\" " + attributes + ">" + words + "</text>";
  };
  const svg::EditedPage made = svg::read_edited_page(
      page(text("a", "x='1' y='1'") + text("b", "x='2' y='2'") + text("c", "x='3' y='3'") +
           text("d", "x='4' y='4'") + text("e", "x='5' y='5'", "un  mot")),
      "p.svg");
  const svg::EditedPage edited =
      svg::read_edited_page(page(text("a", "x='1' y='1'") + text("b", "x='2.1' y='2'") +
                                 text("d", "transform='rotate(10, 4, 4)' x='4' y='4'") +
                                 text("e", "x='7' y='1'", "autre") + text("f", "x='1' y='1'")),
                            "p.svg");
  const Changes changes = changes_of(made, edited, ids, 0.15);
  ASSERT_EQ(changes.moved.size(), 1u) << "b by less than the tolerance, d in its place, f is not ours";
  EXPECT_EQ(changes.moved[0].id, "e");
  EXPECT_NEAR(changes.moved[0].by.x, 2, 1e-9);
  EXPECT_NEAR(changes.moved[0].by.y, -4, 1e-9);
  EXPECT_THAT(changes.gone, ElementsAre("c"));
  EXPECT_THAT(changes.turned, ElementsAre("d"));
  EXPECT_THAT(changes.reworded, ElementsAre("e"));
  EXPECT_THAT(changes_of(made, made, ids, 0.15).moved, IsEmpty());
}

}  // namespace
}  // namespace cartouche::edit
