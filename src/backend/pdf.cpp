// Pages drawn by Cairo become a document: qpdf adds what Cairo cannot write, namely the structure with
// alternative texts (ISO 32000-1, 14.7), layers (8.11), bookmarks, links, and what the document says of
// itself.

#include <fmt/format.h>

#include <exception>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "cartouche/backend/backend.h"
#include "cartouche/base/markup.h"
#include "pdf_metadata.h"
#include "pdf_page.h"

namespace cartouche {
namespace {

using Handle = QPDFObjectHandle;

Handle name(const std::string& word) {
  return Handle::newName("/" + word);
}

Handle text(const std::string& utf8) {
  return Handle::newUnicodeString(harmless_text(utf8));
}

Handle dictionary(const std::string& type = "") {
  Handle made = Handle::newDictionary();
  if (!type.empty()) made.replaceKey("/Type", name(type));
  return made;
}

/// PDF counts y upwards.
Handle rectangle(const Box& box, double height) {
  return Handle::newArray(Handle::Rectangle(box.min.x, height - box.max.y, box.max.x, height - box.min.y));
}

class Document {
 public:
  Document() {
    file_.emptyPDF();
    root_ = file_.getRoot();
    structure_ = file_.makeIndirectObject(dictionary("StructTreeRoot"));
    document_ = element("Document", structure_);
    structure_.replaceKey("/K", Handle::newArray(std::vector<Handle>{document_}));
  }

  void add(const PdfPage::Data& page) {
    QPDF& drawing = *drawings_.emplace_back(std::make_unique<QPDF>());
    drawing.processMemoryFile("drawing", page.drawing.data(), page.drawing.size());
    Handle made = file_.makeIndirectObject(dictionary("Page"));
    made.replaceKey("/MediaBox", Handle::newArray(Handle::Rectangle(0, 0, page.width, page.height)));
    made.replaceKey("/Group", Handle::parse("<< /Type /Group /S /Transparency /I true /CS /DeviceRGB >>"));
    const std::vector<Handle> layers = add_layers(page);
    const std::vector<Handle> elements = add_elements(made, page);
    add_content(made, page, drawing, layers, elements);
    const std::vector<Handle> lists = add_links(made, page);
    put_in_order(page.outline, elements, lists);
    file_.addPage(made, false);
    made_pages_.push_back(made);
  }

  std::string finish(const std::vector<const PdfPage::Data*>& pages, const std::string& title) {
    describe(pages, title);
    structure_.replaceKey("/ParentTree", parent_tree());
    structure_.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<long long>(parents_.size())));
    document_.replaceKey("/K", Handle::newArray(kids_));
    root_.replaceKey("/StructTreeRoot", structure_);
    root_.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    if (!layers_.empty()) list_layers();
    if (pages.size() > 1) add_bookmarks(pages);
    return bytes();
  }

 private:
  Handle element(const std::string& type, Handle parent) {
    Handle made = file_.makeIndirectObject(dictionary("StructElem"));
    made.replaceKey("/S", name(type));
    made.replaceKey("/P", parent);
    return made;
  }

  /// One group of optional content a layer; the tree of those of a page goes to the list of all.
  std::vector<Handle> add_layers(const PdfPage::Data& page) {
    std::vector<Handle> made;
    for (const backend::PdfLayer& layer : page.outline.layers) {
      made.push_back(file_.makeIndirectObject(dictionary("OCG")));
      made.back().replaceKey("/Name", text(layer.name));
      layers_.push_back(made.back());
    }
    Handle tree = layer_tree(page.outline.layers, made, std::nullopt);
    for (const Handle& entry : tree.getArrayAsVector()) layer_order_.push_back(entry);
    return made;
  }

