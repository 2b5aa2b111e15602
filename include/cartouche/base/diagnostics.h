#pragma once
// What a run noticed and did not stop at: joins that matched nothing, repaired polygons, corrected names,
// missing fonts. Every stage takes a Diagnostics& and adds to it; the command line prints them, `check` turns
// them into its report. Order of insertion is kept; parallel work fills one Diagnostics each and appends them
// in a fixed order.

#include <string>
#include <vector>

#include "cartouche/base/error.h"

namespace cartouche {

enum class Severity {
  note,     ///< worth knowing (a spelling corrected as asked, a match made through a merge of communes)
  warning,  ///< a reader or a printer may stumble (a small text, a fallback font)
  problem,  ///< the page may say something untrue, or lack what it must have (unmatched rows)
};

struct FindingCode;  // finding_codes.h: the list

struct Diagnostic {
  Severity severity = Severity::note;
  std::string code;     ///< of the list: "unmatched-rows", "repaired-geometry", "font-fallback"
  std::string message;  ///< one line, for people
  Location where;
  std::vector<std::string> ids;  ///< the rows, labels or words concerned
  bool operator==(const Diagnostic&) const = default;
};

class Diagnostics {
 public:
  void add(const FindingCode& code, std::string message, Location where = {},
           std::vector<std::string> ids = {});
  void append(const Diagnostics& other);
  /// The same without repetitions, in the order of first appearance.
  Diagnostics each_once() const;
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has(Severity at_least) const;

 private:
  std::vector<Diagnostic> all_;
};

/// "note", "warning" or "problem".
const char* severity_name(Severity severity);
/// One line: "file:3:7: warning: message (id, id, … 12 more) [code]".
std::string to_line(const Diagnostic& diagnostic);

}  // namespace cartouche
