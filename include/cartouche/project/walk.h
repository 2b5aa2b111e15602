#pragma once
// One walk over all that a project says as code, and over the names of tables and layers in it. Which tables
// and figures a page needs, which words can be checked before any data is read: all follow from this.
//
// Every struct of a project has a function members() beside it, which names all that it holds; one that is
// added there and not named does not compile, and of those named the walk takes what its type says is code.

#include <functional>

#include "cartouche/project/project.h"

namespace cartouche::project {

/// A piece of code.
struct CodeRef {
  CodeKind kind = CodeKind::expression;
  const std::string& text;
  const Location& where;
  const TableName* rows = nullptr;  ///< the table whose row it sees; null: none, or the rows of a question
};

/// What is called for each; what is not set is passed over.
struct PartVisitor {
  std::function<void(const CodeRef&)> code{};
  std::function<void(const TableName&)> table{};
  std::function<void(const LayerName&)> layer{};
};

/// All of the project but the steps of its tables, which the pipeline reads (see pipeline.h); each layer
/// once.
void each_part(const Project& project, const PartVisitor& visit);
/// One layer, figure or question.
void each_part(const Layer& layer, const PartVisitor& visit);
void each_part(const Figure& figure, const PartVisitor& visit);
void each_part(const Question& question, const PartVisitor& visit);
/// A page with the layers that its frames and its legend name, each once.
void each_part(const Page& page, const Project& project, const PartVisitor& visit);

}  // namespace cartouche::project