  static Handle layer_tree(const std::vector<backend::PdfLayer>& layers, const std::vector<Handle>& made,
                           std::optional<std::size_t> within) {
    Handle tree = Handle::newArray();
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (layers[i].within != within) continue;
      tree.appendItem(made[i]);
      Handle inner = layer_tree(layers, made, i);
      if (inner.getArrayNItems() > 0) tree.appendItem(inner);
    }
    return tree;
  }

  /// Each segment is a form, painted inside the marks of its layers and of its element.
  void add_content(Handle page, const PdfPage::Data& data, QPDF& drawing, const std::vector<Handle>& layers,
                   const std::vector<Handle>& elements) {
    Handle forms = dictionary(), properties = dictionary();
    std::string content = "/Artifact BMC\n/S0 Do\nEMC\n";
    forms.replaceKey("/S0", form(drawing, 0, data));
    std::vector<Handle> parents;  // by mark
    for (std::size_t i = 0; i < data.outline.segments.size(); ++i) {
      const backend::PdfSegment& segment = data.outline.segments[i];
      const std::string key = fmt::format("/S{}", i + 1);
      forms.replaceKey(key, form(drawing, i + 1, data));
      if (segment.element) {
        Handle owner = elements[*segment.element];
        content += fmt::format("/{} <</MCID {}>> BDC\n", data.outline.elements[*segment.element].type,
                               parents.size());
        owner.getKey("/K").appendItem(Handle::newInteger(static_cast<long long>(parents.size())));
        parents.push_back(owner);
      } else {
        content += "/Artifact BMC\n";
      }
      for (const std::size_t layer : segment.layers) {
        properties.replaceKey(fmt::format("/L{}", layer), layers[layer]);
        content += fmt::format("/OC /L{} BDC\n", layer);
      }
      content += key + " Do\n";
      for (std::size_t mark = 0; mark <= segment.layers.size(); ++mark) content += "EMC\n";
    }
    Handle resources = dictionary();
    resources.replaceKey("/XObject", forms);
    if (!layers.empty()) resources.replaceKey("/Properties", properties);
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", file_.newStream(content));
    page.replaceKey("/StructParents", Handle::newInteger(static_cast<long long>(parents_.size())));
    page.replaceKey("/Tabs", name("S"));
    parents_.push_back(Handle::newArray(parents));
  }

  std::vector<Handle> add_elements(Handle page, const PdfPage::Data& data) {
    std::vector<Handle> elements;
    for (const backend::PdfElement& one : data.outline.elements) {
      Handle made = element(one.type, document_);
      made.replaceKey("/Pg", page);
      made.replaceKey("/K", Handle::newArray());
      if (one.type == "Figure") {
        made.replaceKey("/Alt", text(one.text));
        Handle layout = dictionary();
        layout.replaceKey("/O", name("Layout"));
        layout.replaceKey("/BBox", rectangle(one.box, data.height));
        made.replaceKey("/A", layout);
      } else {
        made.replaceKey("/ActualText", text(one.text));
      }
      elements.push_back(made);
    }
    return elements;
  }

  /// The heading is read first, wherever it is painted; the links of an element after it. `lists` has one of
  /// them for each element, null where it has none, and at its end that of the links of no element.
  void put_in_order(const backend::PdfOutline& outline, const std::vector<Handle>& elements,
                    std::vector<Handle> lists) {
    const auto put = [&](bool headings) {
      for (std::size_t i = 0; i < elements.size(); ++i) {
        if ((outline.elements[i].type == "H1") != headings) continue;
        kids_.push_back(elements[i]);
        if (lists[i].isDictionary()) kids_.push_back(lists[i]);
      }
    };
    put(true);
    put(false);
    if (lists.back().isDictionary()) kids_.push_back(lists.back());
  }

  /// Page `number` of the drawing as a form. It is no transparency group: what it paints blends with what the
  /// segments before it painted.
  Handle form(QPDF& drawing, std::size_t number, const PdfPage::Data& data) {
    Handle page = drawing.getAllPages().at(number);
    Handle made = file_.copyForeignObject(page.getKey("/Contents"));
    Handle resources = page.getKey("/Resources");
    if (!resources.isIndirect()) resources = drawing.makeIndirectObject(resources);
    Handle head = made.getDict();
    head.replaceKey("/Type", name("XObject"));
    head.replaceKey("/Subtype", name("Form"));
    head.replaceKey("/BBox", Handle::newArray(Handle::Rectangle(0, 0, data.width, data.height)));
    head.replaceKey("/Resources", file_.copyForeignObject(resources));
    return made;
  }

  /// The lists of links of the page, as put_in_order() takes them. Readers skip what is inside a figure with
  /// an alternative text, so that its links are a list after it (14.8.4.3.3).
  std::vector<Handle> add_links(Handle page, const PdfPage::Data& data) {
    std::vector<Handle> lists(data.outline.elements.size() + 1, Handle::newNull());
    if (data.outline.links.empty()) return lists;
    std::vector<Handle> annotations;
    for (const backend::PdfLink& link : data.outline.links) {
      Handle& list = lists[link.element.value_or(data.outline.elements.size())];
      if (list.isNull()) {
        list = element("L", document_);
        list.replaceKey("/K", Handle::newArray());
      }
      annotations.push_back(annotation(link, data.height));
      add_item(list, page, annotations.back(), link.description);
    }
    page.replaceKey("/Annots", Handle::newArray(annotations));
    return lists;
  }

  Handle annotation(const backend::PdfLink& link, double height) {
    Handle action = dictionary();
    action.replaceKey("/S", name("URI"));
    action.replaceKey("/URI", Handle::newString(link.url));
    Handle made = dictionary("Annot");
    made.replaceKey("/Subtype", name("Link"));
    made.replaceKey("/Rect", rectangle(link.box, height));
    made.replaceKey("/Border", Handle::parse("[0 0 0]"));
    made.replaceKey("/Contents", text(link.description));
    made.replaceKey("/A", action);
    return file_.makeIndirectObject(made);
  }

  /// An item of a list that is the link of `annotation`, which leads back to it (14.7.4.3).
  void add_item(Handle list, Handle page, Handle annotation, const std::string& description) {
    Handle item = element("LI", list), body = element("LBody", item), link = element("Link", body);
    list.getKey("/K").appendItem(item);
    item.replaceKey("/K", body);
    body.replaceKey("/K", link);
    Handle reference = dictionary("OBJR");
    reference.replaceKey("/Obj", annotation);
    reference.replaceKey("/Pg", page);
    link.replaceKey("/K", reference);
    link.replaceKey("/Alt", text(description));
    annotation.replaceKey("/StructParent", Handle::newInteger(static_cast<long long>(parents_.size())));
    parents_.push_back(link);
  }

  void describe(const std::vector<const PdfPage::Data*>& pages, const std::string& title) {
    backend::PdfMetadata metadata{title, {}, {}, {}};
    if (!pages.empty()) {
      metadata.author = pages.front()->author;
      metadata.language = pages.front()->language;
      // The words of one page would be wrong for the others.
      if (pages.size() == 1) metadata.description = pages.front()->description;
      root_.replaceKey("/Lang", text(metadata.language));
    }
    Handle info = file_.makeIndirectObject(dictionary());
    const auto set = [&](const char* key, const std::string& value) {
      if (!value.empty()) info.replaceKey(key, text(value));
    };
    set("/Title", metadata.title);
    set("/Author", metadata.author);
    set("/Subject", metadata.description);
    set("/Creator", backend::kPdfCreator);
    file_.getTrailer().replaceKey("/Info", info);
    Handle packet = file_.newStream(xmp_of(metadata));
    packet.getDict().replaceKey("/Type", name("Metadata"));
    packet.getDict().replaceKey("/Subtype", name("XML"));
    root_.replaceKey("/Metadata", packet);
    root_.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
  }

  Handle parent_tree() {
    Handle numbers = Handle::newArray();
    for (std::size_t i = 0; i < parents_.size(); ++i) {
      numbers.appendItem(Handle::newInteger(static_cast<long long>(i)));
      numbers.appendItem(parents_[i].isIndirect() ? parents_[i] : file_.makeIndirectObject(parents_[i]));
    }
    Handle tree = dictionary();
    tree.replaceKey("/Nums", numbers);
    return file_.makeIndirectObject(tree);
  }

  void list_layers() {
    Handle usual = dictionary();
    usual.replaceKey("/Order", Handle::newArray(layer_order_));
    usual.replaceKey("/ListMode", name("VisiblePages"));
    Handle all = dictionary();
    all.replaceKey("/OCGs", Handle::newArray(layers_));
    all.replaceKey("/D", usual);
    root_.replaceKey("/OCProperties", all);
  }

  void add_bookmarks(const std::vector<const PdfPage::Data*>& pages) {
    Handle outlines = file_.makeIndirectObject(dictionary("Outlines"));
    std::vector<Handle> marks;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      Handle mark = file_.makeIndirectObject(dictionary());
      mark.replaceKey("/Title", text(pages[i]->title));
      mark.replaceKey("/Parent", outlines);
      mark.replaceKey("/Dest", Handle::newArray(std::vector<Handle>{made_pages_[i], name("Fit")}));
      if (i > 0) {
        mark.replaceKey("/Prev", marks.back());
        marks.back().replaceKey("/Next", mark);
      }
      marks.push_back(mark);
    }
    outlines.replaceKey("/First", marks.front());
    outlines.replaceKey("/Last", marks.back());
    outlines.replaceKey("/Count", Handle::newInteger(static_cast<long long>(marks.size())));
    root_.replaceKey("/Outlines", outlines);
  }

  std::string bytes() {
    QPDFWriter writer(file_);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDecodeLevel(qpdf_dl_none);  // what Cairo packed stays packed
    writer.setMinimumPDFVersion("1.5");
    writer.write();
    const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
  }

  QPDF file_;
  std::vector<std::unique_ptr<QPDF>> drawings_;  ///< until all is written
  Handle root_, structure_, document_;
  std::vector<Handle> made_pages_;
  std::vector<Handle> kids_;     ///< of the document's element, in reading order
  std::vector<Handle> parents_;  ///< of a page the elements of its marks; of a link its element
  std::vector<Handle> layers_, layer_order_;
};

}  // namespace

std::string to_pdf(const std::vector<PdfPage>& pages, const std::string& title) {
  std::vector<const PdfPage::Data*> all;
  for (const PdfPage& page : pages) all.push_back(&page.data());
  try {
    Document document;
    for (const PdfPage::Data* page : all) document.add(*page);
    return document.finish(all, title);
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw data_error({}, std::string("PDF: ") + error.what());
  }
}

}  // namespace cartouche
