#include "cartouche/base/xml_name.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(XmlName, IsItselfOrFolded) {
  EXPECT_EQ(xml_name("epci-200000172"), "epci-200000172");
  EXPECT_EQ(xml_name("Île-de-France"), "ile-de-france");
  EXPECT_EQ(xml_name("2A004"), "_2A004");
  EXPECT_EQ(xml_name(" !"), "");
}

}  // namespace
}  // namespace cartouche
