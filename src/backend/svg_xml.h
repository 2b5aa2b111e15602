#pragma once
// Addresses that may be linked to, and ids that are given once.

#include <set>
#include <string>
#include <string_view>

namespace cartouche::backend {

/// True for http and https URLs, the only ones that become links: what another scheme does when it is
/// clicked is not for data to say.
bool is_web_address(std::string_view url);

/// Gives each id once: the second "epci" becomes "epci-2".
class IdRegistry {
 public:
  /// "" where no name can be made of `wanted`.
  std::string claim(std::string_view wanted);

 private:
  std::set<std::string> taken_;
};

}  // namespace cartouche::backend
