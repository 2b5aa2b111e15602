#pragma once
// Cairo's output as a string.

#include <cairo.h>

#include <string>

namespace cartouche::backend {

/// A cairo_write_func_t whose closure is a std::string.
inline cairo_status_t append_bytes(void* target, const unsigned char* data, unsigned length) {
  try {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
  } catch (...) {  // no exception may pass through Cairo's frames
    return CAIRO_STATUS_NO_MEMORY;
  }
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace cartouche::backend
