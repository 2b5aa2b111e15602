#pragma once
// What a project's question asks about and asks of, out of the project's tables.

#include "cartouche/pipeline/pipeline.h"
#include "cartouche/press/check_project.h"
#include "cartouche/project/project.h"
#include "cartouche/query/communes.h"
#include "cartouche/query/question.h"

namespace cartouche::cli {

/// Names of the tables that the question and its expressions need.
std::vector<std::string> tables_needed(const project::Question& asked);

class QuestionTables {
 public:
  /// `parameters` hold the built tables as their places. Both are referred to.
  QuestionTables(const project::Question& asked, const Parameters& parameters);
  Table points(Diagnostics& diagnostics) const;
  std::vector<query::ZoneSet> zones(Diagnostics& diagnostics) const;

 private:
  const Table& table(const project::LocatedText& name) const {
    return *parameters_.places->tables.at(name.value);
  }
  Table rows_of(const project::QuestionRows& rows) const;
  void find_communes();
  query::ZoneSet zone_set(const project::QuestionZones& zones, Diagnostics& diagnostics) const;

  const project::Question& asked_;
  const Parameters& parameters_;
  query::Communes communes_;
};

}  // namespace cartouche::cli
