#pragma once
// Ids that are given once.

#include <set>
#include <string>
#include <string_view>

namespace cartouche::backend {

/// Gives each id once: the second "epci" becomes "epci-2".
class IdRegistry {
 public:
  /// "" where no name can be made of `wanted`.
  std::string claim(std::string_view wanted);

 private:
  std::set<std::string> taken_;
};

}  // namespace cartouche::backend
