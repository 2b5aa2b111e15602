// Text in the encodings that dBase tables (the attributes of shapefiles) come in.

#include "support.h"

namespace cartouche {
namespace {

using ::testing::ElementsAre;
using testing::read_file_as_table;
using ::testing::SizeIs;
using testing::TemporaryFolder;
using testing::texts;

std::string little_endian(std::uint32_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
  return bytes;
}

/// A dBase III table of one text column "nom"; `language` is the driver id of its header, 0 = not said.
std::string dbase(const std::vector<std::string>& values, int language = 0) {
  constexpr std::size_t kWidth = 20;
  std::string bytes = "\x03\x79\x01\x01" + little_endian(static_cast<std::uint32_t>(values.size()), 4) +
                      little_endian(32 + 32 + 1, 2) + little_endian(kWidth + 1, 2) + std::string(17, '\0') +
                      std::string(1, static_cast<char>(language)) + std::string(2, '\0');
  bytes += "nom" + std::string(8, '\0') + "C" + std::string(4, '\0') + static_cast<char>(kWidth) +
           std::string(15, '\0') + "\r";
  for (const std::string& value : values) bytes += " " + value + std::string(kWidth - value.size(), ' ');
  return bytes + "\x1A";
}

TEST(Encoding, OfADbaseTableIsFoundOutOrStated) {
  const struct {
    std::string value;
    int language;
    const char* cpg;  // content of the .cpg file, "" = none
    const char* stated;
    std::size_t notes;
  } cases[] = {
      {"Angoul\xEAme", 0x57, "", "", 0},           // said in the header: Windows ANSI
      {"Angoul\xEAme", 0, "ISO-8859-1", "", 0},    // said in the .cpg
      {"Angoulême", 0, "UTF-8", "", 0},            //
      {"Angoul\xEAme", 0, "", "", 1},              // not said, and no UTF-8
      {"Angoulême", 0, "", "", 0},                 // not said, and UTF-8
      {"Angoul\xEAme", 0, "", "Latin-1", 0},       // stated
      {"Angoul\xEAme", 0, "UTF-8", "Latin-1", 0},  // stated, against a wrong .cpg
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const auto file = folder.write("a.dbf", dbase({one.value}, one.language));
    if (*one.cpg != '\0') folder.write("a.cpg", one.cpg);
    ReadOptions options;
    options.encoding = one.stated;
    Diagnostics notes;
    const Table table = read_file_as_table(file, options, &notes);
    EXPECT_THAT(texts(table, "nom"), ElementsAre("Angoulême")) << one.language << one.cpg << one.stated;
    EXPECT_THAT(notes.all(), SizeIs(one.notes)) << one.language << one.cpg << one.stated;
  }
}

}  // namespace
}  // namespace cartouche
