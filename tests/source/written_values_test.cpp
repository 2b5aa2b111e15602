// Values and texts as people and programs write them, drawn at random: what goes in comes out, or is
// reported.

#include <fmt/format.h>

#include <random>

#include "cartouche/base/number_format.h"
#include "support.h"

namespace cartouche {
namespace {

using testing::column_names;
using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_text;
using ::testing::SizeIs;
using testing::texts;
using Strings = std::vector<std::string>;

std::string codes_of(const Diagnostics& found) {
  std::string codes;
  for (const Diagnostic& one : found.all()) codes += (codes.empty() ? "" : " ") + one.code;
  return codes;
}

/// UTF-16 of text of the basic plane.
std::string utf16(const std::string& text, bool big_endian) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    unsigned code = length == 1 ? first : first & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t i = 1; i < length; ++i)
      code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    const char high = static_cast<char>(code >> 8U), low = static_cast<char>(code & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
    at += length;
  }
  return bytes;
}

std::string latin1(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      bytes += text[at];
      continue;
    }
    bytes += static_cast<char>((first & 0x03U) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU));
  }
  return bytes;
}

class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}
  int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
  std::string one_of(const Strings& all) {
    return all[static_cast<std::size_t>(number(0, static_cast<int>(all.size()) - 1))];
  }
  /// A French name, with an accent at least.
  std::string name() {
    const Strings parts = {"Ang", "Saint", "oul", "ville", "mont", "sur", "l'Ha", "ch", "tel"};
    const Strings accents = {"é", "è", "ê", "ç", "à", "ô", "É", "ï"};
    std::string text = one_of(parts);
    for (int i = number(1, 3); i > 0; --i) text += one_of(accents) + one_of(parts);
    return text;
  }

 private:
  std::mt19937 random_;
};

TEST(WrittenText, OfEveryEncodingReadsAsTheSameRowsWithoutAFinding) {
  Draw draw(11);
  for (int round = 0; round < 40; ++round) {
    Strings names;
    std::string text = "nom;lieu\n";
    for (int row = draw.number(3, 30); row > 0; --row) {
      names.push_back(draw.name());
      text += names.back() + ";" + draw.name() + "\n";
    }
    const struct {
      std::string bytes, stated;
      std::string codes;
    } cases[] = {
        {text, "", ""},
        {"\xEF\xBB\xBF" + text, "", ""},
        {"\xFF\xFE" + utf16(text, false), "", ""},
        {"\xFE\xFF" + utf16(text, true), "", ""},
        {utf16(text, false), "", ""},
        {utf16(text, true), "", ""},
        {utf16(text, true), "UTF-16BE", ""},
        {latin1(text), "", "read-as-latin1"},
        {latin1(text), "Windows-1252", ""},
        {latin1(text), "ISO-8859-15", ""},
    };
    for (const auto& one : cases) {
      ReadOptions options;
      options.encoding = one.stated;
      Diagnostics found;
      EXPECT_EQ(texts(read_text(one.bytes, options, &found), "nom"), names) << one.stated;
      EXPECT_EQ(codes_of(found), one.codes) << one.stated;
    }
  }
}

TEST(WrittenText, KeepsItsLettersWhereSomeBytesAreOfAnotherEncoding) {
  Draw draw(12);
  for (int round = 0; round < 60; ++round) {
    const int rows = draw.number(2, 40), bad = draw.number(1, rows);
    Strings names;
    std::string text = "nom;n\n";
    for (int row = 1; row <= rows; ++row) {
      names.push_back(draw.name());
      text += (row == bad ? latin1(names.back()) : names.back()) + ";1\n";
    }
    Diagnostics found;
    EXPECT_EQ(texts(read_text(text, {}, &found), "nom"), names);
    ASSERT_EQ(codes_of(found), "mixed-encoding");
    EXPECT_EQ(found.all()[0].severity, Severity::problem);
    EXPECT_EQ(found.all()[0].where.line, bad + 1);
    EXPECT_THAT(found.all()[0].ids.front(), HasSubstr(names[static_cast<std::size_t>(bad - 1)]));
  }
}

