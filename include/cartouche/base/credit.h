#pragma once
// Who made the data, and when: what Licence Ouverte 2.0 asks to be printed.

#include <string>

namespace cartouche {

struct Credit {
  std::string producer;  ///< "IGN"
  std::string vintage;   ///< "2021"
  std::string updated;   ///< ISO date of the last update, "2021-04-01"; empty where unknown
  std::string licence;   ///< "etalab-2.0"
  std::string note;      ///< printed as its own sentence: "contours généralisés, sans valeur légale"
  auto operator<=>(const Credit&) const = default;
};

}  // namespace cartouche
