#pragma once
// A spatial question of a project, as the user wrote it: which rows of one table lie in, touch or are near to
// zones of others, and what that adds up to. The words are those of `cartouche query`.
//
//   questions:
//     projets_par_region:
//       title: Projets lauréats par région
//       points: projets
//       zones: { ti: territoires, zrr: { table: zonages, where: zrr = 1, commune: insee } }
//       communes: { table: contours_communes, through: { table: communes_anciennes } }
//       group_by: region
//       agg: [count, sum(emplois_crees) as emplois, share(dans_ti) as part_ti]

#include <optional>
#include <tuple>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

/// A table, or some of its rows, asked about or asked of.
struct QuestionRows {
  TableName table;
  std::optional<ExpressionText> filter;
  std::optional<LocatedText> commune;  ///< column of commune codes that say where the rows lie
};

struct QuestionZones {
  LocatedText name;
  QuestionRows rows;
  std::optional<LocatedText> key;  ///< column that names a zone
  std::optional<LocatedText> predicate;
};

/// The polygons of the communes, for rows that lie where their commune does.
struct QuestionCommunes {
  TableName table;
  std::optional<LocatedText> code;   ///< column of codes; default "insee"
  std::optional<TableName> through;  ///< table of what the codes of other years have become
  std::optional<LocatedText> from, to;
};

struct Question {
  LocatedText name;
  std::string title;
  QuestionRows points;
  std::vector<QuestionZones> zones;
  std::optional<QuestionCommunes> communes;
  std::optional<LocatedText> predicate, overlap;
  std::vector<LocatedText> take;
  std::optional<ExpressionText> where;  ///< over the points and their new columns
  std::vector<LocatedText> group_by;
  std::vector<TotalText> aggregates;  ///< `agg`: one total an item, or several with commas
  std::vector<LocatedText> columns;   ///< of the answer, in this order; empty = all
  std::optional<LocatedText> crs;     ///< of the answer's geometry
  std::optional<LocatedText> format;
  std::optional<LocatedText> output;  ///< file, relative to the project file
};

inline auto members(const QuestionRows& one) {
  const auto& [table, filter, commune] = one;
  return std::tie(table, filter, commune);
}
inline auto members(const QuestionZones& one) {
  const auto& [name, rows, key, predicate] = one;
  return std::tie(name, rows, key, predicate);
}
inline auto members(const QuestionCommunes& one) {
  const auto& [table, code, through, from, to] = one;
  return std::tie(table, code, through, from, to);
}
inline auto members(const Question& one) {
  const auto& [name, title, points, zones, communes, predicate, overlap, take, where, group_by, aggregates,
               columns, crs, format, output] = one;
  return std::tie(name, title, points, zones, communes, predicate, overlap, take, where, group_by, aggregates,
                  columns, crs, format, output);
}

}  // namespace cartouche::project
