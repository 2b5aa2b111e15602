// Makes the pages of a project as SVG, and says what it read and what is doubtful.
#include <cartouche/press/press.h>

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
  const std::string project = argc > 1 ? argv[1] : CARTOUCHE_EXAMPLES "/departements.yaml";
  try {
    const auto press = cartouche::press::Press::open(project);
    for (const auto& page : press.pages()) {
      const auto made = press.write(page.key, "svg");
      std::ofstream(page.file + ".svg", std::ios::binary) << made.bytes;
      for (const auto& finding : made.findings.all()) std::cerr << cartouche::to_line(finding) << '\n';
      std::cout << "page " << page.file << '\n';
    }
    for (const auto& file : press.files_read()) std::cout << "read " << file.filename().string() << '\n';
    return 0;
  } catch (const cartouche::Error& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
