#pragma once
// The list of all findings: the code, how much each weighs, what it says and what to do about it. It stands
// here once; docs/check.md is held to it by a test and `cartouche findings` prints it. A finding that is not
// in the list does not compile:
//
//   diagnostics.add(finding("unmatched-rows"), "3 rows match nothing", where, ids);
//
// A code is stable: projects accept findings by it. Where one cause has two weights (rows that match nothing,
// and rows dropped because the project says so), it has two codes.

#include <string_view>

#include "cartouche/base/diagnostics.h"

namespace cartouche {

struct FindingCode {
  std::string_view code;  ///< kebab-case
  Severity severity;
  std::string_view means;  ///< what is so where it is reported
  std::string_view cure;   ///< what to do about it
};

inline constexpr FindingCode kFindingCodes[] = {
    // Reading
    {"empty-source", Severity::problem, "a source was read and has no rows",
     "see that the file, its layer and its `where` are the right ones"},
    {"credit-incomplete", Severity::problem, "a source has no producer or no date",
     "give the source a `credit` with `producer` and `updated` or `vintage`"},
    {"read-as-latin1", Severity::warning, "a text that is not UTF-8 was read as Latin-1",
     "look at its accents; save the file as UTF-8, or state its `encoding`"},
    {"collection-parts", Severity::warning,
     "of geometries of mixed kinds only the parts of the highest dimension are kept",
     "split the file by kind of geometry where the other parts count"},
    {"binary-field", Severity::note, "a field of bytes is left out",
     "nothing, or leave the field out of the data"},
    {"crs-stated", Severity::note, "a source is read in the CRS stated for it, which is not its own",
     "nothing where its own is wrong; else leave `crs` out"},
    {"off-the-globe", Severity::problem, "coordinates that are no longitude and latitude",
     "correct these rows, or state the `crs` of the coordinates"},
    {"swapped-coordinates", Severity::problem, "longitude and latitude look swapped",
     "swap the columns named as `x` and `y`"},
    {"mixed-encoding", Severity::problem, "a text in UTF-8 holds bytes that are none",
     "look at the words named, and save the file as UTF-8"},
    {"title-lines", Severity::problem, "the first line of a table holds no names of columns",
     "state how many lines to `skip`"},
    {"numbers-as-text", Severity::warning,
     "a column of numbers is text, as some of its values are no numbers",
     "state the words that stand for no value as `missing`, or the column's type in `types`"},
    {"number-with-unit", Severity::problem, "values with a unit were read as numbers without it",
     "state the column's type in `types`, and print the unit with the number"},
    {"beyond-64-bits", Severity::note, "whole numbers beyond 64 bits are kept as text",
     "state the column's type in `types`: text for codes, real for quantities"},
    {"encoding-lies", Severity::warning,
     "the texts of a shapefile are UTF-8, although it says another encoding, and were read so",
     "state `encoding: UTF-8`, or correct the `.cpg`"},
    {"other-geometry", Severity::note, "geometries of another kind than the one asked for are left out",
     "nothing where that is meant; else ask for the other kind as well"},
    {"wrong-crs", Severity::problem, "most coordinates lie outside the area of their CRS",
     "state the `crs` named as likely"},
    {"doubtful-crs", Severity::warning,
     "no place lies in France in the CRS of the source, but would in another",
     "nothing where the data lie elsewhere; else state the `crs` named as likely"},
    // Joins and steps
    {"unmatched-rows", Severity::problem, "rows that match nothing, or names that are no place",
     "correct their codes or names, bring the other table to their year, or leave them out with `unmatched: "
     "drop`"},
    {"dropped-rows", Severity::note, "rows that match nothing are left out, as the project asks",
     "nothing where so many are expected"},
    {"codes-alike", Severity::problem,
     "codes that match nothing differ from others in nothing but lost zeros, blanks, decimals or small "
     "letters",
     "derive the column with the expression named"},
    {"other-departement", Severity::warning,
     "codes matched only as former codes of communes of another département",
     "see that they are codes of communes: postal codes are none"},
    {"unused-rows", Severity::note, "rows of the joined table that no row met",
     "nothing where the joined table holds more on purpose"},
    {"no-values", Severity::problem, "no row of a layer has the number that it is drawn by",
     "see that its column holds numbers: state `types`, `missing` or `to_number(…)`; or join it by other "
     "codes"},
    {"duplicate-ids", Severity::warning, "several rows of a source have one id",
     "name a column of other values as `id`, or aggregate the rows"},
    {"duplicate-keys", Severity::problem,
     "a key stands on several rows of the joined table; the first is taken",
     "make the keys unique, or aggregate the table before the join"},
    {"matched-through-merge", Severity::note,
     "rows matched by the code of the unit that theirs was merged into",
     "nothing, or bring the table to the year of the other"},
    {"corrected-name", Severity::note, "a place was found under another spelling",
     "see that it is the place meant"},
    {"missing-coordinates", Severity::problem, "rows without coordinates, which lie nowhere",
     "give them coordinates, or leave them out with a `where`"},
    {"repaired-geometry", Severity::warning, "invalid polygons were repaired",
     "look at the result; repair the file where it is wrong"},
    {"not-a-coverage", Severity::warning,
     "polygons that should be neighbours overlap or do not share vertices",
     "clean the boundaries in their file: borders between them are doubtful"},
    {"differing-values", Severity::warning,
     "a kept column has several values within a group; the first is kept",
     "group by it too, or do not print it"},
    // Questions
    {"points-asked", Severity::note, "how many rows a question is asked of, and whose data they are",
     "nothing"},
    {"several-zones", Severity::note, "rows that lie in several zones of one set; each is counted once",
     "nothing, or choose with `overlap`"},
    {"partly-in-zone", Severity::problem,
     "polygons that lie partly in zones and wholly in none get no values",
     "use `predicate: intersects` with `match: largest`, or mend the borders"},
    {"in-no-zone", Severity::note, "rows that lie in no zone, and get no values",
     "nothing where some lie in none; else see that the CRS of both tables is right"},
    {"zones-without-key", Severity::warning, "zones that nothing names", "give each zone a key"},
    {"invalid-zones", Severity::warning, "zones with invalid geometry; inside follows the even-odd rule",
     "repair them in their file"},
    {"outside-territories", Severity::warning, "rows that lie in no French territory",
     "see that x and y are not swapped and that the CRS is right"},
    // Pages
    {"book-left", Severity::note, "the book was left as it was, because only some of its pages were made",
     "make all pages where the book is wanted"},
    {"item-covers", Severity::problem,
     "a callout or an item with `box: auto` lies on another item, a name or a dot, as no place is clear of "
     "them",
     "give it a smaller size, a larger `within`, or a box of its own"},
    {"figure-differs", Severity::problem, "a declared figure is not what its data gives",
     "correct one of the two, or accept the difference with its reason"},
    {"not-drawn", Severity::problem, "points that no frame shows, or polygons that no page shows",
     "see that the CRS of their source is right; frame them, or leave them out with a `where`"},
    {"outside-area", Severity::problem, "points that lie outside the area their page was fitted to",
     "correct their place, or select the points of the area only"},
    {"chart-missing", Severity::problem, "rows without a value are left out of a chart",
     "give them a value, or leave them out with a `where`"},
    {"callout-without-site", Severity::problem, "a featured row lies in no frame of its page",
     "frame it, or feature another row"},
    {"legend-missing", Severity::warning, "a layer tells its rows apart, but the legend does not say how",
     "list the layer in the legend"},
    {"legend-without-text", Severity::warning, "a layer stands in the legend and has no text there",
     "give its classes a `legend` text"},
    {"label-unplaced", Severity::problem, "names for which there is no room",
     "give them a smaller text style or a larger frame, move others by hand, or ask for fewer names"},
    {"label-left-out", Severity::note,
     "names of low priority, or beyond the area of their frame, are left out", "nothing"},
    {"move-stale", Severity::warning, "a label or callout moved by hand is no longer on its page",
     "correct its id, or take the move out of the project"},
    {"text-overflow", Severity::warning, "a text is higher than the box of its item",
     "shorten it, or give it a larger box or a smaller text style"},
    {"font-fallback", Severity::warning, "a font of the style is missing and another is used",
     "install the font, or name one that is there"},
    {"missing-glyph", Severity::warning, "a font has no glyph for a letter", "name a font that has it"},
    {"accepted-nothing", Severity::warning, "the project accepts what is not found",
     "take it out of `accept`, or correct its ids"},
    // The finished page
    {"text-clipped", Severity::problem, "a text reaches beyond the page or its frame", "shorten or move it"},
    {"text-covered", Severity::problem, "something is painted over a text", "move one of the two"},
    {"text-overlap", Severity::warning, "two texts of different labels or items share room",
     "move one of the two"},
    {"text-over-dot", Severity::warning, "a name covers a dot", "move the name"},
    {"text-too-small", Severity::warning, "a text of less than 5.5 pt as printed",
     "give its text style a larger `size`"},
    {"text-contrast", Severity::warning,
     "a contrast of less than 4.5 : 1 against its halo or what lies under it (WCAG 2.2 AA)",
     "darken the text, or give it a halo"},
    {"leader-crossing", Severity::warning, "leaders of two callouts cross", "move one of the two"},
    {"leader-over-text", Severity::warning, "a leader of a callout runs through a name",
     "move the callout or the name"},
    {"dots-alike", Severity::warning,
     "two classes of dots of one shape and size that are hard to tell apart, with full colour vision or with "
     "protanopia, deuteranopia or tritanopia (Machado, Oliveira, Fernandes 2009)",
     "choose colours further apart, or other shapes"},
};

/// The entry of a code; one that is not listed is an error of compilation.
consteval const FindingCode& finding(std::string_view code) {
  for (const FindingCode& one : kFindingCodes)
    if (one.code == code) return one;
  throw "no such finding: list it in finding_codes.h";
}

/// The entry of a code that comes from a file or an older finding; nullptr where it is not listed.
constexpr const FindingCode* find_finding(std::string_view code) {
  for (const FindingCode& one : kFindingCodes)
    if (one.code == code) return &one;
  return nullptr;
}

}  // namespace cartouche
