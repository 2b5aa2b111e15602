#include <algorithm>

#include "commands.h"

namespace cartouche::cli {

Diagnostics without_repetitions(const Diagnostics& diagnostics) {
  Diagnostics result;
  for (const Diagnostic& one : diagnostics.all()) {
    const auto& kept = result.all();
    if (std::find(kept.begin(), kept.end(), one) == kept.end())
      result.add(one.severity, one.code, one.message, one.where, one.ids);
  }
  return result;
}

void print(const Diagnostics& diagnostics, std::ostream& out) {
  const Diagnostics each_once = without_repetitions(diagnostics);
  for (const Diagnostic& one : each_once.all()) out << to_line(one) << '\n';
}

}  // namespace cartouche::cli
