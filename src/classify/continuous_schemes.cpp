// Viridis, magma, inferno and plasma, by Nathaniel Smith, Stéfan van der Walt and Eric Firing for matplotlib,
// released under CC0: https://bids.github.io/colormap/. Cividis, by Nuñez, Anderton and Renslow, PLOS ONE
// 13(7), 2018. Every fifteenth of its 256 colours; between them it is straight to within five levels of 255.

#include "schemes.h"

namespace cartouche::classify_internal {

namespace {

constexpr std::string_view kViridis[] = {
    "440154 481769 472a7a 433d84 3d4e8a 355e8d "
    "2e6d8e 297b8e 23898e 1f978b 21a585 2eb37c "
    "46c06f 65cb5e 89d548 b0dd2f d8e219 fde725",
};

constexpr std::string_view kCividis[] = {
    "00224e 002d68 163770 2e416d 3f4c6c 4e566c "
    "5c616e 696b71 767676 838179 928c78 a09875 "
    "afa471 bfb06b cfbd62 dfca57 f0d846 fee838",
};
constexpr std::string_view kMagma[] = {
    "000004 090720 1a1042 311165 4a1079 621980 "
    "792282 912b81 aa337d c23b75 d9466b ec5860 "
    "f7725c fc8e64 feaa74 fec68a fde2a3 fcfdbf",
};
constexpr std::string_view kInferno[] = {
    "000004 0a0722 1e0c45 380962 510e6c 69166e "
    "801f6c 982766 b0315b c63d4d d94d3d e9612b "
    "f47918 fa9407 fcb014 f8cd37 f2ea69 fcffa4",
};
constexpr std::string_view kPlasma[] = {
    "0d0887 2f0596 4903a0 6100a7 7801a8 8e0ca4 "
    "a21d9a b42e8d c43e7f d24f71 de6164 e97257 "
    "f3854b f99a3e fdaf31 fdc627 f8df25 f0f921",
};

// As many classes as are told apart with ease on a map.
constexpr int kSafe = 9;
constexpr Scheme kSchemes[] = {{"viridis", Kind::sequential, kViridis, kSafe},
                               {"cividis", Kind::sequential, kCividis, kSafe},
                               {"magma", Kind::sequential, kMagma, kSafe},
                               {"inferno", Kind::sequential, kInferno, kSafe},
                               {"plasma", Kind::sequential, kPlasma, kSafe}};

}  // namespace

std::span<const Scheme> continuous_schemes() {
  return kSchemes;
}

}  // namespace cartouche::classify_internal
