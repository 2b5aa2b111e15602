#include "cartouche/base/base64.h"

#include <gtest/gtest.h>

#include <utility>

namespace cartouche {
namespace {

TEST(Base64, FollowsRfc4648) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : cases) EXPECT_EQ(base64(bytes), text);
}

}  // namespace
}  // namespace cartouche
