#pragma once
// A small project and its style as JSON, so that a test can change one value of them and ask whether the
// program takes the change.

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cartouche/base/error.h"
#include "cartouche/map/map.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/text/text.h"

namespace cartouche::testing {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

/// The two files of a project: "/project/layers/…" and "/style/symbols/…".
struct Specimen {
  Json files;

  /// tests/schema/specimen: project.yaml and style.yaml.
  static Specimen read();
};

/// What the program made of a specimen: the display lists of its pages, or its refusal. In a refusal the
/// "file" of the place is the pointer of the value that is blamed, followed by '#' where it is the value's
/// key.
struct Outcome {
  std::string drawn;
  std::optional<Error> refusal;
};

/// Does all that `cartouche check` and `cartouche render` do before files are written.
class Program {
 public:
  const Outcome& run(const Specimen& specimen);
  /// The refusal before any data is read.
  static std::optional<Error> refused_unread(const Specimen& specimen);

 private:
  struct Read {
    project::Project project;
    std::map<std::string, map::PageStyle> styles;  // by path
  };
  static Read read(const Specimen& specimen);
  Outcome outcome(const Specimen& specimen);
  std::string draw(const Specimen& specimen);
  const Tables& tables(const project::Project& project, const Json& file);
  std::shared_ptr<const SpatialEngine> engine_ = query::make_spatial_engine();

  Shaper shaper_;
  std::map<std::string, Outcome> outcomes_;  // by the specimen's text: many changes are asked for again
  std::string made_from_;                    // the parts of the project file that tables_ were made from
  Tables tables_;
  std::unique_ptr<map::GeometryStore> store_;  // what was projected of them
};

}  // namespace cartouche::testing
