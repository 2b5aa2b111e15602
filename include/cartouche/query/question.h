#pragma once
// Spatial questions: which points lie in, touch, are near to which zones, of several sets at once, and what
// that adds up to.
//
//   Question question;
//   question.group_by = {"reg"};
//   question.aggregates = "count, sum(emplois), share(dans_zrr)";
//   Table answer = ask(std::move(points), {{.name = "zrr", .zones = zrr, .key = "code"}}, question, notes);
//
// Each set NAME gives the points these columns; a name the points have already is a usage error:
//   NAME            text: keys of the zones met, ascending as text, joined by '/'; missing where there is
//   none dans_NAME       boolean: whether there is one distance_NAME   real: metres to the nearest zone met,
//   0 inside (dwithin and nearest only) part_NAME       real: share of the length or area inside the zones'
//   union (lines and polygons only)
// and all sets together: `dans_une_zone`, and `cadre`, the code of the territory whose frame holds the point
// (missing where none does). A row stands for one point, however many zones it meets, so totals count it
// once.

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/expression/expression.h"
#include "cartouche/table/table.h"

namespace cartouche::query {

/// within      inside; a point on a border that no zone holds strictly belongs to the first by key alone
/// intersects  inside or on the border, of every zone
/// dwithin     at most so many metres away, 0 inside; every such zone
/// nearest     the one zone at the least distance (the first by key of several), within the limit
struct Predicate {
  enum class Kind : std::uint8_t { within, intersects, dwithin, nearest };
  Kind kind = Kind::within;
  double metres = std::numeric_limits<double>::infinity();  ///< dwithin, nearest
  bool measures() const { return kind == Kind::dwithin || kind == Kind::nearest; }
  bool operator==(const Predicate&) const = default;
};
/// "within", "intersects", "dwithin:500", "nearest", "nearest:2000"; a usage error naming the nearest word.
Predicate parse_predicate(const std::string& text, const Location& where = {});

/// What several zones of one set over one point mean: all in the list, the first by key, or a data error.
enum class Overlap : std::uint8_t { all, first, error };
Overlap parse_overlap(const std::string& text, const Location& where = {});

struct ZoneSet {
  std::string name;
  Table zones;
  /// Column that names a zone; "" = the table's id column, else the first column whose values are all there
  /// and all different, else the row number. Rows of equal key are one zone.
  std::string key;
  std::optional<Predicate> predicate;  ///< default: the question's
};

struct Question {
  Predicate predicate;
  Overlap overlap = Overlap::all;
  /// FIELD or SET.FIELD: columns of the first zone met (by key). The new column is called FIELD, or SET_FIELD
  /// where that is taken.
  std::vector<std::string> take;
  std::string where;  ///< condition over points and new columns; "" = all
  std::vector<std::string> group_by;
  /// "count, sum(emplois), mean(x where y > 0), share(dans_zrr) as part": expressions over aggregates of the
  /// rows; "" with group_by = count. A column is called after its expression: sum_emplois.
  std::string aggregates;
  unsigned threads = 1;
  /// What `where` and `aggregates` may name besides columns, and the tables that their spatial functions ask.
  Parameters parameters;
  /// Where the user wrote what, for messages; without a place it is the option of the command line.
  struct Written {
    std::vector<Location> take, group_by;  ///< of each
    Location where{"--where", 0, 0};
    /// The bytes of `aggregates` at which parts written in different places begin, ascending.
    std::vector<std::pair<std::size_t, Location>> aggregates;
    static Location place(const std::vector<Location>& places, std::size_t i, const char* option) {
      return i < places.size() ? places[i] : Location{option, 0, 0};
    }
  } written;
};

/// Names of the tables that spatial functions in `where` and `aggregates` ask.
std::vector<std::string> tables_asked_by(const Question& question);

/// Throws for the first word of `where` and `aggregates` that cannot be right, whatever the data.
void check_code(const Question& question, const Vocabulary& vocabulary);

/// The points with their new columns; or with group_by or aggregates one row a group (ascending, missing
/// last), without geometry. Distances are taken in the projected system of the point's territory, to zones
/// elsewhere along the geodesic. Errors: names and expressions (usage), empty zones, swapped axes, overlaps
/// where refused (data).
Table ask(Table points, std::vector<ZoneSet> sets, const Question& question, Diagnostics& diagnostics);

}  // namespace cartouche::query
