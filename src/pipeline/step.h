#pragma once
// A step of a recipe: a table in, a table out. Its arguments are read when the project is read, before any
// data; a name of a table among them is said by tables(), and code by code(), so that tables are built in the
// right order and no wrong word waits for the data.

#include <memory>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"
#include "cartouche/table/table.h"

namespace cartouche::pipeline {

using Index = GeometryArray::Index;
using project::ExpressionText;
using project::LocatedText;
using project::Node;
using project::Reader;

/// What a step may use besides its table.
struct StepContext {
  const Tables& tables;          ///< all that its recipe needs
  const Parameters& parameters;  ///< param.*
  Diagnostics& diagnostics;
  unsigned threads = 1;
  Location where;     ///< of the step
  std::string table;  ///< name of the table being made

  const Table& get(const LocatedText& name) const { return *tables.at(name.value); }
};

class Step {
 public:
  virtual ~Step() = default;
  /// Tables it names besides the one handed to it.
  virtual std::vector<LocatedText> tables() const { return {}; }
  /// What the user wrote as code in it.
  virtual std::vector<ExpressionText> code() const { return {}; }
  /// All tables it reads: those it names, and those its code asks where rows lie.
  std::vector<LocatedText> needs() const;
  /// True where it asks spatial questions of the table handed to it: its polygons must be valid.
  virtual bool is_spatial() const { return false; }
  /// Tables that it asks spatial questions of: their polygons must be valid.
  virtual std::vector<LocatedText> asks_polygons_of() const { return {}; }
  virtual Table run(Table table, StepContext& context) const = 0;
};

using StepPtr = std::unique_ptr<const Step>;
using MakeStep = StepPtr (*)(const Node& arguments);

StepPtr make_from(const Node& arguments);
StepPtr make_append(const Node& arguments);
StepPtr make_filter(const Node& arguments);
StepPtr make_derive(const Node& arguments);
StepPtr make_select(const Node& arguments);
StepPtr make_rename(const Node& arguments);
StepPtr make_drop(const Node& arguments);
StepPtr make_sort(const Node& arguments);
StepPtr make_join(const Node& arguments);
StepPtr make_place(const Node& arguments);
StepPtr make_spatial_join(const Node& arguments);
StepPtr make_dissolve(const Node& arguments);
StepPtr make_clip(const Node& arguments);
StepPtr make_aggregate(const Node& arguments);
StepPtr make_anchor(const Node& arguments);

/// The step of a recipe; a usage error naming the nearest kind where there is none.
StepPtr make_step(const project::Step& step);

}  // namespace cartouche::pipeline
