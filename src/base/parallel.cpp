#include "cartouche/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace cartouche {
namespace {

// Indices are handed out in increasing order, so whatever index fails, all lower ones have been handed out:
// the lowest failure seen when all threads have stopped is the lowest there is.
class SharedRange {
 public:
  SharedRange(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  void run() {
    while (!failed_.load(std::memory_order_relaxed)) {
      const std::size_t index = next_.fetch_add(1, std::memory_order_relaxed);
      if (index >= count_) return;
      try {
        work_(index);
      } catch (...) {
        keep(index, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void keep(std::size_t index, std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (index < failed_index_) {
      failed_index_ = index;
      error_ = std::move(error);
    }
    failed_.store(true, std::memory_order_relaxed);
  }

  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::size_t failed_index_ = std::numeric_limits<std::size_t>::max();
  std::exception_ptr error_;
};

}  // namespace

unsigned hardware_threads() {
  return std::max(1U, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  const std::size_t used = std::min<std::size_t>(threads, count);
  if (used <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  SharedRange range(count, work);
  {
    std::vector<std::jthread> helpers;  // joined at the end of this block, on an exception as well
    helpers.reserve(used - 1);
    try {
      for (std::size_t i = 1; i < used; ++i) helpers.emplace_back([&range] { range.run(); });
    } catch (const std::system_error&) {
      // No more threads to be had: those that are there do the work.
    }
    range.run();
  }
  range.rethrow();
}

}  // namespace cartouche
