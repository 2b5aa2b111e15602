// YAML in, nodes with their places out.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {
namespace {

std::string error_of(const std::string& yaml) {
  try {
    parse_yaml(yaml, "f.yaml");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
  return "no error";
}

TEST(Yaml, EveryValueKnowsItsLineAndColumn) {
  const Node root = parse_yaml("a: 1\nb:\n  - x\n  - { c: y }\n", "f.yaml");
  EXPECT_EQ(root.find("a")->where(), (Location{"f.yaml", 1, 4}));
  const Node& list = *root.find("b");
  EXPECT_EQ(list.items()[0].where(), (Location{"f.yaml", 3, 5}));
  EXPECT_EQ(list.items()[1].find("c")->where(), (Location{"f.yaml", 4, 10}));
  EXPECT_EQ(root.entries()[1].first.where, (Location{"f.yaml", 2, 1}));
}

TEST(Yaml, ScalarsStayAsWritten) {
  const Node root = parse_yaml("{ code: 01, yes: on, num: 1.50, quoted: \"01\" }", "f.yaml");
  EXPECT_EQ(root.find("code")->text(), "01");
  EXPECT_EQ(root.find("yes")->text(), "on");
  EXPECT_EQ(root.find("num")->text(), "1.50");
  EXPECT_FALSE(root.find("code")->quoted());
  EXPECT_TRUE(root.find("quoted")->quoted());
}

TEST(Yaml, AValueLeftOutIsNullAtItsKey) {
  const Node root = parse_yaml("a:\nb: 2\n", "f.yaml");
  EXPECT_TRUE(root.find("a")->is_null());
  EXPECT_EQ(root.find("a")->where().line, 1);
}

TEST(Yaml, MergeKeysFillInWhatTheMapDoesNotSay) {
  const Node root = parse_yaml("base: &b { x: 1, y: 2 }\none: { <<: *b, y: 3 }\n", "f.yaml");
  EXPECT_EQ(root.find("one")->find("x")->text(), "1");
  EXPECT_EQ(root.find("one")->find("y")->text(), "3");
  EXPECT_EQ(root.find("one")->find("<<"), nullptr);
}

TEST(Yaml, AnEmptyFileIsNull) {
  EXPECT_TRUE(parse_yaml("", "f.yaml").is_null());
  EXPECT_TRUE(parse_yaml("# only a comment\n", "f.yaml").is_null());
}

TEST(Yaml, WhatIsNotYamlIsAUsageErrorInOneLineWithItsPlace) {
  struct Case {
    std::string yaml, expected;
  };
  const std::vector<Case> cases{
      {"a: 1\na: 2\n", "f.yaml:2:1: key 'a' stands twice; the first is on line 1"},
      {"a: [1, 2\n", "f.yaml:2:1: not YAML: end of sequence flow not found"},
      {"a: \"open", "not YAML"},
      {"\xff\xfe broken", "f.yaml: the file is not UTF-8 text"},
      {"a: *nobody\n", "not YAML"},
      {"a: 1\n---\nb: 2\n", "a second YAML document"},
      {"? [x]\n: 1\n", "a key must be a single word"},
      {"a: &x [*x]\n", "f.yaml:1:8: an alias inside its own anchor"},
  };
  for (const Case& one : cases) {
    const std::string message = error_of(one.yaml);
    EXPECT_NE(message.find(one.expected), std::string::npos) << one.yaml << " gives " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

TEST(Yaml, AliasesThatUnfoldWithoutEndAreRefused) {
  std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 1; k < 10; ++k) yaml += ", " + before;
    yaml += "]\n";
  }
  EXPECT_NE(error_of(yaml).find("more than 200000 values"), std::string::npos);
}

TEST(Yaml, TypedReadingsRefuseOtherTypes) {
  const Node root =
      parse_yaml("{ n: 3, r: -2.5e3, w: word, t: true, l: [a, b], i: inf, big: 99999999999 }", "f");
  EXPECT_EQ(root.find("n")->integer(), 3);
  EXPECT_EQ(root.find("r")->number(), -2500);
  EXPECT_TRUE(root.find("t")->boolean());
  EXPECT_EQ(root.find("l")->texts().size(), 2U);
  EXPECT_EQ(root.find("w")->texts().size(), 1U);
  EXPECT_THROW(root.find("w")->number(), Error);
  EXPECT_THROW(root.find("i")->number(), Error);
  EXPECT_THROW(root.find("r")->integer(), Error);
  EXPECT_THROW(root.find("big")->integer(), Error);
  EXPECT_THROW(root.find("w")->boolean(), Error);
  EXPECT_THROW(root.find("l")->text(), Error);
  EXPECT_THROW(root.find("w")->items(), Error);
  EXPECT_THROW(root.find("l")->entries(), Error);
}

TEST(Reader, NamesTheNearestKeyForOneItWasNotAskedFor) {
  const Node node = parse_yaml("{ path: a.csv, delimeter: ';' }", "f.yaml");
  Reader in(node, "source 's'");
  in.text("path");
  in.optional_text("delimiter");
  try {
    in.finish();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "f.yaml:1:16: unknown key 'delimeter' in source 's'; did you mean 'delimiter'?");
  }
}

TEST(Reader, TakesAMistypedKeyForTheMissingOne) {
  const Node node = parse_yaml("{ pth: a.csv }", "f.yaml");
  Reader in(node, "source 's'");
  try {
    in.text("path");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "f.yaml:1:3: unknown key 'pth' in source 's'; did you mean 'path'?");
  }
}

TEST(Reader, SaysWhichKeyIsMissing) {
  const Node node = parse_yaml("{ layer: x }", "f.yaml");
  Reader in(node, "source 's'");
  try {
    in.text("path");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "f.yaml:1:1: missing key 'path' in source 's'");
  }
}

}  // namespace
}  // namespace cartouche::project
