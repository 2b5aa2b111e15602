#include "stop_signals.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "cartouche/base/error.h"

namespace cartouche::cli {

StopSignals::StopSignals() {
  sigemptyset(&stop_);
  sigaddset(&stop_, SIGINT);
  sigaddset(&stop_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop_, &before_);
  descriptor_ = signalfd(-1, &stop_, SFD_CLOEXEC);
  if (descriptor_ < 0) throw data_error({}, "this system does not hand over signals");
}

StopSignals::~StopSignals() {
  // One that is still waiting would end the program the hard way.
  signalfd_siginfo taken;
  pollfd one{descriptor_, POLLIN, 0};
  if (poll(&one, 1, 0) > 0) static_cast<void>(!read(descriptor_, &taken, sizeof taken));
  close(descriptor_);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace cartouche::cli
