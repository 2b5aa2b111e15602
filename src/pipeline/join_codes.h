#pragma once
// What a join by codes has to say of the codes: those that met through a merge, and those that would meet,
// were they written alike.

#include "join_match.h"

namespace cartouche::pipeline {

/// Notes that a code met by the one that followed it; of another département, it is no merge.
void note_merge(const std::string& key, const std::string& now, JoinMatches& matches);
/// `verb` is what became of the rows: "matched", "placed".
void report_merges(const JoinMatches& matches, const char* verb, StepContext& context);

/// Unmatched codes of `left` that those of a level, or of its table of merges, are like.
void report_alike(const Table& left, const JoinLevel& level, const std::vector<Index>& unmatched,
                  StepContext& context);

}  // namespace cartouche::pipeline
