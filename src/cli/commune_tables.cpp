#include "commune_tables.h"

#include "question_options.h"
#include "source_spec.h"

namespace cartouche::cli {

const query::Communes& CommuneTables::get() {
  if (read_) return communes_;
  if (options_.communes.empty())
    throw usage_error({}, "commune codes need the communes' polygons", "name them: --communes FILE");
  const SourceSpec spec = parse_source_spec(options_.communes, words_and({"code"}));
  polygons_ = read_spec(spec, diagnostics_);
  communes_.polygons = &polygons_;
  if (!spec.value("code").empty()) communes_.code = spec.value("code");
  if (!options_.through.empty()) {
    const SourceSpec merged = parse_source_spec(options_.through, words_and({"from", "to"}));
    merged_ = read_spec(merged, diagnostics_);
    communes_.merged = &merged_;
    if (!merged.value("from").empty()) communes_.from = merged.value("from");
    if (!merged.value("to").empty()) communes_.to = merged.value("to");
  }
  read_ = true;
  return communes_;
}

}  // namespace cartouche::cli
