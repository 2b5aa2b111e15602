#include "findings_json.h"

#include "cartouche/base/clean_text.h"

namespace cartouche::cli {

std::vector<std::string> clean(const std::vector<std::string>& texts) {
  std::vector<std::string> result;
  for (const std::string& text : texts) result.push_back(clean_line(text));
  return result;
}

nlohmann::ordered_json to_json(const Diagnostics& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& one : findings.all())
    list.push_back({{"severity", severity_name(one.severity)},
                    {"code", one.code},
                    {"message", clean_line(one.message)},
                    {"file", clean_name(one.where.file)},
                    {"line", one.where.line},
                    {"column", one.where.column},
                    {"ids", clean(one.ids)}});
  return list;
}

}  // namespace cartouche::cli
