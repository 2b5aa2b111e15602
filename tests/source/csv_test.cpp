#include "support.h"

namespace cartouche {
namespace {

using testing::column_names;
using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read_text;
using ::testing::SizeIs;
using testing::TemporaryFolder;
using testing::texts;
using Strings = std::vector<std::string>;

TEST(Csv, SplitsRecordsAsRfc4180Says) {
  const struct {
    const char* text;
    Strings first, second;  // the values of columns a and b
  } cases[] = {
      {"a,b\nun,deux\n", {"un"}, {"deux"}},
      {"a,b\r\nun,deux\r\n", {"un"}, {"deux"}},
      {"a,b\run,deux\r", {"un"}, {"deux"}},
      {"a,b\nun,deux", {"un"}, {"deux"}},
      {"\n\na,b\n\nun,deux\n\n\n", {"un"}, {"deux"}},
      {"a,b\n\"un, dit-on\",deux\n", {"un, dit-on"}, {"deux"}},
      {"a,b\n\"dit \"\"un\"\"\",\"\"\"\"\n", {"dit \"un\""}, {"\""}},
      {"a,b\n\"deux\nlignes\",\"et\r\ndeux\"\n", {"deux\nlignes"}, {"et\r\ndeux"}},
      {"a,b\n,deux\nun,\n\"\",\"\"\n", {"-", "un", "-"}, {"deux", "-", "-"}},
      {"a,b\n5\" de tuyau,x\n", {"5\" de tuyau"}, {"x"}},
      {"a,b\n gardé , tel \n", {" gardé "}, {" tel "}},
      {"\"a\",\"b\"\nun,deux\n", {"un"}, {"deux"}},
      {" a , b \nun,deux\n", {"un"}, {"deux"}},
      {"a,b\n", {}, {}},
  };
  for (const auto& one : cases) {
    const Table table = read_text(one.text);
    EXPECT_THAT(column_names(table), ElementsAre("a", "b")) << one.text;
    EXPECT_EQ(texts(table, "a"), one.first) << one.text;
    EXPECT_EQ(texts(table, "b"), one.second) << one.text;
  }
}

TEST(Csv, FindsTheDelimiterInTheHeader) {
  for (const char* text :
       {"nom;note\nx;y,z|w\n", "nom\tnote\nx\ty,z|w\n", "nom|note\nx|y,z;w\n", "nom,note\nx,\"y,z;w\"\n"})
    EXPECT_THAT(texts(read_text(text), "nom"), ElementsAre("x")) << text;
  EXPECT_THAT(texts(read_text("seul\nx;y\n"), "seul"), ElementsAre("x;y"));
  EXPECT_THAT(column_names(read_text("\"a;b;c\",d\n1,2\n")), ElementsAre("a;b;c", "d"));
}

TEST(Csv, TakesAStatedDelimiter) {
  ReadOptions options;
  options.delimiter = "tab";
  EXPECT_THAT(column_names(read_text("a,b\tc\n1\t2\n", options)), ElementsAre("a,b", "c"));
  options.delimiter = "point-virgule";
  EXPECT_EQ(complaint_of([&] { read_text("a\n", options); }).code, 2);
}

TEST(Csv, ReadsEveryUsualEncoding) {
  const struct {
    std::string text, stated;
    bool noted;
  } cases[] = {
      {"nom\nAngoulême\n", "", false},
      {"\xEF\xBB\xBFnom\nAngoulême\n", "", false},
      {"nom\nAngoul\xEAme\n", "", true},
      {"nom\nAngoul\xEAme\n", "Latin-1", false},
      {"nom\nAngoul\xEAme\n", "ISO-8859-1", false},
      {"nom\nAngoulême\n", "utf8", false},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.encoding = one.stated;
    Diagnostics notes;
    const Table table = read_text(one.text, options, &notes);
    EXPECT_THAT(texts(table, "nom"), ElementsAre("Angoulême")) << one.stated;
    EXPECT_EQ(notes.all().size(), one.noted ? 1U : 0U) << one.text;
    if (one.noted) {
      EXPECT_EQ(notes.all()[0].where.line, 2);
    }
  }
}

TEST(Csv, FindsNonAsciiTextAnywhereInAWord) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string word = std::string(before, 'x') + "é" + std::string(90, 'y') + "ç";
    EXPECT_THAT(texts(read_text("nom\n" + word + "\n"), "nom"), ElementsAre(word));
    Diagnostics notes;
    read_text("nom\n" + word + std::string(before, 'z') + "\xE9\n", {}, &notes);
    EXPECT_THAT(notes.all(), SizeIs(1)) << before;
  }
}