TEST(WrittenText, ShowsASignThatWasCutAsUnknown) {
  Diagnostics found;
  const Table table = read_text("nom,n\nAngoul\xC3,1\nSaint-\xC3\x89tienne,2\n", {}, &found);
  EXPECT_THAT(texts(table, "nom"), ElementsAre("Angoul\xEF\xBF\xBD", "Saint-Étienne"));
  EXPECT_EQ(codes_of(found), "mixed-encoding");
}

TEST(WrittenText, IsLatin1WhereWhatLooksLikeUtf8IsNoWesternLetter) {
  Diagnostics found;
  const Table table = read_text("nom\n\xAB LIBERT\xC9\xBB\n\xE9t\xE9\n", {}, &found);
  EXPECT_THAT(texts(table, "nom"), ElementsAre("« LIBERTÉ»", "été"));
  EXPECT_EQ(codes_of(found), "read-as-latin1");
}

TEST(WrittenNumbers, AreReadAsTheyWereMeantWithoutAFinding) {
  Draw draw(13);
  for (int round = 0; round < 200; ++round) {
    const std::string blank = draw.one_of({" ", "\u00A0", "\u202F", "\u2009"});
    const std::string minus = draw.one_of({"-", "\u2212"});
    const int decimals = draw.number(0, 3);
    std::vector<double> values;
    std::string text = "mesure;autre\n";
    for (int row = draw.number(1, 12); row > 0; --row) {
      const double whole = draw.number(0, 1 << draw.number(1, 30));
      const std::string digits = fmt::format("{:.0f}", whole);
      std::string grouped;
      for (std::size_t i = 0; i < digits.size(); ++i)
        grouped += (i > 0 && (digits.size() - i) % 3 == 0 ? blank : "") + digits[i];
      std::string fraction;
      for (int i = 0; i < decimals; ++i) fraction += static_cast<char>('0' + draw.number(0, 9));
      const bool negative = whole > 0 && draw.number(0, 2) == 0;
      const std::string pad = draw.one_of({"", "", " ", "\u00A0"});
      text += pad + (negative ? minus : "") + grouped + (decimals > 0 ? "," + fraction : "") + pad + ";x\n";
      values.push_back((negative ? -1 : 1) * std::stod(digits + "." + fraction + "0"));
    }
    Diagnostics found;
    const Table table = read_text(text, {}, &found);
    ASSERT_NE(table.column("mesure").type(), Type::text) << text;
    for (std::size_t row = 0; row < values.size(); ++row)
      EXPECT_DOUBLE_EQ(table.column("mesure").number(row), values[row]) << text;
    EXPECT_EQ(codes_of(found), "") << text;
  }
}

TEST(WrittenNumbers, SayWhatKeptThemFromBeingNumbers) {
  const struct {
    const char* values;  // separated by '/', one a row
    Type type;
    const char* codes;
    const char* says;
  } cases[] = {
      {"12,5/nd/7,1", Type::text, "numbers-as-text", "missing: [nd]"},
      {"1/2/s/s/s/s/s", Type::text, "numbers-as-text", "5 of its 7 values"},
      {"1/2/3/4/5/6/7/8/9/10/11/a/12/13/14/15/16/17/18/b c", Type::text, "numbers-as-text", "\"b c\""},
      {"1.5/2,5", Type::text, "numbers-as-text", "both decimal points and decimal commas"},
      {"3 %/4 €", Type::text, "numbers-as-text", "different units"},
      {"3 %/4", Type::text, "numbers-as-text", "different units"},
      {"12,5 %/7,5 %", Type::real, "number-with-unit", "types: { mesure: real }"},
      {"12 M€/7 M€", Type::integer, "number-with-unit", "in M€"},
      {"12/18446744073709551616", Type::text, "beyond-64-bits", "real for quantities"},
      {"12/18446744073709551616/nd", Type::text, "", ""},
      {"oui/non/1", Type::text, "", ""},
      {"rue 1/rue 2/rue 3", Type::text, "", ""},
      {"a/b/c/1/2", Type::text, "", ""},
      {"01/02/03", Type::text, "", ""},
      {"2021-01-01/2021-01-02", Type::text, "", ""},
      {"+33/+34", Type::text, "", ""},
      {"1 2345/2/3", Type::text, "numbers-as-text", "1 of its 3"},
      {"vrai/faux", Type::text, "", ""},
  };
  for (const auto& one : cases) {
    std::string text = "mesure;autre\n";
    for (const char c : std::string(one.values)) text += c == '/' ? ";x\n" : std::string(1, c);
    Diagnostics found;
    const Table table = read_text(text + ";x\n", {}, &found);
    EXPECT_EQ(table.column("mesure").type(), one.type) << one.values;
    EXPECT_EQ(codes_of(found), one.codes) << one.values;
    if (!found.all().empty()) {
      EXPECT_THAT(found.all()[0].message, HasSubstr(one.says)) << one.values;
    }
  }
}

