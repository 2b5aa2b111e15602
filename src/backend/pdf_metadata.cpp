#include "pdf_metadata.h"

#include <fmt/format.h>

#include "cartouche/base/markup.h"

namespace cartouche::backend {
namespace {

/// A property of Dublin Core: an rdf:Alt of languages, rdf:Seq of people or rdf:Bag of anything.
std::string property(const char* name, const char* kind, const std::string& value) {
  if (value.empty()) return {};
  const char* of_any_language = std::string_view(kind) == "Alt" ? " xml:lang=\"x-default\"" : "";
  return fmt::format("<dc:{0}><rdf:{1}><rdf:li{2}>{3}</rdf:li></rdf:{1}></dc:{0}>\n", name, kind,
                     of_any_language, escape_markup(value));
}

}  // namespace

std::string xmp_of(const PdfMetadata& metadata) {
  // The id is the one that ISO 16684-1, 7.3.2 gives every packet.
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
         "<dc:format>application/pdf</dc:format>\n" +
         property("title", "Alt", metadata.title) + property("creator", "Seq", metadata.author) +
         property("description", "Alt", metadata.description) +
         property("language", "Bag", metadata.language) +
         fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool>\n", kPdfCreator) +
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace cartouche::backend