TEST(Csv, NamesTheLineOfWhatItCannotRead) {
  const struct {
    std::string text;
    const char* line;
  } cases[] = {
      {"", "essai.csv: the file is empty; expected a line of column names"},
      {"\n\n", "essai.csv: the file is empty; expected a line of column names"},
      {"a,b\n1,2\n3\n",
       "essai.csv:3: the row has 1 field where the header has 2; a value that holds the "
       "delimiter needs quotes"},
      {"a,b\n\"1\n1\",2\n3,4,5\n",
       "essai.csv:4: the row has 3 fields where the header has 2; a value that holds "
       "the delimiter needs quotes"},
      {"a,b\n1,\"2\n", "essai.csv:2:3: this quote is not closed"},
      {"a,b\n1,\"2\"x\n", "essai.csv:2:6: text after a closing quote; write a quote inside a value twice"},
      {"a,b,a\n1,2,3\n", "essai.csv:1:5: the column 'a' is there twice; rename one of them"},
      {"\xFF\xFE"
       "a\0",
       "essai.csv: the text is cut off or no UTF-16; save it as UTF-8"},
      {std::string("a\n1\0\n", 5), "essai.csv:2: a zero byte: this is no text file"},
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const auto file = folder.write("essai.csv", one.text);
    const auto complaint = complaint_of([&] { testing::read_file_as_table(file); }, folder.path().string());
    EXPECT_EQ(complaint.line, one.line);
    EXPECT_EQ(complaint.code, 3) << one.line;
  }
}

TEST(Csv, NamesAColumnWithoutAName) {
  EXPECT_THAT(column_names(read_text(",nom\n0,x\n")), ElementsAre("column_1", "nom"));
}

TEST(Csv, ReadsNumbersOnlyWhereEveryValueIsCanonical) {
  const struct {
    const char* values;  // separated by spaces, one a row; the file's delimiter is ';'
    Type type;
  } cases[] = {
      {"1 2 -3 0", Type::integer},
      {"1 2.5 1e-7 -0.25", Type::real},
      {"1,5 2 -3,25", Type::real},
      {"9223372036854775807", Type::integer},
      {"9223372036854775808", Type::text},
      {"01004 1005", Type::text},
      {"00", Type::text},
      {"+33", Type::text},
      {"-0", Type::text},
      {"1.", Type::text},
      {".5", Type::text},
      {"1.5 2,5", Type::text},
      {"1e", Type::text},
      {"1e308 -1.5e308", Type::real},
      {"1 1e999", Type::text},  // beyond a real: not a missing number
      {"nan inf", Type::text},
      {"2A 1", Type::text},
      {"1.234.567", Type::text},
  };
  for (const auto& one : cases) {
    std::string text = "mesure;autre\n";
    for (const char c : std::string(one.values)) text += c == ' ' ? ";x\n" : std::string(1, c);
    const Table table = read_text(text + ";x\n");
    EXPECT_EQ(table.column("mesure").type(), one.type) << one.values;
  }
}

TEST(Csv, ReadsWhatItFoundToBeANumber) {
  const Table table = read_text("a;b;c\n-12;0,5;1.25\n;;\n40;-3,125;1e3\n");
  EXPECT_EQ(table.column("a").integers()[2], 40);
  EXPECT_EQ(table.column("b").reals()[2], -3.125);
  EXPECT_EQ(table.column("c").reals()[2], 1000.0);
  for (const char* name : {"a", "b", "c"}) EXPECT_FALSE(table.column(name).is_valid(1)) << name;
}

TEST(Csv, TakesNoDecimalCommaWhereTheDelimiterIsAComma) {
  EXPECT_EQ(read_text("a,b\n\"1,5\",x\n").column("a").type(), Type::text);
}

TEST(Csv, KeepsCodesAsTextByTheirNames) {
  const struct {
    const char* name;
    Type type;
  } cases[] = {
      {"insee", Type::text},
      {"INSEE_COM", Type::text},
      {"codeInsee", Type::text},
      {"code_postal", Type::text},
      {"siren_membre", Type::text},
      {"Siret", Type::text},
      {"id_ti", Type::text},
      {"dep", Type::text},
      {"dep1", Type::text},
      {"région", Type::text},
      {"commune", Type::text},
      {"code-naf", Type::text},
      {"population", Type::integer},
      {"nb_communes", Type::integer},
      {"nb_com", Type::integer},
      {"valeur", Type::integer},
      {"identité", Type::integer},
      {"depenses", Type::integer},
      {"population_commune", Type::integer},
      {"decode", Type::integer},
  };
  for (const auto& one : cases)
    EXPECT_EQ(read_text(std::string(one.name) + "\n75056\n").column(one.name).type(), one.type) << one.name;
}