TEST(WrittenNumbers, GiveNoFindingOnceTheirTypeOrTheirMissingWordsAreStated) {
  ReadOptions options;
  options.types = {{"part", Type::real}, {"lot", Type::text}};
  options.missing = {"n.d.", "s"};
  Diagnostics found;
  const Table table = read_text("part;lot;n\n12,5 %;1;n.d.\n s ;x;4\n7 %;2; n.d.\n", options, &found);
  EXPECT_THAT(texts(table, "part"), ElementsAre("12.5", "-", "7"));
  EXPECT_THAT(texts(table, "n"), ElementsAre("-", "4", "-"));
  EXPECT_EQ(table.column("n").type(), Type::integer);
  EXPECT_EQ(codes_of(found), "");
}

TEST(WrittenNumbers, OfTwoUnitsAreNoColumnOfAStatedType) {
  ReadOptions options;
  options.types = {{"n", Type::real}};
  const auto complaint = complaint_of([&] { read_text("n;m\n3 k€;1\n2 M€;2\n", options); });
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, HasSubstr("'2 M€' in column 'n' is no number"));
}

TEST(Preamble, OfASpreadsheetNamesTheDelimiter) {
  for (const char* text : {"sep=;\na;b\n1;2\n", "\"sep=;\"\na;b\n1;2\n", "SEP=;\r\na;b\r\n1;2\r\n",
                           "\xEF\xBB\xBFsep=;\na;b\n1;2\n", "sep=|\na|b\n1|2\n", "sep=\t\na\tb\n1\t2\n"}) {
    Diagnostics found;
    const Table table = read_text(text, {}, &found);
    EXPECT_THAT(column_names(table), ElementsAre("a", "b")) << text;
    EXPECT_THAT(texts(table, "b"), ElementsAre("2")) << text;
    EXPECT_THAT(found.all(), IsEmpty());
  }
}

TEST(Preamble, IsSkippedAsStatedAndSuspectedWhereItIsNot) {
  const struct {
    const char* text;
    int skip;
  } cases[] = {
      {"Population légale\ncode;nom;pop\n01;Ain;3\n02;Aisne;4\n", 1},
      {"Population, 2021\n\ncode;nom;pop\n01;Ain;3\n", 2},
      {"Population;;\n;;\ncode;nom;pop\n01;Ain;3\n02;Aisne;4\n", 2},
      {"Source : Insee\nDate : 2021, mars\ncode,nom,pop\n01,Ain,3\n", 2},
      {"\"Titre, long\"\ncode,nom,pop\n01,\"Ain, l'\",3\n", 1},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.skip = one.skip;
    Diagnostics found;
    EXPECT_THAT(column_names(read_text(one.text, options, &found)), ElementsAre("code", "nom", "pop"))
        << one.text;
    EXPECT_THAT(found.all(), IsEmpty()) << one.text;
    std::string said;
    try {
      Diagnostics suspected;
      read_text(one.text, {}, &suspected);
      if (!suspected.all().empty()) said = suspected.all()[0].message;
      EXPECT_THAT(codes_of(suspected), ::testing::StartsWith("title-lines")) << one.text;
    } catch (const Error& error) {
      said = error.what();
    }
    EXPECT_THAT(said, HasSubstr("skip: " + std::to_string(one.skip))) << one.text;
  }
}

