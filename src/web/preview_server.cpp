#include "cartouche/web/preview_server.h"

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "assets.h"
#include "cartouche/base/error.h"

namespace cartouche::web {
namespace {

constexpr const char* kLoopback = "127.0.0.1";
constexpr std::size_t kThreads = 24;
constexpr std::size_t kMostListeners = 16;  // each holds a thread
// A comment this often finds out that a browser has gone.
constexpr std::chrono::seconds kHeartbeat{2};

constexpr const char* kShellPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string to_json(const PreviewState& state) {
  const nlohmann::ordered_json json{{"version", state.version},
                                    {"title", state.title},
                                    {"pages", state.pages},
                                    {"error", state.error},
                                    {"findings", state.findings}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// As it is: the library would press it hard for browsers, which on loopback costs more than all the rest.
void set_plain(httplib::Response& response, std::string text, const char* type) {
  const auto size = text.size();
  response.set_content_provider(
      size, type, [text = std::move(text)](std::size_t from, std::size_t length, httplib::DataSink& sink) {
        return sink.write(text.data() + from, length);
      });
}

// The library lets two programs share a port, and each would get some of the requests.
void options_of_socket(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

int free_port() {
  httplib::Server probe;
  return probe.bind_to_any_port(kLoopback);
}

}  // namespace

struct PreviewServer::Data {
  PreviewContent content;
  httplib::Server server;
  int port = 0;
  std::thread thread;

  std::mutex mutex;
  std::condition_variable changed;
  std::uint64_t notices = 1;  // each sends the state once to every listener
  bool stopping = false;
  std::multiset<std::string> shown;

  explicit Data(PreviewContent given) : content(std::move(given)) {}

  void bind(std::optional<int> wanted) {
    server.set_socket_options(options_of_socket);
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_keep_alive_max_count(1);  // an idle connection would hold a thread
    port = wanted.value_or(kUsualPort);
    if (server.bind_to_port(kLoopback, port)) return;
    if (wanted)
      throw usage_error({}, "port " + std::to_string(port) + " is in use or not yours to open",
                        "--port " + std::to_string(free_port()) + " is free");
    port = server.bind_to_any_port(kLoopback);
    if (port <= 0) throw data_error({}, "no port of this machine can be opened");
  }

  bool is_own_host(const std::string& host) const {
    const std::string suffix = ":" + std::to_string(port);
    return host == kLoopback + suffix || host == "localhost" + suffix;
  }

  void route() {
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      response.set_header("X-Content-Type-Options", "nosniff");
      response.set_header("Cache-Control", "no-store");
      response.set_header("Cross-Origin-Resource-Policy", "same-origin");
      response.set_header("Referrer-Policy", "no-referrer");
      if (is_own_host(request.get_header_value("Host"))) return httplib::Server::HandlerResponse::Unhandled;
      response.status = 403;
      response.set_content("This preview answers to 127.0.0.1 only.\n", "text/plain; charset=utf-8");
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get("/", [](const httplib::Request&, httplib::Response& response) {
      response.set_header("Content-Security-Policy", kShellPolicy);
      response.set_content(assets::preview_html, "text/html; charset=utf-8");
    });
    serve_text("/preview.css", assets::preview_style, "text/css; charset=utf-8");
    serve_text("/preview.js", assets::preview_script, "text/javascript; charset=utf-8");
    server.Get("/state", [this](const httplib::Request&, httplib::Response& response) {
      set_plain(response, to_json(content.state()), "application/json");
    });
    server.Get(R"(/page/([^/]+))", [this](const httplib::Request& request, httplib::Response& response) {
      answer_page(request.matches[1].str(), response);
    });
    server.Get("/events", [this](const httplib::Request& request, httplib::Response& response) {
      listen(request.get_param_value("page"), response);
    });
  }

  void serve_text(const char* path, const std::string& text, const char* type) {
    server.Get(path, [&text, type](const httplib::Request&, httplib::Response& response) {
      response.set_content(text, type);
    });
  }

  // The name is looked up among the project's pages; it is no path.
  void answer_page(const std::string& name, httplib::Response& response) const {
    const std::optional<std::string> html = content.page(name);
    response.set_header("Content-Security-Policy", "frame-ancestors 'self'");
    if (html)
      set_plain(response, *html, "text/html; charset=utf-8");
    else
      response.status = 404;
  }

  // Server-sent events (HTML Standard, 9.2): the state at once and after every notice.
  void listen(const std::string& page, httplib::Response& response) {
    {
      const std::lock_guard lock(mutex);
      if (shown.size() >= kMostListeners) {
        response.status = 503;
        return;
      }
      shown.insert(page);
    }
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, seen = std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
          return send_next(seen, sink);
        },
        [this, page](bool) {
          const std::lock_guard lock(mutex);
          shown.erase(shown.find(page));
        });
  }

  // Whatever is thrown here would leave the server's thread: the listener is let go instead, and asks again.
  bool send_next(std::uint64_t& seen, httplib::DataSink& sink) {
    try {
      return try_send_next(seen, sink);
    } catch (...) {
      return false;
    }
  }

  bool try_send_next(std::uint64_t& seen, httplib::DataSink& sink) {
    std::string message = ": still here\n\n";
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, kHeartbeat, [&] { return stopping || notices != seen; });
      if (stopping) return false;
      if (notices != seen) message.clear();
      seen = notices;
    }
    if (message.empty()) message = "data: " + to_json(content.state()) + "\n\n";
    return sink.write(message.data(), message.size());
  }
};

PreviewServer::PreviewServer(PreviewContent content, std::optional<int> port)
    : data_(std::make_unique<Data>(std::move(content))) {
  data_->bind(port);
  data_->route();
  data_->thread = std::thread([data = data_.get()] { data->server.listen_after_bind(); });
  // stop() before the loop has begun would be lost.
  while (!data_->server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

PreviewServer::~PreviewServer() {
  {
    const std::lock_guard lock(data_->mutex);
    data_->stopping = true;
  }
  data_->changed.notify_all();
  data_->server.stop();
  data_->thread.join();
}

int PreviewServer::port() const {
  return data_->port;
}

std::set<std::string> PreviewServer::shown() const {
  const std::lock_guard lock(data_->mutex);
  return {data_->shown.begin(), data_->shown.end()};
}

void PreviewServer::notify() {
  {
    const std::lock_guard lock(data_->mutex);
    ++data_->notices;
  }
  data_->changed.notify_all();
}

}  // namespace cartouche::web
