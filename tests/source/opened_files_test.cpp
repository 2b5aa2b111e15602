// Files as they come: archives, workbooks, shapefiles that lie about their encoding, JSON of great integers;
// and files that are not what their name says.

#include <cstdint>
#include <random>

#include "../support/zip_file.h"
#include "support.h"

namespace cartouche {
namespace {

using testing::column_names;
using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::inspected;
using ::testing::IsEmpty;
using testing::read_file_as_table;
using ::testing::SizeIs;
using testing::TemporaryFolder;
using testing::texts;
using testing::ZipFile;

std::string codes_of(const Diagnostics& found) {
  std::string codes;
  for (const Diagnostic& one : found.all()) codes += (codes.empty() ? "" : " ") + one.code;
  return codes;
}

std::string layer_names(const SourceInfo& info) {
  std::string names;
  for (const LayerInfo& layer : info.layers) names += (names.empty() ? "" : " ") + layer.name;
  return names;
}

constexpr const char* kPoints =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"a"},"geometry":{"type":"Point","coordinates":[2,48]}}]})";

TEST(Archive, OfOneSourceIsThatSource) {
  const TemporaryFolder folder;
  ZipFile zip;
  zip.add("donnees/lisez-moi.txt", "Source : Insee\n");
  zip.add("__MACOSX/._zones.csv", "x");
  zip.add("donnees/zones.csv", "code;nom\n01;Ain\n");
  const auto file = folder.write("z.zip", zip.bytes());
  EXPECT_THAT(texts(read_file_as_table(file), "code"), ElementsAre("01"));
  EXPECT_EQ(layer_names(inspected(file)), "zones");
}

TEST(Archive, OfSeveralIsAskedByName) {
  const TemporaryFolder folder;
  ZipFile zip;
  zip.add("a.csv", "code\n01\n");
  zip.add("b/c.geojson", kPoints);
  const auto file = folder.write("z.zip", zip.bytes());
  EXPECT_EQ(layer_names(inspected(file)), "a c");
  const auto complaint = complaint_of([&] { read_file_as_table(file); }, folder.path().string());
  EXPECT_EQ(complaint.code, 2);
  EXPECT_THAT(complaint.line, HasSubstr("holds 2 sources; name one with layer: a.csv, b/c.geojson"));
  for (const char* name : {"a.csv", "a"}) {
    ReadOptions options;
    options.layer = name;
    EXPECT_THAT(column_names(read_file_as_table(file, options)), ElementsAre("code")) << name;
  }
  for (const char* name : {"b/c.geojson", "c.geojson", "c"}) {
    Diagnostics ignored;
    ReadOptions options;
    options.path = file.string() + ":" + name;
    EXPECT_EQ(read_source(options, ignored).row_count(), 1U) << name;
    EXPECT_TRUE(read_source(options, ignored).geometry().has_value());
  }
  ReadOptions other;
  other.layer = "d";
  EXPECT_EQ(complaint_of([&] { read_file_as_table(file, other); }).code, 2);
}

TEST(Archive, ThatIsNoneOrEmptyIsADataError) {
  const TemporaryFolder folder;
  EXPECT_EQ(complaint_of([&] { read_file_as_table(folder.write("a.zip", "code\n01\n")); }).code, 3);
  ZipFile zip;
  zip.add("photo.jpg", "x");
  EXPECT_EQ(complaint_of([&] { read_file_as_table(folder.write("b.zip", zip.bytes())); }).code, 3);
}