TEST(Preamble, IsNotSuspectedOfValidTables) {
  Draw draw(14);
  for (int round = 0; round < 100; ++round) {
    const char delimiter = draw.one_of({";", ",", "\t", "|"})[0];
    const int columns = draw.number(1, 6);
    std::string text;
    for (int row = 0; row <= draw.number(0, 12); ++row)
      for (int c = 0; c < columns; ++c) {
        const std::string cell =
            row == 0 ? "col" + std::to_string(c) : draw.one_of({"x", "12", draw.name(), "\"a;b,c\""});
        text += cell + (c + 1 < columns ? delimiter : '\n');
      }
    ReadOptions options;
    options.delimiter = std::string(1, delimiter);
    for (const bool stated : {true, false}) {
      if (!stated) options.delimiter.clear();
      Diagnostics found;
      const Table table = read_text(text, options, &found);
      EXPECT_THAT(table.columns(), SizeIs(columns)) << text;
      for (const Diagnostic& one : found.all()) EXPECT_EQ(one.code, "numbers-as-text") << text;
    }
  }
}

TEST(Places, AreReadInEveryUsualForm) {
  const struct {
    const char* text;
    double lat, lon;
  } cases[] = {
      {"48.8566, 2.3522", 48.8566, 2.3522},          {"48.8566,2.3522", 48.8566, 2.3522},
      {"48,8566 2,3522", 48.8566, 2.3522},           {"48,8566; 2,3522", 48.8566, 2.3522},
      {"48,8566, 2,3522", 48.8566, 2.3522},          {"(48.8566 , -2.3522)", 48.8566, -2.3522},
      {"[48.8566; \u22122.3522]", 48.8566, -2.3522}, {"48°30'N, 2°15'36\"O", 48.5, -2.26},
      {"N 48° 30′, E 2° 15′ 36″", 48.5, 2.26},       {"48°30'00,0\" N 2°15'36,0\" E", 48.5, 2.26},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.lat_lon = "lieu";
    options.crs = "EPSG:4326";
    std::string quoted;
    for (const char c : std::string(one.text)) quoted += c == '"' ? "\"\"" : std::string(1, c);
    const Table table = read_text("nom;lieu\na;\"" + quoted + "\"\nb;\n", options);
    const auto points = table.geometry()->shapes.points();
    EXPECT_NEAR(points[0].x, one.lon, 1e-9) << one.text;
    EXPECT_NEAR(points[0].y, one.lat, 1e-9) << one.text;
    EXPECT_TRUE(is_missing(points[1]));
  }
  ReadOptions options;
  options.xy = "lieu";
  options.crs = "EPSG:2154";
  EXPECT_THAT(read_text("nom;lieu\na;652469 6862035\n", options).geometry()->shapes.points(),
              ElementsAre(Point{652469, 6862035}));
  const auto complaint = complaint_of([&] { read_text("nom;lieu\na;Paris\n", options); });
  EXPECT_THAT(complaint.line, HasSubstr("row 1: 'Paris' in column 'lieu' is no pair of coordinates"));
}

TEST(Places, InDegreesMinutesAndSecondsAreWhatTheyStandFor) {
  Draw draw(15);
  for (int round = 0; round < 300; ++round) {
    const int degrees = draw.number(0, 89), minutes = draw.number(0, 59), seconds = draw.number(0, 5999);
    const std::string letter = draw.one_of({"N", "S", "E", "W", "O"});
    const std::string minute = draw.one_of({"'", "\u2032", "\u2019"}),
                      second = draw.one_of({"\"", "\u2033", "''"});
    const std::string blank = draw.one_of({"", " ", "\u00A0"});
    const std::string text = fmt::format("{}°{}{}{}{}{:.2f}{}{}{}", degrees, blank, minutes, minute, blank,
                                         seconds / 100.0, second, blank, letter);
    ReadOptions options;
    options.types = {{"lon", Type::real}};
    std::string quoted;
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    const Table table = read_text("lon;n\n\"" + quoted + "\";1\n", options);
    const double sign = letter == "N" || letter == "E" ? 1 : -1;
    EXPECT_NEAR(table.column("lon").number(0), sign * (degrees + minutes / 60.0 + seconds / 360000.0), 1e-9)
        << text;
  }
}