TEST(Csv, LetsStatedTypesWin) {
  ReadOptions options;
  options.types = {{"insee", Type::integer}, {"n", Type::text}, {"taux", Type::real}, {"ok", Type::boolean}};
  const Table table = read_text("insee;n;taux;ok\n01004;5;1 234,5;oui\n+7;6;0;FAUX\n", options);
  EXPECT_THAT(texts(table, "insee"), ElementsAre("1004", "7"));
  EXPECT_EQ(table.column("n").type(), Type::text);
  EXPECT_THAT(texts(table, "taux"), ElementsAre("1234.5", "0"));
  EXPECT_THAT(texts(table, "ok"), ElementsAre("true", "false"));
}

TEST(Csv, NamesThePlaceOfAValueThatDoesNotFitItsStatedType) {
  const struct {
    Type type;
    const char* line;
  } cases[] = {
      {Type::integer, "essai.csv:3:6: 'dix' in column 'n' is no whole number"},
      {Type::real, "essai.csv:3:6: 'dix' in column 'n' is no number"},
      {Type::boolean, "essai.csv:3:6: 'dix' in column 'n' is no boolean (true or false)"},
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const auto file = folder.write("essai.csv", "nom,n\na,1\néàüç,dix\n");
    ReadOptions options;
    options.types = {{"n", one.type}};
    const auto complaint =
        complaint_of([&] { testing::read_file_as_table(file, options); }, folder.path().string());
    EXPECT_EQ(complaint.line, one.line);
    EXPECT_EQ(complaint.code, 3);
  }
}

TEST(Csv, ReadsOnlyTheColumnsAskedFor) {
  ReadOptions options;
  options.columns = {"c", "a"};
  options.id = "b";
  const Table table = read_text("a,b,c,d\n1,2,3,4\n", options);
  EXPECT_THAT(column_names(table), ElementsAre("a", "b", "c"));
  EXPECT_EQ(table.row_id(0), "2");
}

TEST(Csv, NamesTheNearestColumn) {
  const struct {
    std::function<void(ReadOptions&)> ask;
    const char* line;
  } cases[] = {
      {[](ReadOptions& o) { o.x = "lonn", o.y = "lat", o.crs = "EPSG:4326"; },
       "'lonn' for x; did you mean 'lon'?"},
      {[](ReadOptions& o) { o.id = "cod"; }, "'cod' for the id; did you mean 'code'?"},
      {[](ReadOptions& o) { o.columns = {"latt"}; }, "'latt'; did you mean 'lat'?"},
      {[](ReadOptions& o) {
         o.types = {{"Lon", Type::real}};
       },
       "'Lon' to give a type; did you mean 'lon'?"},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.asked_at = {"projet.yaml", 4, 2};
    one.ask(options);
    const auto complaint = complaint_of([&] { read_text("code,lon,lat\na,1,2\n", options); });
    EXPECT_EQ(complaint.code, 2);
    EXPECT_THAT(complaint.line, ::testing::StartsWith("projet.yaml:4:2: "));
    EXPECT_THAT(complaint.line, ::testing::EndsWith(std::string("has no column ") + one.line));
  }
}

TEST(Csv, IsReadThroughGzip) {
  // gzip of "code,nom\n01004,Ambérieu\n"
  const TemporaryFolder folder;
  const unsigned char bytes[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4b, 0xce,
                                 0x4f, 0x49, 0xd5, 0xc9, 0xcb, 0xcf, 0xe5, 0x32, 0x30, 0x34, 0x30, 0x30,
                                 0xd1, 0x71, 0xcc, 0x4d, 0x3a, 0xbc, 0xb2, 0x28, 0x33, 0xb5, 0x94, 0x0b,
                                 0x00, 0x8e, 0x5f, 0xf6, 0x7d, 0x19, 0x00, 0x00, 0x00};
  const auto file = folder.write("a.csv.gz", std::string(bytes, bytes + sizeof bytes));
  EXPECT_THAT(texts(testing::read_file_as_table(file), "code"), ElementsAre("01004"));
  const auto cut = folder.write("b.csv.gz", std::string(bytes, bytes + sizeof bytes - 10));
  EXPECT_EQ(complaint_of([&] { testing::read_file_as_table(cut); }).code, 3);
}

TEST(Csv, RefusesAnAttributeFilter) {
  ReadOptions options;
  options.where = "a > 1";
  EXPECT_EQ(complaint_of([&] { read_text("a\n1\n", options); }).code, 2);
}

}  // namespace
}  // namespace cartouche
