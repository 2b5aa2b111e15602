#pragma once
// What a layer asks of the style it is drawn in.

#include "cartouche/project/project.h"
#include "cartouche/project/style.h"

namespace cartouche::map {

/// Throws a usage error for the first symbol, text style, palette or way to find classes that neither the
/// style nor the program has.
void check_layer(const project::Layer& layer, const project::Style& style);

}  // namespace cartouche::map
