#pragma once
// What is done with a project before any data is read.

#include "cartouche/pipeline/pipeline.h"
#include "cartouche/query/question.h"

namespace cartouche::press {

/// Throws a usage error for the first word of the project's code that cannot be right, whatever the data: in
/// steps, figures, questions, layers and pages, used or not.
void check_project(const project::Project& project);

/// The question in the engine's words: all but points and zones. Throws a usage error for an unknown
/// predicate or way to treat overlaps.
query::Question engine_question(const project::Question& asked);

}  // namespace cartouche::press
