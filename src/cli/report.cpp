#include "cartouche/base/finding_lines.h"
#include "commands.h"

namespace cartouche::cli {

void print(const Diagnostics& diagnostics, std::ostream& out) {
  for (const std::string& line : finding_lines(diagnostics)) out << line << '\n';
}

}  // namespace cartouche::cli
