#include <poll.h>

#include <cerrno>

#include "cartouche/base/existing_file.h"
#include "cartouche/base/parallel.h"
#include "cartouche/press/preview.h"
#include "cartouche/web/file_watch.h"
#include "commands.h"
#include "stop_signals.h"

namespace cartouche::cli {
namespace {

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
