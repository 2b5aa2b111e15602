// The seventeen featured projects of the report, placed in the gazetteer of all communes that ships with the
// program, from the commune as the report prints it.

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

const std::filesystem::path kData = std::filesystem::path(CARTOUCHE_SOURCE_DIR) / "geodata";

// One line without its end, which is CR LF in some files.
bool read_line(std::istream& in, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

// The first columns of a CSV file whose quoted values come after them.
Table read_columns(const std::filesystem::path& file, const std::string& id) {
  std::ifstream in(file);
  std::string line, cell;
  read_line(in, line);
  std::vector<std::pair<std::string, Words>> columns;
  std::istringstream header(line);
  while (std::getline(header, cell, ',')) columns.emplace_back(cell, Words());
  while (read_line(in, line)) {
    std::istringstream row(line);
    for (auto& [name, values] : columns) values.push_back(std::getline(row, cell, ',') ? cell : "");
  }
  Table table;
  for (const auto& [name, values] : columns) table.set_column(words(name, values));
  table.set_id_column(id);
  return table;
}

Table read_gazetteer() {
  Table table = read_columns(kData / "communes.csv", "insee");
  GeometryArray points;
  for (std::size_t row = 0; row < table.row_count(); ++row)
    points.add_point({std::stod(table.column("lon").text(row)), std::stod(table.column("lat").text(row))});
  table.set_geometry({std::move(points), Crs::from_text("EPSG:4326")});
  return table;
}

TEST(Featured, EachIsPlacedInItsCommune) {
  if (!std::filesystem::exists(kData / "communes.csv")) GTEST_SKIP() << "geodata/communes.csv is not built";
  const Sources sources{{"communes", read_gazetteer()},
                        {"membres", read_columns(kData / "territoires_industrie.csv", "siren_membre")},
                        {"vedettes", read_columns(kData / "laureats_vedettes.csv", "entreprise")}};
  const Outcome result = run(sources, R"(  t:
    - from: vedettes
    - place:
        name: commune_du_rapport
        gazetteer: communes
        gazetteer_name: nom
        region: region
        gazetteer_region: reg
        region_groups: { OM: ["01", "02", "03", "04", "06"] }
        context: { column: territoire_du_rapport, table: membres, name: lib_ti, code: siren_membre, gazetteer_code: [epci, ept, siren] }
        take: { insee: insee, nom: commune }
)");
  const std::map<std::string, std::string> expected{
      {"Anecy", "74010"},
      {"Saint-Beauzire", "63322"},
      {"Hauts de Bienne", "39368"},
      {"Le Malesherbois", "45191"},
      {"Nogent-Sur-Vernisson", "45229"},
      {"Steenvoorde", "59580"},
      {"Feuquières en Vimeu", "80308"},
      {"Lieuxaint", "77251"},
      {"Carrières-sous-Poissy", "78123"},
      {"Carentan-les-Marais", "50099"},
      {"La Ferté-Macé", "61168"},
      {"Changé", "53054"},
      {"Montfort-le-Gesnois", "72241"},
      {"Oraison", "04143"},
      {"Monteux", "84080"},
      {"Le Port", "97407"},
      {"Sinnamary", "97312"},
  };
  const Table& table = result["t"];
  ASSERT_EQ(table.row_count(), expected.size());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string printed = table.column("commune_du_rapport").text(row);
    EXPECT_EQ(table.column("insee").text(row), expected.at(printed)) << printed;
  }
  Words corrections;
  for (const Diagnostic& one : result.said("corrected-name")) corrections.push_back(one.message);
  EXPECT_EQ(corrections,
            (Words{"Anecy → Annecy (74010)", "Nogent-Sur-Vernisson → Nogent-sur-Vernisson (45229)",
                   "Feuquières en Vimeu → Feuquières-en-Vimeu (80308)", "Lieuxaint → Lieusaint (77251)",
                   "La Ferté-Macé → La Ferté Macé (61168)"}));
}

}  // namespace
}  // namespace cartouche
