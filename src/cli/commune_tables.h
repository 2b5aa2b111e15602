#pragma once
// The tables that commune codes of the command line are looked up in.

#include "cartouche/query/communes.h"
#include "commands.h"

namespace cartouche::cli {

/// The communes' polygons and the register of merges, read when first needed.
class CommuneTables {
 public:
  /// Both are kept, not copied.
  CommuneTables(const QueryOptions& options, Diagnostics& diagnostics)
      : options_(options), diagnostics_(diagnostics) {}

  /// A usage error where --communes names nothing.
  const query::Communes& get();

 private:
  const QueryOptions& options_;
  Diagnostics& diagnostics_;
  Table polygons_, merged_;
  query::Communes communes_;
  bool read_ = false;
};

}  // namespace cartouche::cli
