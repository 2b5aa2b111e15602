#pragma once

#include <csignal>

namespace cartouche::cli {

/// SIGINT and SIGTERM as something to wait for, in every thread begun after this, instead of an end. The one
/// place that asks Linux for it (signalfd); a pipe that a handler writes to would do elsewhere.
class StopSignals {
 public:
  StopSignals();  ///< a data error where the system does not hand over signals
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  /// Readable (poll) when one has come.
  int descriptor() const { return descriptor_; }

 private:
  sigset_t stop_, before_;
  int descriptor_ = -1;
};

}  // namespace cartouche::cli
