#include <sys/poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

#include "cartouche/base/existing_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/press/preview.h"
#include "cartouche/web/file_watch.h"
#include "commands.h"

namespace cartouche::cli {
namespace {

// SIGINT and SIGTERM as something to wait for, in every thread begun after this.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&stop_);
    sigaddset(&stop_, SIGINT);
    sigaddset(&stop_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop_, &before_);
    descriptor_ = signalfd(-1, &stop_, SFD_CLOEXEC);
    if (descriptor_ < 0) throw data_error({}, "this system does not hand over signals");
  }
  ~StopSignals() {
    // One that is still waiting would end the program the hard way.
    signalfd_siginfo taken;
    if (has_come()) static_cast<void>(!read(descriptor_, &taken, sizeof taken));
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  bool has_come() const {
    pollfd one{descriptor_, POLLIN, 0};
    return poll(&one, 1, 0) > 0;
  }
  sigset_t stop_, before_;
  int descriptor_ = -1;
};

// An editor's save is several events, and a program may write several files: waits until nothing has happened
// for a moment, but not for ever.
constexpr int kQuietMs = 12;
constexpr int kMostRounds = 20;

bool changed(web::FileWatch& watch) {
  bool any = watch.take_changes();
  for (int round = 0; any && round < kMostRounds; ++round) {
    pollfd one{watch.descriptor(), POLLIN, 0};
    if (poll(&one, 1, kQuietMs) <= 0) break;
    watch.take_changes();
  }
  return any;
}

void say_error(const press::Preview& preview, std::string& last, std::ostream& err) {
  const std::string error = preview.state().error;
  if (!error.empty() && error != last) err << "cartouche: " << error << std::endl;
  last = error;
}

}  // namespace

ExitCode serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
  require_file(options.project, "a project file", {});
  const StopSignals signals;
  web::FileWatch watch;
  press::Preview preview(options.project, options.settings,
                         options.jobs > 0 ? options.jobs : hardware_threads());
  watch.watch(preview.files());
  preview.reload({});
  web::PreviewServer server(
      {[&] { return preview.state(); }, [&](const std::string& file) { return preview.page(file); }},
      options.port > 0 ? std::optional(options.port) : std::nullopt);
  out << "http://127.0.0.1:" << server.port() << "/" << std::endl;
  std::string last_error;
  for (;;) {
    say_error(preview, last_error, err);
    watch.watch(preview.files());
    pollfd waited[] = {{signals.descriptor(), POLLIN, 0}, {watch.descriptor(), POLLIN, 0}};
    if (poll(waited, 2, -1) < 0 && errno != EINTR) throw data_error({}, "waiting for changes failed");
    if (waited[0].revents != 0) return ExitCode::done;
    if (!changed(watch)) continue;
    preview.reload(server.shown());
    server.notify();
  }
}

}  // namespace cartouche::cli
