#include "svg_xml.h"

#include "cartouche/base/xml_name.h"

namespace cartouche::backend {

std::string IdRegistry::claim(std::string_view wanted) {
  const std::string name = xml_name(wanted);
  if (name.empty()) return name;
  std::string id = name;
  for (int n = 2; !taken_.insert(id).second; ++n) id = name + '-' + std::to_string(n);
  return id;
}

}  // namespace cartouche::backend
