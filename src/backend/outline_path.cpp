#include "outline_path.h"

#include FT_OUTLINE_H

namespace cartouche::backend {
namespace {

/// What FreeType's decomposition adds to.
struct Builder {
  Path path;
  double em = 1;  ///< of one font unit
  Point here;

  Point at(const FT_Vector* p) const {
    return {static_cast<double>(p->x) * em, -static_cast<double>(p->y) * em};
  }
  void close() {
    if (!path.empty()) path.close();
  }
};

Builder& builder(void* context) {
  return *static_cast<Builder*>(context);
}

int move_to(const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.close();
  into.here = into.at(to);
  into.path.move_to(into.here);
  return 0;
}

int line_to(const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.here = into.at(to);
  into.path.line_to(into.here);
  return 0;
}

// A parabola as a cubic: its controls lie two thirds of the way to the parabola's one.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  const Point middle = into.at(control), end = into.at(to);
  const auto toward = [&](Point from) {
    return Point{from.x + (middle.x - from.x) * 2 / 3, from.y + (middle.y - from.y) * 2 / 3};
  };
  into.path.cubic_to(toward(into.here), toward(end), end);
  into.here = end;
  return 0;
}

int cubic_to(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.here = into.at(to);
  into.path.cubic_to(into.at(control1), into.at(control2), into.here);
  return 0;
}

}  // namespace

Path path_of(FT_Outline& outline, double em) {
  Builder into;
  into.em = em;
  FT_Outline_Funcs funcs{move_to, line_to, conic_to, cubic_to, 0, 0};
  FT_Outline_Decompose(&outline, &funcs, &into);
  into.close();
  return std::move(into.path);
}

}  // namespace cartouche::backend
