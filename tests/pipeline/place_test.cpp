// Places found by name or code; what is corrected, and what is refused.

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

struct Commune {
  std::string insee, name, region, epci;
  double x, y;
};
const std::vector<Commune> kCommunes{
    {"74010", "Annecy", "84", "200066793", 6.13, 45.90},
    {"69008", "Ancy", "84", "200040574", 4.50, 45.83},
    {"43170", "Saint-Beauzire", "84", "200074102", 3.30, 45.26},
    {"63322", "Saint-Beauzire", "84", "200070753", 3.18, 45.85},
    {"53054", "Changé", "52", "200083392", -0.79, 48.10},
    {"72058", "Changé", "52", "247200132", 0.28, 47.99},
    {"77251", "Lieusaint", "11", "200059228", 2.55, 48.63},
    {"50273", "Lieusaint", "28", "200067205", -1.47, 49.47},
    {"39368", "Hauts de Bienne", "27", "200026573", 6.02, 46.52},
    {"80308", "Feuquières-en-Vimeu", "32", "200070993", 1.60, 50.06},
    {"50099", "Carentan-les-Marais", "28", "200042729", -1.24, 49.30},
    {"97407", "Le Port", "04", "249740101", 55.29, -20.94},
    {"09223", "Le Port", "76", "200067791", 1.37, 42.85},
    {"63285", "Pontgibaud", "84", "200072098", 2.85, 45.83},
    {"94038", "L'Haÿ-les-Roses", "11", "200058014", 2.34, 48.78},
};

Table gazetteer() {
  Words insee, names, regions, epci, wkt;
  for (const Commune& one : kCommunes) {
    insee.push_back(one.insee);
    names.push_back(one.name);
    regions.push_back(one.region);
    epci.push_back(one.epci);
    wkt.push_back("POINT (" + std::to_string(one.x) + " " + std::to_string(one.y) + ")");
  }
  return with(
      table_of({words("insee", insee), words("nom", names), words("reg", regions), words("epci", epci)},
               "insee"),
      shapes(GeometryKind::point, wkt, "EPSG:4326"));
}

Sources sources_for(const Words& names, const Words& regions, const Words& territories) {
  return {
      {"communes", gazetteer()},
      {"projets", table_of({words("commune", names), words("region", regions), words("ti", territories)})},
      {"membres",
       with(table_of({words("lib_ti",
                            {"Grand Annecy", "Riom - Vichy", "Laval-Loiron", "Vallée de la Bresle - Vimeu"}),
                      words("siren_membre", {"200066793", "200070753", "200083392", "200070993"})}),
            shapes(GeometryKind::polygon,
                   {square(6, 45.5, 1), square(3.1, 45.8, 0.2), square(-1, 48, 0.5), square(1.5, 50, 0.5)},
                   "EPSG:4326"))}};
}

const std::string kByName = R"(  t:
    - from: projets
    - place:
        name: commune
        gazetteer: communes
        gazetteer_name: nom
        region: region
        gazetteer_region: reg
        region_groups: { OM: ["01", "02", "03", "04", "06"] }
        take: { insee: insee }
)";
const std::string kByCodes = kByName +
                             "        context: { column: ti, table: membres, name: lib_ti, code: "
                             "siren_membre, gazetteer_code: [epci] }\n";
const std::string kByPolygons = kByName + "        context: { column: ti, table: membres, name: lib_ti }\n";

TEST(Place, FindsTheCommunesOfTheReport) {
  struct Case {
    std::string printed, region, territory, insee, correction;
  };
  const std::vector<Case> cases{
      {"Anecy", "84", "Grand Annecy", "74010", "Anecy → Annecy (74010)"},
      {"Saint-Beauzire", "84", "Riom Vichy", "63322", ""},
      {"Changé", "52", "Laval-Loiron", "53054", ""},
      {"Lieuxaint", "11", "Evry-Corbeil - Villaroche", "77251", "Lieuxaint → Lieusaint (77251)"},
      {"Hauts de Bienne", "27", "Haut-Jura", "39368", ""},
      {"Feuquières en Vimeu", "32", "Vallée de la Bresle", "80308",
       "Feuquières en Vimeu → Feuquières-en-Vimeu (80308)"},
      {"Carentan-les-Marais", "28", "", "50099", ""},
      {"Le Port", "OM", "Le Port", "97407", ""},
      {"HAY LES ROSES (L')", "", "", "", ""},
      {"l'hay les roses", "11", "", "94038", "l'hay les roses → L'Haÿ-les-Roses (94038)"},
  };
  for (const std::string& recipe : {kByCodes, kByPolygons})
    for (const Case& one : cases) {
      const Sources sources = sources_for({one.printed}, {one.region}, {one.territory});
      if (one.insee.empty()) {
        EXPECT_EQ(error_of(sources, recipe).code(), ExitCode::data) << one.printed;
        continue;
      }
      const Outcome result = run(sources, recipe);
      EXPECT_EQ(texts(result["t"], "insee"), (Words{one.insee})) << one.printed;
      const auto corrected = result.said("corrected-name");
      EXPECT_EQ(corrected.size(), one.correction.empty() ? 0U : 1U) << one.printed;
      if (corrected.empty()) continue;
      EXPECT_EQ(corrected[0].message, one.correction);
    }
}

