#include "cairo_path.h"

namespace cartouche::backend {

void set_path(cairo_t* context, const Path& path) {
  cairo_new_path(context);
  const Point* at = path.points().data();
  for (const Path::Verb verb : path.verbs()) {
    switch (verb) {
      case Path::Verb::move:
        cairo_move_to(context, at[0].x, at[0].y);
        ++at;
        break;
      case Path::Verb::line:
        cairo_line_to(context, at[0].x, at[0].y);
        ++at;
        break;
      case Path::Verb::cubic:
        cairo_curve_to(context, at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y);
        at += 3;
        break;
      case Path::Verb::close:
        cairo_close_path(context);
        break;
    }
  }
}

}  // namespace cartouche::backend
