#pragma once
// Work over an index range on several threads. Each index is done exactly once; the result must not depend on
// which thread does it. The first exception (by index) is rethrown after all have stopped.

#include <cstddef>
#include <functional>

namespace cartouche {

/// Number of threads the machine offers, at least 1.
unsigned hardware_threads();

/// Calls work(i) for i in [0, count) on `threads` threads (1 = in place). Indices are handed out in
/// increasing order.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace cartouche
