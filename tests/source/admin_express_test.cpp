#include "cartouche/source/admin_express.h"

#include "support.h"

namespace cartouche {
namespace {

using testing::column_names;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::read_text;
using testing::texts;
using Strings = std::vector<std::string>;

Strings described(const Strings& fields, const std::string& layer) {
  Strings all;
  for (const Alias& alias : admin_express_aliases(fields, layer))
    all.push_back(alias.name + "=" + alias.field);
  std::sort(all.begin(), all.end());
  return all;
}

TEST(AdminExpress, NamesTheFieldsOfBothGenerationsAlike) {
  const struct {
    const char* layer;
    Strings fields;
    Strings aliases;
  } cases[] = {
      {"COMMUNE",
       {"ID", "NOM", "NOM_M", "INSEE_COM", "STATUT", "POPULATION", "INSEE_CAN", "INSEE_ARR", "INSEE_DEP",
        "INSEE_REG", "SIREN_EPCI"},
       {"arr=INSEE_ARR", "canton=INSEE_CAN", "dep=INSEE_DEP", "epci=SIREN_EPCI", "insee=INSEE_COM", "nom=NOM",
        "population=POPULATION", "reg=INSEE_REG", "statut=STATUT"}},
      {"commune",
       {"cleabs", "nom_officiel", "statut", "code_insee", "population", "code_insee_du_canton",
        "code_insee_de_l_arrondissement", "code_insee_du_departement", "code_insee_de_la_region",
        "codes_siren_des_epci"},
       {"arr=code_insee_de_l_arrondissement", "canton=code_insee_du_canton", "dep=code_insee_du_departement",
        "epci=codes_siren_des_epci", "insee=code_insee", "nom=nom_officiel", "reg=code_insee_de_la_region"}},
      {"EPCI", {"ID", "CODE_SIREN", "NOM", "NATURE"}, {"nature=NATURE", "nom=NOM", "siren=CODE_SIREN"}},
      {"epci", {"cleabs", "code_siren", "nom_officiel", "nature"}, {"nom=nom_officiel", "siren=code_siren"}},
      {"EPCI",
       {"CODE_EPCI", "NOM_EPCI", "TYPE_EPCI"},
       {"nature=TYPE_EPCI", "nom=NOM_EPCI", "siren=CODE_EPCI"}},
      {"COMMUNE",
       {"INSEE_COM", "NOM_COM", "CODE_EPCI", "NOM_EPCI", "NOM_DEP"},
       {"epci=CODE_EPCI", "insee=INSEE_COM", "nom=NOM_COM"}},
      {"DEPARTEMENT", {"NOM", "INSEE_DEP", "INSEE_REG"}, {"dep=INSEE_DEP", "nom=NOM", "reg=INSEE_REG"}},
      {"departement",
       {"nom_officiel", "code_insee", "code_insee_de_la_region"},
       {"dep=code_insee", "nom=nom_officiel", "reg=code_insee_de_la_region"}},
      {"region", {"nom_officiel", "code_insee"}, {"nom=nom_officiel", "reg=code_insee"}},
      {"autre", {"NOM", "POPULATION"}, {}},
      {"communes", {"insee", "nom", "code_insee", "nom_officiel"}, {}},
  };
  for (const auto& one : cases) EXPECT_EQ(described(one.fields, one.layer), one.aliases) << one.layer;
}

TEST(AdminExpress, AddsItsNamesBesideTheSources) {
  const Table table =
      read_text("code_insee,nom_officiel,codes_siren_des_epci\n01004,Ambérieu,240100883\n29083,Sein,NR\n");
  EXPECT_THAT(column_names(table),
              ElementsAre("code_insee", "nom_officiel", "codes_siren_des_epci", "insee", "nom", "epci"));
  EXPECT_THAT(texts(table, "insee"), ElementsAre("01004", "29083"));
  EXPECT_THAT(texts(table, "epci"), ElementsAre("240100883", "-"));
  EXPECT_THAT(texts(table, "codes_siren_des_epci"), ElementsAre("240100883", "NR"));
}

TEST(AdminExpress, TellsTheEptFromTheMetropoleInWhateverOrder) {
  const Table table = read_text(
      "INSEE_COM;SIREN_EPCI\n92012;200054781/200057974\n93001;200057867/"
      "200054781\n01004;240100883\n29083;NR\n");
  EXPECT_THAT(texts(table, "epci"), ElementsAre("200054781", "200054781", "240100883", "-"));
  EXPECT_THAT(texts(table, "ept"), ElementsAre("200057974", "200057867", "-", "-"));
}

TEST(AdminExpress, CountsItsNamesAsColumns) {
  ReadOptions options;
  options.id = "insee";
  options.columns = {"nom", "ept"};
  const Table table =
      read_text("INSEE_COM;NOM;SIREN_EPCI\n92012;Boulogne-Billancourt;200054781/200057974\n", options);
  EXPECT_THAT(column_names(table), ElementsAre("insee", "nom", "ept"));
  EXPECT_EQ(table.row_id(0), "92012");
}

}  // namespace
}  // namespace cartouche