TEST(FileKind, IsThatOfTheNameAndNoOther) {
  const TemporaryFolder folder;
  const auto secret = folder.write("secret.csv", "mot\nsecret\n");
  const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + secret.string() +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (const char* name : {"a.geojson", "a.json", "a.gpkg", "a.shp", "a.fgb", "a.kml", "a.xml", "a.gml",
                           "a.xlsx", "a.topojson", "a.dat", "a"}) {
    const auto complaint =
        complaint_of([&] { read_file_as_table(folder.write(name, vrt)); }, folder.path().string());
    EXPECT_EQ(complaint.code, 3) << name;
    EXPECT_THAT(complaint.line, HasSubstr("it is a VRT, which is read only where its name ends in .vrt"))
        << name;
    EXPECT_EQ(complaint_of([&] { inspected(folder.write(name, vrt)); }).code, 3) << name;
  }
  ZipFile zip;
  zip.add("a.geojson", vrt);
  EXPECT_EQ(complaint_of([&] { read_file_as_table(folder.write("v.zip", zip.bytes())); }).code, 3);
}

TEST(FileKind, IsFoundByContentWhereTheNameSaysNothing) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file_as_table(folder.write("points", kPoints)).row_count(), 1U);
  EXPECT_EQ(read_file_as_table(folder.write("points.v2", kPoints)).row_count(), 1U);
}

TEST(BigIntegers, OfJsonKeepTheirDigits) {
  std::mt19937_64 random(31);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> numbers;
    std::string features;
    for (int i = 0; i < 5; ++i) {
      numbers.push_back((i % 2 == 0 ? "" : "-") + std::to_string(random() | 0x8000000000000000ULL) +
                        std::to_string(random() % 1000));
      features +=
          (features.empty() ? "" : ",") + std::string(R"({"type":"Feature","properties":{"n":)") +
          numbers.back() +
          R"(,"t":"12345678901234567890 \"","m":12},"geometry":{"type":"Point","coordinates":[2,48]}})";
    }
    const TemporaryFolder folder;
    Diagnostics found;
    const Table table = read_file_as_table(
        folder.write("n.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}"), {},
        &found);
    EXPECT_EQ(texts(table, "n"), numbers);
    EXPECT_EQ(table.column("m").type(), Type::integer);
    EXPECT_EQ(texts(table, "t").front(), "12345678901234567890 \"");
    EXPECT_EQ(codes_of(found), "beyond-64-bits");
  }
}

// The least workbook that is one: a sheet of texts and numbers.
std::string xlsx(const std::vector<std::vector<std::string>>& rows) {
  std::string sheet =
      R"(<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    sheet += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& cell = rows[r][c];
      const std::string place =
          "r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) + "\"";
      if (cell.empty()) continue;
      if (cell[0] == '#')  // a number
        sheet += "<c " + place + "><v>" + cell.substr(1) + "</v></c>";
      else
        sheet += "<c " + place + " t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
    sheet += "</row>";
  }
  ZipFile zip;
  zip.add(
      "[Content_Types].xml",
      R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>)");
  zip.add(
      "_rels/.rels",
      R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
  zip.add(
      "xl/workbook.xml",
      R"(<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="t" sheetId="1" r:id="rId1"/></sheets></workbook>)");
  zip.add(
      "xl/_rels/workbook.xml.rels",
      R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)");
  zip.add("xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>");
  return zip.bytes();
}

TEST(Workbook, HasItsHeaderInTheFirstRowOfTexts) {
  const TemporaryFolder folder;
  const struct {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> names, first;
    const char* codes;
  } cases[] = {
      {{{"code", "nom"}, {"01", "Ain"}, {"02", "Aisne"}}, {"code", "nom"}, {"01", "02"}, ""},
      {{{"code", "pop"}, {"01", "#12"}, {"02", "#13"}}, {"code", "pop"}, {"01", "02"}, ""},
      {{{"#1", "#2"}, {"#3", "#4"}}, {"Field1", "Field2"}, {"1", "3"}, ""},
      {{{"Population", ""}, {"code", "nom"}, {"01", "Ain"}},
       {"Field1", "Field2"},
       {"Population", "code", "01"},
       "title-lines"},
  };
  for (const auto& one : cases) {
    Diagnostics found;
    const Table table = read_file_as_table(folder.write("t.xlsx", xlsx(one.rows)), {}, &found);
    EXPECT_EQ(column_names(table), one.names);
    EXPECT_EQ(texts(table, one.names[0]), one.first);
    EXPECT_EQ(codes_of(found), one.codes);
    const SourceInfo info = inspected(folder.path() / "t.xlsx");
    EXPECT_EQ(info.layers.at(0).fields.at(0).name, one.names[0]);
  }
}

