// Viridis, by Nathaniel Smith, Stéfan van der Walt and Eric Firing for matplotlib, released under CC0:
// https://bids.github.io/colormap/. Every fifteenth of its 256 colours; between them it is straight to within
// five levels of 255.

#include "schemes.h"

namespace cartouche::classify_internal {

namespace {

constexpr std::string_view kViridis[] = {
    "440154 481769 472a7a 433d84 3d4e8a 355e8d "
    "2e6d8e 297b8e 23898e 1f978b 21a585 2eb37c "
    "46c06f 65cb5e 89d548 b0dd2f d8e219 fde725",
};

constexpr Scheme kSchemes[] = {{"viridis", Kind::sequential, kViridis}};

}  // namespace

std::span<const Scheme> continuous_schemes() {
  return kSchemes;
}

}  // namespace cartouche::classify_internal
