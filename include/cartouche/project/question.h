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
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

/// A table, or some of its rows, asked about or asked of.
struct QuestionRows {
  Text table;
  std::optional<Text> filter;   ///< `where`: expression over the table's rows
  std::optional<Text> commune;  ///< column of commune codes that say where the rows lie
};

struct QuestionZones {
  Text name;
  QuestionRows rows;
  std::optional<Text> key;  ///< column that names a zone
  std::optional<Text> predicate;
};

/// The polygons of the communes, for rows that lie where their commune does.
struct QuestionCommunes {
  Text table;
  std::optional<Text> code;     ///< column of codes; default "insee"
  std::optional<Text> through;  ///< table of what the codes of other years have become
  std::optional<Text> from, to;
};

struct Question {
  Text name;
  std::string title;
  QuestionRows points;
  std::vector<QuestionZones> zones;
  std::optional<QuestionCommunes> communes;
  std::optional<Text> predicate, overlap;
  std::vector<Text> take;
  std::optional<Text> where;
  std::vector<Text> group_by;
  std::vector<Text> aggregates;  ///< `agg`: one total an item, or several with commas
  std::vector<Text> columns;     ///< of the answer, in this order; empty = all
  std::optional<Text> crs;       ///< of the answer's geometry
  std::optional<Text> format;
  std::optional<Text> output;  ///< file, relative to the project file
};

/// The tables that the question names, in order, each once.
std::vector<Text> tables_of(const Question& question);

}  // namespace cartouche::project
