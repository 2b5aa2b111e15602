#include "../../src/web/template.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cartouche::web {
namespace {

TEST(Fill, DoesNotReadAgainWhatItFillsIn) {
  EXPECT_EQ(fill("a{{x}}b{{y}}", {{"x", "{{y}}"}, {"y", "1"}}), "a{{y}}b1");
  EXPECT_THROW(fill("{{z}}", {{"x", ""}}), std::logic_error);
}

}  // namespace
}  // namespace cartouche::web
