#pragma once
// A source opened by OGR, with what the drivers do not see to by themselves.

#include <memory>

#include "cartouche/source/source.h"
#include "ogr_layer.h"

namespace cartouche::source_internal {

struct OpenSource {
  std::shared_ptr<void> support;  ///< what the dataset is read from; goes after it
  DatasetPtr dataset;
  OGRLayerH layer = nullptr;
};

/// Opens the layer that the options mean. Said where they are silent: texts of a shapefile are UTF-8 where
/// all of them are, whatever it says of its encoding (encoding-lies); integers of JSON beyond 64 bits become
/// texts (beyond-64-bits); the first row of a sheet of texts is its header. Errors as open_dataset and
/// find_layer.
OpenSource open_source(const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