TEST(Workbook, IsReadBehindItsTitles) {
  const TemporaryFolder folder;
  ReadOptions options;
  options.skip = 2;
  Diagnostics found;
  const Table table = read_file_as_table(folder.write("t.xlsx", xlsx({{"Population légale"},
                                                                      {"au 1er janvier", "", "s"},
                                                                      {"code", "nom", "pop"},
                                                                      {"01", "Ain", "#12"},
                                                                      {"02", "Aisne, \"haute\"", "#13.5"}})),
                                         options, &found);
  EXPECT_THAT(column_names(table), ElementsAre("code", "nom", "pop"));
  EXPECT_THAT(texts(table, "nom"), ElementsAre("Ain", "Aisne, \"haute\""));
  EXPECT_EQ(table.column("pop").type(), Type::real);
  EXPECT_THAT(found.all(), IsEmpty());
  EXPECT_EQ(complaint_of([&] { read_file_as_table(folder.write("p.geojson", kPoints), options); }).code, 2);
}

TEST(Encoding, ThatAShapefileLiesAboutIsNoticed) {
  // As in ../shared/cases/shapefile-encoding: a table that says CP1252 and holds UTF-8.
  const auto little = [](std::uint32_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    return bytes;
  };
  const auto dbase = [&](const std::vector<std::string>& values) {
    constexpr std::size_t kWidth = 12;
    std::string bytes = "\x03\x79\x01\x01" + little(static_cast<std::uint32_t>(values.size()), 4) +
                        little(65, 2) + little(kWidth + 1, 2) + std::string(20, '\0') + "nom" +
                        std::string(8, '\0') + "C" + std::string(4, '\0') + static_cast<char>(kWidth) +
                        std::string(15, '\0') + "\r";
    for (const std::string& value : values) bytes += " " + value + std::string(kWidth - value.size(), ' ');
    return bytes + "\x1A";
  };
  const struct {
    std::vector<std::string> bytes, read;
    const char* said;
    const char* codes;
  } cases[] = {
      {{"Angoulême", "Paris"}, {"Angoulême", "Paris"}, "1252", "encoding-lies"},
      {{"Angoulême", "Paris"}, {"Angoulême", "Paris"}, "ISO-8859-1", "encoding-lies"},
      {{"Angoul\xEAme", "Paris"}, {"Angoulême", "Paris"}, "1252", ""},
      {{"Angoul\xEAme", "Nîmes"}, {"Angoulême", "Nîmes"}, "1252", "encoding-lies mixed-encoding"},
      {{"Angoul\xEAme", "Nîmes"}, {"Angoulême", "Nîmes"}, "UTF-8", "mixed-encoding"},
      {{"Angoul\xEAme", "Paris"}, {"Angoulême", "Paris"}, "UTF-8", "read-as-latin1"},
      {{"Paris", "Lyon"}, {"Paris", "Lyon"}, "1252", ""},
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const auto file = folder.write("a.dbf", dbase(one.bytes));
    folder.write("a.cpg", one.said);
    Diagnostics found;
    EXPECT_EQ(texts(read_file_as_table(file, {}, &found), "nom"), one.read) << one.said;
    EXPECT_EQ(codes_of(found), one.codes) << one.said;
    Diagnostics shown;
    inspected(file, "", &shown);
    EXPECT_EQ(codes_of(shown), one.codes) << one.said;
  }
}

}  // namespace
}  // namespace cartouche
