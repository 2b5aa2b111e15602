#pragma once
// PROJ's handles as owning types, and its messages kept instead of printed. Private to this module.

#include <proj.h>

#include <memory>
#include <string>

namespace cartouche::crs_internal {

struct DestroyPj {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, DestroyPj>;

/// A PROJ context of our own: off the network, silent, and remembering the last thing PROJ complained of.
/// Objects made in it must go before it does.
class ProjContext {
 public:
  ProjContext();
  ProjContext(const ProjContext&) = delete;
  ProjContext& operator=(const ProjContext&) = delete;

  PJ_CONTEXT* get() const { return context_.get(); }
  /// What PROJ said last, on one line and without its own function's name; "" where it said nothing.
  std::string complaint() const;

 private:
  struct Destroy {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
  };
  std::unique_ptr<PJ_CONTEXT, Destroy> context_;
  std::unique_ptr<std::string> last_;
};

}  // namespace cartouche::crs_internal
