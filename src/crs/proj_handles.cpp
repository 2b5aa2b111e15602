#include "proj_handles.h"

#include <algorithm>

namespace cartouche::crs_internal {

namespace {

void keep_message(void* last, int, const char* message) {
  *static_cast<std::string*>(last) = message;
}

}  // namespace

ProjContext::ProjContext() : context_(proj_context_create()), last_(std::make_unique<std::string>()) {
  // PROJ may otherwise fetch grids, and then two machines disagree by metres.
  proj_context_set_enable_network(context_.get(), 0);
  proj_log_level(context_.get(), PJ_LOG_ERROR);
  proj_log_func(context_.get(), last_.get(), keep_message);
}

std::string ProjContext::complaint() const {
  std::string text = *last_;
  for (const char* prefix : {"proj_create: ", "pj_obj_create: "})
    if (text.rfind(prefix, 0) == 0) text.erase(0, std::char_traits<char>::length(prefix));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace cartouche::crs_internal
