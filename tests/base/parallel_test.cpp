#include "cartouche/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace cartouche {
namespace {

TEST(ParallelFor, DoesEachIndexOnce) {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> done(1000);
    parallel_for(done.size(), threads, [&](std::size_t i) { ++done[i]; });
    for (const auto& count : done) ASSERT_EQ(count.load(), 1);
  }
}

TEST(ParallelFor, RethrowsTheFailureOfTheLowestIndex) {
  for (const unsigned threads : {1U, 4U}) {
    for (int repeat = 0; repeat < 20; ++repeat) {
      try {
        parallel_for(200, threads, [](std::size_t i) {
          if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
        });
        ADD_FAILURE() << "no exception";
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "7");
      }
    }
  }
}

TEST(ParallelFor, OfNothingCallsNothing) {
  int calls = 0;
  parallel_for(0, 4, [&](std::size_t) { ++calls; });
  EXPECT_EQ(calls, 0);
  EXPECT_GE(hardware_threads(), 1U);
}

}  // namespace
}  // namespace cartouche
