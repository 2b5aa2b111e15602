#include "../../src/svg/transform.h"

#include <gmock/gmock.h>

namespace cartouche::svg {
namespace {

TEST(Transform, AppliesTheLastOfItsListFirst) {
  const struct {
    const char* text;
    Point from, to;
  } cases[] = {
      {"", {1, 2}, {1, 2}},
      {" , ", {1, 2}, {1, 2}},
      {"translate(3)", {1, 2}, {4, 2}},
      {"translate(3,-4)", {1, 2}, {4, -2}},
      {"scale(2)", {1, 2}, {2, 4}},
      {"scale(2 3)", {1, 2}, {2, 6}},
      {"rotate(90)", {1, 0}, {0, 1}},
      {"rotate(90 1 1)", {2, 1}, {1, 2}},
      {"skewX(45)", {1, 2}, {3, 2}},
      {"skewY(45)", {1, 2}, {1, 3}},
      {"matrix(1 2 3 4 5 6)", {1, 1}, {9, 12}},
      {"translate (1 2)\n,scale(+2)", {1, 2}, {3, 6}},
      {"scale(2) translate(1 2)", {1, 2}, {4, 8}},
  };
  for (const auto& one : cases) {
    const auto transform = parse_transform(one.text);
    ASSERT_TRUE(transform) << one.text;
    const Point to = (*transform)(one.from);
    EXPECT_NEAR(to.x, one.to.x, 1e-9) << one.text;
    EXPECT_NEAR(to.y, one.to.y, 1e-9) << one.text;
  }
}

TEST(Transform, IsNothingWhereAnyOfItCannotBeRead) {
  for (const char* text : {"none", "translate", "translate(", "translate()", "translate(1 2 3)", "scale(a)",
                           "scale(1+-2)", "rotate(1 2)", "matrix(1 2 3)", "skewX(1 2)", "turn(3)",
                           "translate(1) x", ")scale(2)", "scale(1e999)", "scale(nan)", "translate(10px)"})
    EXPECT_FALSE(parse_transform(text)) << text;
}

}  // namespace
}  // namespace cartouche::svg
