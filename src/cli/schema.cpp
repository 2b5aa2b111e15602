#include "schema.h"

#include <array>
#include <utility>
#include <vector>

#include "cartouche/base/words.h"
#include "schema_texts.h"

namespace cartouche::cli {

ExitCode schema(const std::string& file, std::ostream& out) {
  const std::array<std::pair<std::string, std::string_view>, 2> schemas{
      {{"project", kProjectSchema}, {"style", kStyleSchema}}};
  std::vector<std::string> names;
  for (const auto& [name, text] : schemas) {
    if (name == file) {
      out << text;
      return ExitCode::done;
    }
    names.push_back(name);
  }
  throw usage_error({}, "no schema '" + file + "'", suggestion(file, names));
}

}  // namespace cartouche::cli
