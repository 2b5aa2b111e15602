#pragma once
// What a careful reader would send back to the cartographer, found on the finished page: words over words,
// words over dots, leaders that cross, text that is cut, too small or too pale, and classes of dots that
// look alike to colour-blind readers. Works on what is printed (the display list); only dots and leaders are
// told by the layout.
//
// Each finding is a problem with a stable code and the ids of what it concerns:
//
//   text-overlap     two texts of different labels or items share room
//   text-over-dot    a label covers a dot
//   leader-crossing  two leaders cross
//   leader-over-text a leader runs through a label
//   text-clipped     a text reaches beyond the page or its frame
//   text-covered     something opaque is painted over a text
//   text-too-small   below kLeastTextSize
//   text-contrast    below kLeastContrast against its halo or what lies under it
//   dots-alike       two classes of one point layer with one shape, nearer than kLeastColorDistance to a
//                    reader with full colour vision, protanopia, deuteranopia or tritanopia

#include "cartouche/base/diagnostics.h"
#include "cartouche/display/display_list.h"
#include "cartouche/layout/page.h"

namespace cartouche::review {

/// Points. Below it printed text is not read at arm's length: the floor of the annex's requirements.
constexpr double kLeastTextSize = 5.5;
/// WCAG 2.2, success criterion 1.4.3 (level AA, text of normal size).
constexpr double kLeastContrast = 4.5;
/// ΔE*ab (CIE 1976) of two marks that are told apart at a glance; about ten just noticeable differences.
constexpr double kLeastColorDistance = 20;

/// Adds what is wrong with the page. `list` is what was drawn from `page`.
void review(const layout::Page& page, const display::DisplayList& list, Diagnostics& findings);

}  // namespace cartouche::review
