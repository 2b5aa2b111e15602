#include "cartouche/review/color_vision.h"

#include <algorithm>
#include <cmath>

namespace cartouche::review {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado et al. 2009, table of severity 1.
constexpr Matrix kProtan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

// IEC 61966-2-1: sRGB's transfer function and its primaries with white D65.
constexpr Matrix kToXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
constexpr Triple kWhite{0.9505, 1.0, 1.089};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double value) {
  const double held = std::clamp(value, 0.0, 1.0);
  const double channel = held <= 0.0031308 ? 12.92 * held : 1.055 * std::pow(held, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(channel * 255));
}

Triple times(const Matrix& matrix, const Triple& v) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i)
    result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  return result;
}

// CIE 15: L*, a*, b*.
Triple lab(Color color) {
  Triple xyz = times(kToXyz, {linear(color.r), linear(color.g), linear(color.b)});
  for (std::size_t i = 0; i < 3; ++i) {
    const double ratio = xyz[i] / kWhite[i];
    xyz[i] = ratio > 216.0 / 24389 ? std::cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
  }
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

}  // namespace

const char* vision_name(Vision vision) {
  switch (vision) {
    case Vision::full:
      return "full colour vision";
    case Vision::protanopia:
      return "protanopia";
    case Vision::deuteranopia:
      return "deuteranopia";
    case Vision::tritanopia:
      return "tritanopia";
  }
  return "";
}

Color seen_by(Color color, Vision vision) {
  if (vision == Vision::full) return color;
  const Matrix& matrix = vision == Vision::protanopia     ? kProtan
                         : vision == Vision::deuteranopia ? kDeutan
                                                          : kTritan;
  const Triple seen = times(matrix, {linear(color.r), linear(color.g), linear(color.b)});
  return {encoded(seen[0]), encoded(seen[1]), encoded(seen[2]), color.a};
}

double color_distance(Color a, Color b) {
  const Triple one = lab(a), other = lab(b);
  return std::sqrt((one[0] - other[0]) * (one[0] - other[0]) + (one[1] - other[1]) * (one[1] - other[1]) +
                   (one[2] - other[2]) * (one[2] - other[2]));
}

}  // namespace cartouche::review
