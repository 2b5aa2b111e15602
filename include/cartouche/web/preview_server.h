#pragma once
// A server for one person's browser: pages and messages from memory, on 127.0.0.1 only. It reads no file.
//
// A request whose Host is another name is refused, so that a page elsewhere cannot read through a name that
// it lets point here (DNS rebinding).

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cartouche::web {

struct PreviewState {
  std::uint64_t version = 0;  ///< another one: pages may look different
  std::string title;
  std::vector<std::string> pages;     ///< file names without extension
  std::string error;                  ///< why the last change is not shown; "" = it is
  std::vector<std::string> findings;  ///< what was noticed, a line each
};

/// Both are called from several threads at once.
struct PreviewContent {
  std::function<PreviewState()> state;
  /// The HTML of a page, or none where there is no such page.
  std::function<std::optional<std::string>(const std::string& page)> page;
};

class PreviewServer {
 public:
  /// Takes the port; none given: kUsualPort, or any other where that is in use. A usage error that names a
  /// free port where the given one is in use.
  PreviewServer(PreviewContent content, std::optional<int> port);
  ~PreviewServer();
  PreviewServer(const PreviewServer&) = delete;
  PreviewServer& operator=(const PreviewServer&) = delete;

  static constexpr int kUsualPort = 8765;
  int port() const;
  /// Pages that browsers show now.
  std::set<std::string> shown() const;
  /// Sends the state to the browsers that listen.
  void notify();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche::web
