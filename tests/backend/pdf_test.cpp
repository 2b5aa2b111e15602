#include <gmock/gmock.h>

#include <qpdf/QPDF.hh>

#include "pages.h"

namespace cartouche {
namespace {

using display::DisplayList;
using display::Group;
using display::Node;
using display::Role;
using testing::box;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::output_of;
using testing::page_of;
using testing::some_text;
using ::testing::StartsWith;
using testing::TemporaryFolder;

constexpr Color kRed{255, 0, 0, 255};

Group group(Role role, const std::string& label, std::vector<Node> children) {
  Group made;
  made.role = role;
  made.label = label;
  made.children = std::move(children);
  return made;
}

/// A page with a heading, a map of two layers in its frame, a rule and a note.
DisplayList sheet() {
  DisplayList page = page_of({}, 300, 200);
  page.title = "Les projets";
  page.description = "Carte des projets.";
  page.author = "Une agence";
  Group map = group(Role::frame, "carte",
                    {{group(Role::layer, "Fond", {{box(0, 50, 100, 150, {kRed, {}})}})},
                     {group(Role::layer, "Projets", {{box(10, 60, 20, 70, {kRed, {}})}})}});
  map.clip = Path::rectangle({{0, 50}, {100, 150}});
  map.alternative = "Carte : deux projets.";
  page.nodes = {{group(Role::furniture, "Cadre", {{map}})},
                {group(Role::furniture, "titre", some_text("Les projets"))},
                {group(Role::furniture, "Filet", {{box(0, 30, 300, 31, {kRed, {}})}})},
                {group(Role::furniture, "note", some_text("Sans valeur", {10, 180}))}};
  return page;
}

/// A document read back.
class Read {
 public:
  explicit Read(std::string bytes) : bytes_(std::move(bytes)) {
    file_.processMemoryFile("test", bytes_.data(), bytes_.size());
  }
  QPDFObjectHandle root() { return file_.getRoot(); }
  QPDFObjectHandle page(std::size_t number) { return file_.getAllPages().at(number); }
  std::vector<QPDFObjectHandle> elements() {
    return root().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0).getKey("/K").getArrayAsVector();
  }
  std::vector<std::string> layers() {
    std::vector<std::string> names;
    for (auto& one : root().getKey("/OCProperties").getKey("/OCGs").getArrayAsVector())
      names.push_back(one.getKey("/Name").getUTF8Value());
    return names;
  }
  std::vector<std::string> warnings() {
    std::vector<std::string> all;
    for (const QPDFExc& one : file_.getWarnings()) all.emplace_back(one.what());
    return all;
  }