TEST(Place, GivesThePointOfThePlaceInTheGazetteersCrs) {
  const Outcome result = run(sources_for({"Annecy"}, {"84"}, {""}), kByName);
  const GeometryColumn& geometry = *result["t"].geometry();
  EXPECT_EQ(geometry.crs.definition(), "EPSG:4326");
  EXPECT_EQ(geometry.shapes.points()[0], (Point{6.13, 45.90}));
}

TEST(Place, ANameThatFitsTwoPlacesIsRefusedWithBoth) {
  const Error error = error_of(sources_for({"Saint-Beauzire"}, {"84"}, {""}), kByName);
  EXPECT_EQ(error.code(), ExitCode::data);
  EXPECT_TRUE(says(error, "'Saint-Beauzire' could be Saint-Beauzire (43170), Saint-Beauzire (63322)"))
      << error.what();
}

TEST(Place, AMistypedNameThatFitsTwoPlacesIsRefusedWithBoth) {
  const Error error = error_of(sources_for({"Lieuxaint"}, {""}, {""}), kByName);
  EXPECT_TRUE(says(error, "Lieusaint (77251), Lieusaint (50273)")) << error.what();
}

TEST(Place, AHopelessNameIsRefusedWithTheNearest) {
  const Error error = error_of(sources_for({"Pontgibeaudville"}, {"84"}, {""}), kByName);
  EXPECT_EQ(error.code(), ExitCode::data);
  EXPECT_TRUE(says(error, "no place is called 'Pontgibeaudville'; the nearest are Pontgibaud (63285)"))
      << error.what();
}

TEST(Place, TheRegionSaysWhereToLook) {
  EXPECT_TRUE(says(error_of(sources_for({"Annecy"}, {"11"}, {""}), kByName), "no place is called 'Annecy'"));
}

TEST(Place, ShortNamesAreNotCorrected) {
  EXPECT_EQ(error_of(sources_for({"Anc"}, {"84"}, {""}), kByName).code(), ExitCode::data);
}

TEST(Place, ATerritoryDecidesOnlyAmongPlacesThatFitEquallyWell) {
  // Ancy is exactly what is written, though the territory holds Annecy.
  const Outcome result = run(sources_for({"Ancy"}, {"84"}, {"Grand Annecy"}), kByCodes);
  EXPECT_EQ(texts(result["t"], "insee"), (Words{"69008"}));
}

TEST(Place, UnplacedRowsCanBeReportedInstead) {
  const Outcome result = run(sources_for({"Nulleparteville", "Annecy"}, {"84", "84"}, {"", ""}),
                             kByName + "        unmatched: report\n");
  EXPECT_EQ(texts(result["t"], "insee"), (Words{"", "74010"}));
  EXPECT_TRUE(result["t"].geometry()->shapes.is_missing(0));
  ASSERT_EQ(result.said("unmatched-rows").size(), 1U);
}

TEST(Place, ARepeatedCorrectionIsSaidOnce) {
  const Outcome result =
      run(sources_for({"Anecy", "Anecy"}, {"84", "84"}, {"Grand Annecy", "Grand Annecy"}), kByCodes);
  EXPECT_EQ(texts(result["t"], "insee"), (Words{"74010", "74010"}));
  EXPECT_EQ(result.said("corrected-name").size(), 1U);
}

TEST(PlaceByCode, FindsCodesAlsoThroughAMerge) {
  Sources sources{{"communes", gazetteer()},
                  {"projets", table_of({words("code", {"74010", "74093", "99999", ""})})},
                  {"anciennes", table_of({words("insee", {"74093"}), words("actuel", {"74010"})})}};
  const Outcome result = run(sources, R"(  t:
    - from: projets
    - place: { code: code, gazetteer: communes, gazetteer_code: insee, take: { nom: commune }, through: { table: anciennes, from: insee, to: actuel } }
)");
  EXPECT_EQ(texts(result["t"], "commune"), (Words{"Annecy", "Annecy", "", ""}));
  EXPECT_EQ(result.said("matched-through-merge").at(0).ids, (Words{"74093 → 74010"}));
  EXPECT_EQ(result.said("unmatched-rows").at(0).ids.size(), 2U);
}

TEST(PlaceByCode, APolygonGivesAPointInsideIt) {
  Sources sources{{"communes", with(table_of({words("insee", {"1"})}),
                                    shapes(GeometryKind::polygon,
                                           {"POLYGON ((0 0, 10 0, 10 1, 1 1, 1 10, 0 10, 0 0))"}))},
                  {"projets", table_of({words("code", {"1"})})}};
  const Outcome result = run(
      sources,
      "  t:\n    - from: projets\n    - place: { code: code, gazetteer: communes, gazetteer_code: insee }\n");
  const Point point = result["t"].geometry()->shapes.points()[0];
  const bool inside = (point.x > 0 && point.x < 10 && point.y > 0 && point.y < 1) ||
                      (point.x > 0 && point.x < 1 && point.y > 0 && point.y < 10);
  EXPECT_TRUE(inside) << point.x << " " << point.y;
}

TEST(Place, NeedsANameOrACode) {
  EXPECT_TRUE(says(
      error_of(sources_for({}, {}, {}), "  t:\n    - from: projets\n    - place: { gazetteer: communes }\n"),
      "place needs 'name' or 'code'"));
}

}  // namespace
}  // namespace cartouche