TEST(Places, DeclaredInAnotherFrenchSystemAreTold) {
  Draw draw(16);
  const Strings systems = {"EPSG:2154", "EPSG:27572", "EPSG:4326", "EPSG:3942", "EPSG:3943",
                           "EPSG:3944", "EPSG:3945",  "EPSG:3946", "EPSG:3947", "EPSG:3948",
                           "EPSG:3949", "EPSG:3950",  "EPSG:32631"};
  const Crs wgs84 = Crs::from_text("EPSG:4326");
  for (const std::string& truth : systems) {
    // A system of one latitude is used around it.
    const double latitude = truth.starts_with("EPSG:39") ? std::stod(truth.substr(7)) : 46;
    std::vector<Point> places;
    for (int i = 0; i < 12; ++i)
      places.push_back({2.5 + draw.number(-1500, 1500) / 1000.0, latitude + draw.number(-900, 900) / 1000.0});
    Transform(wgs84, Crs::from_text(truth)).apply(places);
    std::string text = "x,y\n";
    for (const Point p : places) text += format_shortest(p.x) + "," + format_shortest(p.y) + "\n";
    for (const std::string& declared :
         {truth, draw.one_of(systems), draw.one_of(systems), draw.one_of(systems)}) {
      ReadOptions options;
      options.crs = declared;
      std::string said;
      try {
        Diagnostics found;
        read_text(text, options, &found);
        for (const Diagnostic& one : found.all()) said += one.message;
      } catch (const Error& error) {
        said = error.what();
      }
      if (truth == declared)
        EXPECT_EQ(said, "") << truth;
      else
        EXPECT_THAT(said, HasSubstr(truth)) << "declared as " << declared;
    }
  }
}

TEST(Places, ReadBackFromTheTextThatWeWrite) {
  Table table("zones");
  table.set_column(Column("code", Column::Texts{"01", "02", "03"}));
  GeometryArray shapes(GeometryKind::line);
  for (int i = 0; i < 2; ++i) {
    const Point line[] = {{0.1 + i, 0.2}, {1.0 / 3, 44.5 + i}};
    shapes.add_ring(line);
    shapes.end_part();
    shapes.end_feature();
  }
  shapes.add_missing();
  table.set_geometry({shapes, Crs::from_text("EPSG:4326")});
  ReadOptions options;
  options.crs = "EPSG:4326";
  const Table lines = read_text(write_table_to_string(table, "csv"), options);
  EXPECT_EQ(lines.geometry()->shapes, shapes);
  EXPECT_THAT(column_names(lines), ElementsAre("code"));

  GeometryArray points;
  for (const Point p : {Point{2.25, 48.5}, Point{1.0 / 3, 44}}) points.add_point(p);
  points.add_missing();
  table.set_geometry({points, Crs::from_text("EPSG:4326")});
  const Table back = read_text(write_table_to_string(table, "csv"), options);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(back.geometry()->shapes.points()[i], points.points()[i]);
  EXPECT_TRUE(back.geometry()->shapes.is_missing(2));
}

TEST(Places, OfSeveralKindsAreReadByOneAndTheOthersCounted) {
  const std::string text =
      "n;wkt\n1;POINT (1 2)\n2;LINESTRING (0 0,1 1)\n3;\n4;POLYGON ((0 0,1 0,1 1,0 0))\n5;POINT (3 4)\n"
      "6;GEOMETRYCOLLECTION (POINT (5 6),LINESTRING (0 0,2 2))\n";
  const struct {
    GeometryKind kind;
    Strings rows;
    const char* left_out;
  } cases[] = {
      {GeometryKind::point, {"1", "3", "5", "6"}, "1 line, 1 polygon left out: points are asked for"},
      {GeometryKind::line, {"2", "3", "6"}, "2 points, 1 polygon left out: lines are asked for"},
      {GeometryKind::polygon, {"3", "4"}, "2 points, 2 lines left out: polygons are asked for"},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.crs = "EPSG:4326";
    options.kind = one.kind;
    Diagnostics found;
    const Table table = read_text(text, options, &found);
    EXPECT_EQ(texts(table, "n"), one.rows);
    EXPECT_EQ(table.geometry()->shapes.kind(), one.kind);
    EXPECT_EQ(table.geometry()->shapes.size(), one.rows.size());
    EXPECT_THAT(codes_of(found), HasSubstr("other-geometry"));
    EXPECT_THAT(found.all().back().message, HasSubstr(one.left_out));
  }
  ReadOptions options;
  options.crs = "EPSG:4326";
  EXPECT_THAT(complaint_of([&] { read_text(text, options); }).line,
              HasSubstr("geometry: points, lines or polygons"));
}

}  // namespace
}  // namespace cartouche
