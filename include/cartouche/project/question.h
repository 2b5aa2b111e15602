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
  LocatedText table;
  std::optional<LocatedText> filter;   ///< `where`: expression over the table's rows
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
  LocatedText table;
  std::optional<LocatedText> code;     ///< column of codes; default "insee"
  std::optional<LocatedText> through;  ///< table of what the codes of other years have become
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
  std::optional<LocatedText> where;
  std::vector<LocatedText> group_by;
  std::vector<LocatedText> aggregates;  ///< `agg`: one total an item, or several with commas
  std::vector<LocatedText> columns;     ///< of the answer, in this order; empty = all
  std::optional<LocatedText> crs;       ///< of the answer's geometry
  std::optional<LocatedText> format;
  std::optional<LocatedText> output;  ///< file, relative to the project file
};

/// The tables that the question names, in order, each once.
std::vector<LocatedText> tables_of(const Question& question);

}  // namespace cartouche::project