 private:
  std::string bytes_;
  QPDF file_;
};

std::string pdf_of(const DisplayList& page) {
  return to_pdf({PdfPage(page)}, page.title);
}

TEST(Pdf, HoldsVersionTitleAuthorLanguageAndNoDate) {
  QPDF file;
  const std::string pdf = pdf_of(sheet());
  EXPECT_THAT(pdf, StartsWith("%PDF-1.5"));
  file.processMemoryFile("test", pdf.data(), pdf.size());
  QPDFObjectHandle info = file.getTrailer().getKey("/Info");
  EXPECT_EQ(info.getKey("/Title").getUTF8Value(), "Les projets");
  EXPECT_EQ(info.getKey("/Author").getUTF8Value(), "Une agence");
  EXPECT_EQ(info.getKey("/Subject").getUTF8Value(), "Carte des projets.");
  EXPECT_FALSE(info.hasKey("/CreationDate"));
  EXPECT_EQ(file.getRoot().getKey("/Lang").getUTF8Value(), "fr");
  EXPECT_TRUE(file.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
}

TEST(Pdf, IsTaggedWithItsHeadingFirstAndAFigureForTheMap) {
  Read pdf(pdf_of(sheet()));
  EXPECT_TRUE(pdf.root().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
  std::vector<std::string> said;
  for (auto& one : pdf.elements()) {
    const bool figure = one.hasKey("/Alt");
    said.push_back(one.getKey("/S").getName() + " " +
                   one.getKey(figure ? "/Alt" : "/ActualText").getUTF8Value());
  }
  EXPECT_THAT(said, ElementsAre("/H1 Les projets", "/Figure Carte : deux projets.", "/P Sans valeur"));
}

TEST(Pdf, LeadsFromEveryMarkToItsElementAndBack) {
  Read pdf(pdf_of(sheet()));
  QPDFObjectHandle parents = pdf.root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
  ASSERT_EQ(parents.getArrayItem(0).getIntValue(), pdf.page(0).getKey("/StructParents").getIntValue());
  QPDFObjectHandle by_mark = parents.getArrayItem(1);
  int marks = 0;
  for (auto& one : pdf.elements())
    for (auto& mark : one.getKey("/K").getArrayAsVector()) {
      ++marks;
      EXPECT_EQ(by_mark.getArrayItem(static_cast<int>(mark.getIntValue())).getObjGen(), one.getObjGen());
    }
  EXPECT_EQ(marks, by_mark.getArrayNItems());
}

TEST(Pdf, HasALayerForEachOfTheMapsAndOfTheFurniture) {
  Read pdf(pdf_of(sheet()));
  EXPECT_THAT(pdf.layers(), ElementsAre("Cadre", "Fond", "Projets", "titre", "Filet", "note"));
  // The map's two stand under their frame.
  QPDFObjectHandle order = pdf.root().getKey("/OCProperties").getKey("/D").getKey("/Order");
  EXPECT_EQ(order.getArrayItem(1).getArrayNItems(), 2);
}

TEST(Pdf, KeepsAFadedGroupOfShapesFreeOfImages) {
  Group faded;
  faded.fade = display::Fade{display::Fade::Kind::radial, {10, 5}, {20, 10}, {{0, 1}, {1, 0}}};
  faded.children = {{box(0, 0, 20, 10, {kRed, {}})}};
  QPDF file;
  const std::string pdf = pdf_of(page_of({{faded}}));
  file.processMemoryFile("test", pdf.data(), pdf.size());
  bool masked = false;
  for (auto& object : file.getAllObjects()) {
    EXPECT_FALSE(object.isStreamOfType("/XObject", "/Image"));
    masked = masked ||
             (object.isDictionary() && object.hasKey("/SMask") && object.getKey("/SMask").isDictionary());
    if (object.isDictionary() && object.hasKey("/ExtGState"))
      for (const auto& [key, state] : object.getKey("/ExtGState").getDictAsMap())
        masked = masked || QPDFObjectHandle(state).getKey("/SMask").isDictionary();
  }
  EXPECT_TRUE(masked);
}

TEST(Pdf, BlendsALayerWithTheLayersUnderIt) {
  // Its form is no transparency group: one would be blended with nothing.
  Group shade = group(Role::layer, "Relief", {{box(0, 0, 10, 10, {{255, 255, 0, 255}, {}})}});
  shade.blend = display::Blend::multiply;
  const TemporaryFolder folder;
  const auto file = folder.write(
      "a.pdf", pdf_of(page_of({{group(Role::layer, "Fond", {{box(0, 0, 20, 10, {{0, 255, 255, 255}, {}})}})},
                               {shade}})));
  const auto pixels = output_of("pdftoppm -r 72 '" + file.string() + "'");
  if (!pixels) GTEST_SKIP() << "pdftoppm is not installed (Debian: poppler-utils)";
  const std::string middle = pixels->substr(pixels->size() - 3 * 20 * 5, 60);  // row 5 of 10
  EXPECT_EQ(middle.substr(3 * 5, 3), std::string("\0\xFF\0", 3));
  EXPECT_EQ(middle.substr(3 * 15, 3), std::string("\0\xFF\xFF", 3));
}

TEST(Pdf, LinksAFeatureToItsPage) {
  Group feature = group(Role::feature, "Projet 7", {{box(10, 20, 14, 26, {kRed, {}})}});
  feature.link = "https://example.org/7?a=(b)";
  Read pdf(pdf_of(page_of({{group(Role::layer, "Projets", {{feature}})}}, 100, 100)));
  ASSERT_EQ(pdf.page(0).getKey("/Annots").getArrayNItems(), 1);
  QPDFObjectHandle link = pdf.page(0).getKey("/Annots").getArrayItem(0);
  EXPECT_EQ(link.getKey("/A").getKey("/URI").getStringValue(), "https://example.org/7?a=(b)");
  EXPECT_EQ(link.getKey("/Contents").getUTF8Value(), "Projet 7");
  std::vector<double> rect;
  for (auto& side : link.getKey("/Rect").getArrayAsVector()) rect.push_back(side.getNumericValue());
  EXPECT_THAT(rect, ElementsAre(10, 74, 14, 80));
  // Of no figure: it is read last.
  EXPECT_EQ(pdf.elements().back().getKey("/S").getName(), "/L");
}

/// The sheet with two projects that have pages of their own, in its frame.
DisplayList linked_sheet() {
  DisplayList page = sheet();
  auto& frame = std::get<Group>(std::get<Group>(page.nodes[0].value).children[0].value);
  auto& projects = std::get<Group>(frame.children[1].value).children;
  for (const char* number : {"7", "8"}) {
    Group feature =
        group(Role::feature, std::string("Projet ") + number, {{box(10, 20, 14, 26, {kRed, {}})}});
    feature.link = std::string("https://example.org/") + number;
    projects.push_back({feature});
  }
  return page;
}

TEST(Pdf, ReadsTheLinksOfAFigureAsAListAfterItAndEachLeadsBackToItsElement) {
  Read pdf(pdf_of(linked_sheet()));
  std::vector<std::string> types;
  for (auto& one : pdf.elements()) types.push_back(one.getKey("/S").getName());
  EXPECT_THAT(types, ElementsAre("/H1", "/Figure", "/L", "/P"));
  QPDFObjectHandle parents = pdf.root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
  std::vector<std::string> said;
  for (auto& item : pdf.elements()[2].getKey("/K").getArrayAsVector()) {
    QPDFObjectHandle link = item.getKey("/K").getKey("/K");
    said.push_back(link.getKey("/S").getName() + " " + link.getKey("/Alt").getUTF8Value());
    QPDFObjectHandle annotation = link.getKey("/K").getKey("/Obj");
    EXPECT_EQ(annotation.getKey("/Contents").getUTF8Value(), link.getKey("/Alt").getUTF8Value());
    const auto at = static_cast<int>(annotation.getKey("/StructParent").getIntValue());
    EXPECT_EQ(parents.getArrayItem(2 * at).getIntValue(), at);
    EXPECT_EQ(parents.getArrayItem(2 * at + 1).getObjGen(), link.getObjGen());
  }
  EXPECT_THAT(said, ElementsAre("/Link Projet 7", "/Link Projet 8"));
  EXPECT_EQ(pdf_of(linked_sheet()), pdf_of(linked_sheet()));
}

TEST(Pdf, KeepsTheKeysOfItsPagesAndLinksApart) {
  const PdfPage first(linked_sheet()), second(linked_sheet());
  Read book(to_pdf({first, second}, "Annexes"));
  QPDFObjectHandle parents = book.root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
  std::vector<bool> of_page;
  for (int i = 0; i < parents.getArrayNItems(); i += 2) {
    EXPECT_EQ(parents.getArrayItem(i).getIntValue(), i / 2);
    of_page.push_back(parents.getArrayItem(i + 1).isArray());
  }
  EXPECT_THAT(of_page, ElementsAre(true, false, false, true, false, false));
  EXPECT_EQ(book.page(1).getKey("/StructParents").getIntValue(), 3);
  EXPECT_THAT(book.warnings(), IsEmpty());
}

TEST(Pdf, SaysOfItselfInXmpWhatItsDictionarySays) {
  DisplayList page = sheet();
  page.title = "Bois & <métal>";
  Read pdf(pdf_of(page));
  QPDFObjectHandle packet = pdf.root().getKey("/Metadata");
  EXPECT_FALSE(packet.getDict().hasKey("/Filter"));  // catalogues look for it in the bytes
  const auto buffer = packet.getStreamData();
  const std::string xmp(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  EXPECT_THAT(xmp, HasSubstr("<rdf:li xml:lang=\"x-default\">Bois &amp; &lt;métal&gt;</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("<dc:creator><rdf:Seq><rdf:li>Une agence</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("<dc:language><rdf:Bag><rdf:li>fr</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("Carte des projets."));
  EXPECT_THAT(xmp, Not(HasSubstr("pdfuaid")));  // what is not checked is not claimed
  EXPECT_THAT(xmp, Not(HasSubstr("Date")));
}

TEST(Pdf, OfSeveralPagesHasABookmarkEachAndKeepsTheirStructureApart) {
  DisplayList first = sheet(), second = sheet();
  second.title = "Les Outre-mer";
  const PdfPage one(first), two(second);
  Read book(to_pdf({one, two}, "Annexes"));
  QPDFObjectHandle mark = book.root().getKey("/Outlines").getKey("/First");
  EXPECT_EQ(mark.getKey("/Title").getUTF8Value(), "Les projets");
  EXPECT_EQ(mark.getKey("/Next").getKey("/Title").getUTF8Value(), "Les Outre-mer");
  EXPECT_EQ(mark.getKey("/Next").getKey("/Dest").getArrayItem(0).getObjGen(), book.page(1).getObjGen());
  EXPECT_EQ(book.elements().size(), 6u);
  EXPECT_EQ(book.layers().size(), 12u);
  EXPECT_EQ(book.page(1).getKey("/StructParents").getIntValue(), 1);
  EXPECT_THAT(book.warnings(), IsEmpty());
  EXPECT_EQ(to_pdf({one, two}, "Annexes"), to_pdf({PdfPage(first), PdfPage(second)}, "Annexes"));
}

TEST(Pdf, TakesAnyTextFromDataAsText) {
  DisplayList page = sheet();
  page.title = "a) /S /JavaScript (<script>]]>\xF0\x9F\x9A\xB2\"";
  std::get<Group>(page.nodes[1].value).label = "x) >> endobj";
  // U+202E would turn what follows it.
  std::get<Group>(page.nodes[2].value).label =
      "a\x01\xE2\x80\xAE"
      "b";
  Read pdf(pdf_of(page));
  EXPECT_THAT(pdf.warnings(), IsEmpty());
  EXPECT_THAT(pdf.layers(), ::testing::Contains("x) >> endobj"));
  EXPECT_THAT(pdf.layers(), ::testing::Contains("ab"));
}

TEST(Pdf, HoldsANameThatFollowsALineAsOneWord) {
  if (!testing::is_installed("pdftotext"))
    GTEST_SKIP() << "pdftotext is not installed (Debian: poppler-utils)";
  const TemporaryFolder folder;
  std::vector<Node> nodes{{group(Role::label, "", testing::turned_text("Garonne", {20, 60}))}};
  for (Node& node : some_text("Garonne ou Orne", {10, 180})) nodes.push_back(std::move(node));
  const std::string pdf = to_pdf({PdfPage(page_of(std::move(nodes), 300, 200))}, "Fleuves");
  const std::string text =
      output_of("pdftotext -enc UTF-8 '" + folder.write("a.pdf", pdf).string() + "' -").value_or("");
  EXPECT_THAT(text, StartsWith("Garonne\n"));
  EXPECT_THAT(text, HasSubstr("Garonne ou Orne\n"));
}

// What other programs make of it.
TEST(Pdf, IsSoundToQpdfAndItsTextIsFoundOnceByPdftotext) {
  DisplayList second = page_of(some_text("Outre-mer"), 200, 50);
  const TemporaryFolder folder;
  const std::string pdf =
      to_pdf({PdfPage(page_of(some_text("Projets lauréats"), 200, 50)), PdfPage(second)}, "Annexes");
  const std::string file = "'" + folder.write("a.pdf", pdf).string() + "'";
  if (!testing::is_installed("qpdf") || !testing::is_installed("pdftotext"))
    GTEST_SKIP() << "qpdf or pdftotext is not installed (Debian: qpdf, poppler-utils)";
  EXPECT_TRUE(output_of("qpdf --check " + file));
  const std::string text = output_of("pdftotext -enc UTF-8 " + file + " -").value_or("");
  EXPECT_THAT(text, StartsWith("Projets lauréats\n"));
  EXPECT_THAT(text, HasSubstr("Outre-mer\n"));
  EXPECT_EQ(text.find("Projets"), text.rfind("Projets"));
  // name type encoding emb sub uni: every font that is text is embedded as a subset with its Unicode.
  const std::string fonts = output_of("pdffonts " + file).value_or("");
  EXPECT_THAT(fonts, HasSubstr("+Lato"));
  EXPECT_THAT(fonts, Not(HasSubstr(" no  no ")));
  EXPECT_THAT(output_of("pdfinfo " + file).value_or(""), HasSubstr("Tagged:          yes"));
}

TEST(Pdf, ShowsPopplerItsStructureWithTheLinks) {
  const TemporaryFolder folder;
  const std::string file = "'" + folder.write("a.pdf", pdf_of(linked_sheet())).string() + "'";
  if (!testing::is_installed("qpdf") || !testing::is_installed("pdfinfo"))
    GTEST_SKIP() << "qpdf or pdfinfo is not installed (Debian: qpdf, poppler-utils)";
  EXPECT_TRUE(output_of("qpdf --check " + file));
  const std::string structure = output_of("pdfinfo -struct " + file).value_or("");
  EXPECT_THAT(structure, HasSubstr("Figure"));
  EXPECT_THAT(structure, HasSubstr("Link (inline)"));
  EXPECT_THAT(output_of("pdfinfo -meta " + file).value_or(""), HasSubstr("<dc:title>"));
  EXPECT_THAT(output_of("pdfinfo " + file).value_or(""), HasSubstr("Metadata Stream: yes"));
}

}  // namespace
}  // namespace cartouche
