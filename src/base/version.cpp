#include "cartouche/base/version.h"

namespace cartouche {

const char* version() {
  return CARTOUCHE_VERSION;
}

}  // namespace cartouche
