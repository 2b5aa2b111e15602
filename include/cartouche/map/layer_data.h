#pragma once
// What a layer tells about its rows outside the drawing, evaluated.

#include <string>
#include <vector>

#include "cartouche/table/table.h"

namespace cartouche::map {

struct LayerData {
  std::string name;                  ///< of the table, for people
  std::vector<std::string> titles;   ///< by selected row
  std::vector<Column> fields;        ///< by table row; a column's name is its caption
  std::vector<std::size_t> filters;  ///< indices into fields
};

}  // namespace cartouche::map
